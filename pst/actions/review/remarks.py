"""Remarks: noted by officers, sent with a return, answered by the applicant, settled one by one."""

from datetime import datetime
from textwrap import shorten

from pst.actions import audit
from pst.actions.seen import refuse_if_changed
from pst.actions.steps import refresh
from pst.actions.submissions.progress import hats_on, take_step
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.office.sentences import refuse_gaps
from pst.rules.review.workflow import Status, find_step
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.undoing import IN_WORDS, may_undo

NOTED_IN = frozenset({Status.SUBMITTED, Status.IN_REVIEW, Status.REVISED, Status.EVALUATION})
"""While remarks may be written down."""
BEGINNING = 90
"""Letters of a remark by which the history names it."""
SETTLED_FROM, REOPENED_FROM = ("open", "answered"), ("answered", "settled")


def add_remark(
    submission: Submission,
    actor: User,
    code: str,
    severity: str,
    text: str,
    at: datetime,
    sentence_id: int | None = None,
) -> Remark:
    """Note a remark on a question ("" for the whole); the applicant sees it only when it is sent."""
    if severity not in ("must", "advice"):
        raise StepRefused("Pilih: wajib diperbaiki atau saran.")
    if code and code not in shelf.find(submission.questionnaire):
        raise StepRefused("Pertanyaan itu tidak ada pada formulir ini.")
    refuse_gaps(text, "catatan ini", "text")
    with write():
        _examining(submission, actor)
        return Remark.create(
            submission=submission,
            revision=submission.revision,
            code=code,
            severity=severity,
            text=text.strip(),
            **_worded(sentence_id),
            author=actor,
            created_at=at,
        )


def edit_remark(
    remark: Remark,
    submission: Submission,
    actor: User,
    severity: str,
    text: str,
    at: datetime,
    seen: str = "",
    sentence_id: int | None = None,
) -> None:
    """Change a remark that has not been sent yet.

    `seen` is the mark of what the page showed. Raises `StepRefused`, `ChangedMeanwhile`.
    """
    refuse_gaps(text, "catatan ini", "text")
    with write():
        remark = _unsent(remark)
        _examining(submission, actor)
        refuse_if_changed(seen, noted(remark), "remark", [str(remark.id)])
        remark.severity, remark.text = severity, text.strip()
        if sentence_id != remark.sentence_id:
            for name, value in _worded(sentence_id).items():
                setattr(remark, name, value)
        remark.save()
        _record(remark, submission, "remark_changed", actor, at)


def drop_remark(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """Take back a remark that has not been sent yet. Raises `StepRefused`."""
    with write():
        remark = _unsent(remark)
        _examining(submission, actor)
        remark.state = "dropped"
        remark.save()
        _record(remark, submission, "remark_dropped", actor, at)


def undo_drop(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """Take back a remark that was dropped a moment ago. Raises `StepRefused`."""
    with write():
        remark = Remark.get_by_id(remark.id)
        _examining(submission, actor)
        dropped = Event.latest("remark", str(remark.id), ("remark_dropped",))
        if remark.state != "dropped" or not may_undo(dropped.at if dropped else None, at):
            raise StepRefused(f"Catatan yang dihapus lebih dari {IN_WORDS} lalu tidak dapat diurungkan.")
        remark.state = "noted"
        remark.save()
        _record(remark, submission, "remark_restored", actor, at)


def noted(remark: Remark) -> dict[str, object]:
    """A remark as it is kept, by the names of its form."""
    return {"severity": remark.severity, "text": remark.text, "sentence": str(remark.sentence_id or "")}


def settle_remark(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """The officer is satisfied with the answer."""
    _change_state(remark, submission, actor, at, SETTLED_FROM, "settled")


def reopen_remark(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """Not satisfied after all: it goes out again with the next return."""
    _change_state(remark, submission, actor, at, REOPENED_FROM, "noted")


def return_incomplete(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Send the form back as incomplete, with the remarks noted so far, if any."""
    with write():
        take_step(submission, "return_incomplete", actor, at, note, facts=_send_noted(submission, at))


def return_for_revision(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Send the noted remarks to the applicant and pause the clock; at least one must be there."""
    with write():
        refresh(submission)
        find_step(submission.status, "return_for_revision", hats_on(submission, actor))
        facts = _send_noted(submission, at)
        if not facts["remarks"]:
            raise StepRefused("Tuliskan dahulu sedikitnya satu catatan pada isian yang perlu diperbaiki.")
        take_step(submission, "return_for_revision", actor, at, note, facts=facts)


def _worded(sentence_id: int | None) -> dict[str, int | None]:
    """The ready sentence a remark is written with, and its version, as columns. Only inside `write()`."""
    sentence = Sentence.with_id(sentence_id)
    return {"sentence": sentence and sentence.id, "sentence_version": sentence and sentence.version}


def _examining(submission: Submission, actor: User) -> None:
    refresh(submission)
    if Role.OFFICER not in hats_on(submission, actor):
        raise StepRefused("Catatan pemeriksaan ditulis oleh petugas.")
    if submission.status not in NOTED_IN:
        raise StepRefused("Permohonan ini tidak sedang diperiksa; catatan tidak dapat ditambah sekarang.")


def _unsent(remark: Remark) -> Remark:
    """The remark as it now is, if it may still be changed. Only inside `write()`."""
    remark = Remark.get_by_id(remark.id)
    if remark.state == "dropped":
        raise StepRefused("Catatan ini sudah dihapus.")
    if remark.state != "noted":
        raise StepRefused("Catatan ini sudah dikirim kepada pemohon dan tidak dapat diubah lagi.")
    return remark


def _record(remark: Remark, submission: Submission, verb: str, actor: User, at: datetime) -> None:
    """What was done to a remark that nobody outside the office has read: no part of the submission's history."""
    audit.record("remark", str(remark.id), verb, actor, at, facts={"submission": submission.number})


def _change_state(
    remark: Remark, submission: Submission, actor: User, at: datetime, sources: tuple, target: str
) -> None:
    with write():
        _examining(submission, actor)
        remark = Remark.get_by_id(remark.id)
        if remark.state not in sources:
            raise StepRefused("Catatan ini sudah berubah; muat ulang halamannya.")
        remark.state = target
        settled = target == "settled"
        remark.settled_at, remark.settled_by = (at, actor) if settled else (None, None)
        remark.save()
        about = {"remark": remark.id}
        verb = f"remark_{target}"
        audit.record("submission", submission.number, verb, actor, at, note=_named(remark, submission), facts=about)


def _named(remark: Remark, submission: Submission) -> str:
    """Which remark it was, for the history: its question, and how it begins."""
    form = shelf.find(submission.questionnaire)
    title = form.question(remark.code).title if remark.code else "Permohonan secara umum"
    return f"{title}: {shorten(remark.text, BEGINNING, placeholder=' …')}"


def _send_noted(submission: Submission, at: datetime) -> dict:
    """Open every noted remark to the applicant; says how many, for the event and the mail."""
    noted = Remark.submission == submission.id, Remark.state == "noted"
    codes = [code for (code,) in Remark.select(Remark.code).where(*noted).order_by(Remark.id).tuples()]
    Remark.update(state="open", sent_at=at, reply="", replied_at=None).where(*noted).execute()
    return {"remarks": len(codes), "codes": codes}
