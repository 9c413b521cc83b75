"""Metadata of variables and indicators: begun from the form, written by the applicant, shown in the catalogue."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pst.actions import audit
from pst.actions.steps import refresh
from pst.actions.submissions.activity import table_of
from pst.actions.submissions.form_files import Preview, compared, made_for
from pst.actions.submissions.progress import may_write
from pst.clock import local
from pst.exchange.form_xlsx import Prefill, read_form, write_form
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.submissions.duties import Duty
from pst.models.submissions.metadata import Metadata
from pst.models.submissions.submissions import Submission
from pst.questionnaires.answers import Merged, merge, unanswered
from pst.questionnaires.kinds import Block
from pst.questionnaires.metadata import METADATA, begun
from pst.rules import wording
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from pst.rules.submissions.duties import METADATA as DUTY

CODES = frozenset(question.code for question in METADATA.questions)
SETTLED = "Petugas sudah menyatakan metadata kegiatan ini lengkap; hubungi petugas bila ada yang harus berubah."


def metadata_of(submission: Submission) -> dict[str, Any]:
    """What was saved; before that, a row for every variable of the form."""
    return {**begun(table_of(submission, "variabel"), submission.answers), **Metadata.answers_of(submission.id)}


def gaps_in(submission: Submission, block: Block | None = None) -> list[str]:
    """What the tables still lack, the first gap of each; of one when its block is named."""
    gaps = unanswered(METADATA, metadata_of(submission), {}, block=block)
    return [f"{gap.label}: {gap.why}" for gap in gaps]


def is_open(submission: Submission) -> bool:
    """Whether it may still be written: until an officer has found it complete."""
    settled = Duty.of(submission).where(Duty.kind == DUTY, Duty.confirmed_at.is_null(False))
    return submission.status != Status.WITHDRAWN and not settled.exists()


def save_metadata(
    submission: Submission, actor: User, given: Mapping[str, Any], at: datetime, seen: Mapping[str, str] | None = None
) -> Merged:
    """Keep these tables, however complete; what was changed elsewhere since the marks `seen` stays.

    Raises `StepRefused`.
    """
    with write():
        refresh(submission)
        _refuse_unless_open(submission, actor)
        before = metadata_of(submission)
        merged = merge(METADATA, before, given, seen or {})
        changed = sorted(code for code, value in merged.answers.items() if before.get(code) != value)
        if changed:
            kept = Metadata.get_or_none(Metadata.submission == submission.id) or Metadata(submission=submission)
            kept.answers, kept.at, kept.by = {**before, **merged.answers}, at, actor
            kept.save()
            audit.record("submission", submission.number, "save_metadata", actor, at, facts={"tables": changed})
    return merged


def workbook(submission: Submission, actor: User, at: datetime, site: str) -> bytes:
    """Both tables as a workbook with what is there, to be filled in elsewhere. Raises `StepRefused`."""
    _refuse_unless_open(submission, actor)
    prefill = Prefill(submission.number, submission.title, metadata_of(submission), CODES)
    address = f"{site}/permohonan/{submission.number}/metadata/berkas"
    return write_form(METADATA, wording.long_date(local(at).date()), address, prefill)


def preview(content: bytes, actor: User, submission: Submission) -> Preview:
    """What the workbook would change. Raises `FormFileRefused`, `StepRefused`."""
    _refuse_unless_open(submission, actor)
    reading = read_form(content, {METADATA.name: METADATA})
    made_for(reading, submission, f"/permohonan/{reading.number[:24]}/metadata/berkas")
    return compared(reading, metadata_of(submission), CODES)


def take(submission: Submission, actor: User, content: bytes, at: datetime) -> Preview:
    """Save every sound table of the workbook. Raises what `preview` raises."""
    with write():
        found = preview(content, actor, submission)
        save_metadata(submission, actor, found.given, at)
    return found


def _refuse_unless_open(submission: Submission, actor: User) -> None:
    if not may_write(submission, actor):
        raise StepRefused("Metadata diisi oleh pemohonnya.")
    if not is_open(submission):
        raise StepRefused(SETTLED)
