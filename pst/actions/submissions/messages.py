"""Messages between applicant and officers inside a submission."""

from datetime import datetime

from pst.actions.submissions.notices import tell_applicant, tell_office
from pst.models.accounts.users import User
from pst.models.base import bookkeeping, write
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused


def send_message(submission: Submission, actor: User, text: str, at: datetime) -> Message:
    """Write to the other side, which also gets a mail: the applicant, or the officer it is assigned to."""
    from_office = submission.applicant_id != actor.id
    if from_office and not actor.has(Role.OFFICER, Role.HEAD):
        raise StepRefused("Pesan ditulis oleh pemohon atau petugas.")
    if submission.status == Status.DRAFT:
        raise StepRefused("Pesan dapat dikirim setelah permohonan dikirim.")
    with write():
        message = Message.create(submission=submission, author=actor, from_office=from_office, text=text.strip(), at=at)
        if from_office:
            tell_applicant(submission, "message", at, text=message.text, writer="petugas BPS")
        else:
            tell_office(submission, "message", at, actor, text=message.text, writer="pemohon")
    return message


def mark_read(submission: Submission, by_office: bool, at: datetime) -> None:
    """The other side's messages have been seen."""
    unread = Message.submission == submission.id, Message.from_office != by_office, Message.read_at.is_null()
    if Message.select().where(*unread).exists():
        with bookkeeping():
            Message.update(read_at=at).where(*unread).execute()
