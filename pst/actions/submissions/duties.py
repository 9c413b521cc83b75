"""What the organiser owes after the letter (PP 51/1999): the identity number printed, results and metadata."""

from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import urlsplit

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.steps import refresh
from pst.actions.submissions.activity import table_of
from pst.actions.submissions.progress import hats_on, may_write
from pst.clock import day_of, local
from pst.exchange.uploads import check_upload
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.files import Attachment
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.calendar import read_day
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions.duties import IDENTITY, METADATA, RESULTS, told

RESULTS_CODE = "hasil_kegiatan"
"""The code under which handed-in results are kept among the submission's files; no question has it."""
RELEASES = ("rilis_tercetak", "rilis_digital", "rilis_mikrodata")


def lay_down(submission: Submission) -> None:
    """Write what is owed after an approval, once. Only inside `write()`."""
    if not Duty.of(submission).exists():
        due = results_due_on(submission)
        for kind, day in ((IDENTITY, None), (RESULTS, due), (METADATA, due)):
            Duty.create(submission=submission, kind=kind, due_on=day)


def lift(submission: Submission) -> None:
    """Nothing more is owed once no approval is in force; what was handed in stays. Only inside `write()`."""
    Duty.delete().where(Duty.submission == submission.id, Duty.done_at.is_null()).execute()


def results_due_on(submission: Submission) -> date | None:
    """The latest planned release (8.2), else the end of dissemination in the schedule (3.3)."""
    answers = submission.answers
    rows = table_of(submission, "jadwal").rows(answers.get("jadwal"))
    ends = [row.get("akhir") for row in rows if row.get("tahap") == "diseminasi_hasil"]
    return _latest(answers.get(code) for code in RELEASES) or _latest(ends)


NOT_YET = "Pengumpulan data direncanakan mulai {day}; hasilnya dapat diserahkan sejak hari itu."


def collection_begins_on(submission: Submission) -> date | None:
    """The first day of collection in the schedule (3.3): before it there are no results."""
    rows = table_of(submission, "jadwal").rows(submission.answers.get("jadwal"))
    starts = [row.get("awal") for row in rows if row.get("tahap") == "pengumpulan_data"]
    return min(filter(None, map(read_day, starts)), default=None)


def in_words(duty: Duty, submission: Submission) -> str:
    """One duty as its organiser reads it."""
    done, confirmed = day_of(duty.done_at), day_of(duty.confirmed_at)
    return told(duty.kind, duty.due_on, done, confirmed, submission.identity_number)


def record_results(
    submission: Submission,
    actor: User,
    at: datetime,
    store: FileStore,
    *,
    link: str = "",
    note: str = "",
    upload: tuple[str, bytes] | None = None,
) -> Duty:
    """Hand in the results: a link, a file (name and bytes), or both; again as long as BPS has not confirmed.

    Raises `StepRefused`, and `UploadRefused` for the file.
    """
    checked = check_upload(*upload) if upload else None
    if not (_is_address(link) or (checked and not link.strip())):
        raise StepRefused("Tuliskan alamat lengkap hasil kegiatan (https://…) atau unggah berkasnya.", "link")
    if checked:
        store.examine(checked[2])
    with write():
        refresh(submission)
        duty = _duty_of(submission, RESULTS)
        if not may_write(submission, actor):
            raise StepRefused("Hasil kegiatan diserahkan oleh pemohonnya.")
        if duty.confirmed_at:
            raise StepRefused("Hasil kegiatan ini sudah dinyatakan diterima.")
        if (begins := collection_begins_on(submission)) and local(at).date() < begins:
            raise StepRefused(NOT_YET.format(day=wording.long_date(begins)), "link")
        if checked:
            name, mime, content = checked
            file = keep_file(store, content, mime, at)
            Attachment.create(submission=submission, code=RESULTS_CODE, file=file, name=name, by=actor, at=at)
        duty.link, duty.note, duty.done_at = link.strip(), note.strip(), at
        duty.save()
        facts = {"link": duty.link, "file": checked[0] if checked else ""}
        audit.record("submission", submission.number, "record_results", actor, at, note=duty.note, facts=facts)
    return duty


def confirm_results(submission: Submission, actor: User, at: datetime) -> None:
    """The officer has looked at the results handed in: the duty is fulfilled. Raises `StepRefused`."""
    with write():
        duty = _owed_to(submission, actor, RESULTS)
        if duty.done_at is None:
            raise StepRefused("Hasil kegiatan belum diserahkan oleh pemohon.")
        _confirm(duty, submission, actor, at, "confirm_results")


def confirm_metadata(submission: Submission, actor: User, at: datetime) -> None:
    """The officer has found the metadata complete, where they are kept: the duty is fulfilled. Raises `StepRefused`."""
    with write():
        duty = _owed_to(submission, actor, METADATA)
        duty.done_at = duty.done_at or at
        _confirm(duty, submission, actor, at, "confirm_metadata")


def _owed_to(submission: Submission, actor: User, kind: str) -> Duty:
    refresh(submission)
    duty = _duty_of(submission, kind)
    if Role.OFFICER not in hats_on(submission, actor):
        raise StepRefused("Penerimaan hasil dan metadata dinyatakan oleh petugas.")
    return duty


def _confirm(duty: Duty, submission: Submission, actor: User, at: datetime, verb: str) -> None:
    if duty.confirmed_at is None:
        duty.confirmed_at, duty.confirmed_by = at, actor
        duty.save()
        audit.record("submission", submission.number, verb, actor, at)


def _duty_of(submission: Submission, kind: str) -> Duty:
    duty = Duty.of(submission).where(Duty.kind == kind).first()
    if duty is None or submission.status not in (Status.ISSUED, Status.COMPLETED):
        raise StepRefused("Permohonan ini tidak memiliki kewajiban itu.")
    return duty


def _is_address(link: str) -> bool:
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc


def _latest(texts: Iterable[object]) -> date | None:
    return max(filter(None, map(read_day, texts)), default=None)
