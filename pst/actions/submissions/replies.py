"""What the applicant may write now: the questions that are open, and the answers to remarks."""

from collections.abc import Mapping
from datetime import datetime

from pst.actions.steps import refresh
from pst.actions.submissions.progress import may_fill, may_write
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import opened
from pst.rules.review.workflow import WITH_APPLICANT, is_open_as_a_whole
from pst.rules.roles import Role
from pst.rules.steps import StepRefused


class RemarksUnanswered(StepRefused):
    """The applicant has not answered every remark; `remarks` are those still waiting."""

    def __init__(self, remarks: list[Remark]):
        super().__init__(f"Masih ada {len(remarks)} catatan yang belum Anda tanggapi.")
        self.remarks = remarks


def writable_codes(submission: Submission, actor: User) -> frozenset[str]:
    """The questions this person may answer now."""
    if submission.status not in WITH_APPLICANT or not may_fill(submission, actor):
        return frozenset()
    form = shelf.find(submission.questionnaire)
    codes = open_codes(submission)
    return codes if actor.has(Role.OFFICER) else codes - {q.code for q in form.questions if q.staff_only}


def open_codes(submission: Submission) -> frozenset[str]:
    """The questions that are open while the form is with the applicant."""
    form = shelf.find(submission.questionnaire)
    questioned = set(Remark.open_texts(submission)) - {""} if submission.submitted_at else set()
    if is_open_as_a_whole(submission.state, bool(questioned)):
        return frozenset(question.code for question in form.questions)
    return opened(form, questioned)


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
