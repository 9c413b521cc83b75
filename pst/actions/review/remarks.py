"""Remarks: noted by officers, sent with a return, answered by the applicant, settled one by one."""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit
from pst.actions.seen import refuse_if_changed
from pst.actions.steps import refresh
from pst.actions.submissions.progress import hats_on, may_write, take_step
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import opened
from pst.rules.review.workflow import WITH_APPLICANT, Status, find_step
from pst.rules.roles import Role
from pst.rules.steps import StepRefused

NOTED_IN = frozenset({Status.SUBMITTED, Status.IN_REVIEW, Status.REVISED, Status.EVALUATION})
"""While remarks may be written down."""


class RemarksUnanswered(StepRefused):
    """The applicant has not answered every remark; `remarks` are those still waiting."""

    def __init__(self, remarks: list[Remark]):
        super().__init__(f"Masih ada {len(remarks)} catatan yang belum Anda tanggapi.")
        self.remarks = remarks


def add_remark(submission: Submission, actor: User, code: str, severity: str, text: str, at: datetime) -> Remark:
    """Note a remark on a question ("" for the whole); the applicant sees it only when it is sent."""
    if severity not in ("must", "advice"):
        raise StepRefused("Pilih: wajib diperbaiki atau saran.")
    if code and code not in shelf.find(submission.questionnaire):
        raise StepRefused("Pertanyaan itu tidak ada pada formulir ini.")
    with write():
        _examining(submission, actor)
        return Remark.create(
            submission=submission,
            revision=submission.revision,
            code=code,
            severity=severity,
            text=text.strip(),
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
) -> None:
    """Change a remark that has not been sent yet.

    `seen` is the mark of what the page showed. Raises `StepRefused`, `ChangedMeanwhile`.
    """
    with write():
        remark = _unsent(remark)
        _examining(submission, actor)
        refuse_if_changed(seen, noted(remark), "remark", [str(remark.id)])
        remark.severity, remark.text = severity, text.strip()
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


def noted(remark: Remark) -> dict[str, object]:
    """A remark as it is kept, by the names of its form."""
    return {"severity": remark.severity, "text": remark.text}


def settle_remark(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """The officer is satisfied with the answer."""
    _change_state(remark, submission, actor, at, ("open", "answered"), "settled")


def reopen_remark(remark: Remark, submission: Submission, actor: User, at: datetime) -> None:
    """Not satisfied after all: it goes out again with the next return."""
    _change_state(remark, submission, actor, at, ("answered", "settled"), "noted")


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


def save_replies(submission: Submission, actor: User, replies: Mapping[int, str], at: datetime) -> None:
    """Keep the applicant's answers to remarks as a draft; they are sent with the form."""
    with write():
        refresh(submission)
        if submission.status not in WITH_APPLICANT or not may_write(submission, actor):
            raise StepRefused("Tanggapan hanya dapat ditulis selama permohonan ada pada pemohon.")
        for remark in Remark.open_of(submission):
            if remark.id in replies and replies[remark.id].strip() != remark.reply:
                remark.reply, remark.replied_at = replies[remark.id].strip(), at
                remark.save()


def take_replies(submission: Submission) -> None:
    """On sending: every open remark must have its answer, and becomes answered. Only inside `write()`."""
    waiting = Remark.open_of(submission)
    if unanswered := [remark for remark in waiting if not remark.reply]:
        raise RemarksUnanswered(unanswered)
    for remark in waiting:
        remark.state = "answered"
        remark.save()


def writable_codes(submission: Submission, actor: User) -> frozenset[str]:
    """The questions this person may answer now."""
    if submission.status not in WITH_APPLICANT or not may_write(submission, actor):
        return frozenset()
    form = shelf.find(submission.questionnaire)
    codes = open_codes(submission)
    return codes if actor.has(Role.OFFICER) else codes - {q.code for q in form.questions if q.staff_only}


def open_codes(submission: Submission) -> frozenset[str]:
    """The questions that are open while the form is with the applicant.

    A draft is open as a whole, and so is an incomplete form returned without remarks on single questions.
    Otherwise only the questioned items are open, with all that depends on them.
    """
    form = shelf.find(submission.questionnaire)
    draft = submission.status == Status.DRAFT  # nobody has remarked on it yet
    questioned = set() if draft else set(Remark.open_texts(submission)) - {""}
    whole = draft or (submission.status == Status.INCOMPLETE and not questioned)
    return frozenset(q.code for q in form.questions) if whole else opened(form, questioned)


def _examining(submission: Submission, actor: User) -> None:
    refresh(submission)
    if not actor.has(Role.OFFICER) or submission.applicant_id == actor.id:
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
        audit.record("submission", submission.number, f"remark_{target}", actor, at, facts={"remark": remark.id})


def _send_noted(submission: Submission, at: datetime) -> dict:
    """Open every noted remark to the applicant; says how many, for the event and the mail."""
    noted = Remark.submission == submission.id, Remark.state == "noted"
    codes = [code for (code,) in Remark.select(Remark.code).where(*noted).order_by(Remark.id).tuples()]
    Remark.update(state="open", sent_at=at, reply="", replied_at=None).where(*noted).execute()
    return {"remarks": len(codes), "codes": codes}
