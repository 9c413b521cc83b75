"""Messages between applicant and officers inside a submission."""

from datetime import datetime

from pst.actions import audit, emails
from pst.actions.submissions.notices import tell_applicant, tell_office
from pst.models.accounts.users import User
from pst.models.base import bookkeeping, write
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.undoing import IN_WORDS, UNDO_WITHIN, WITHDRAWN, may_undo


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
            tell_applicant(submission, "message", at, UNDO_WITHIN, text=message.text, writer="petugas BPS")
        else:
            tell_office(submission, "message", at, actor, text=message.text, writer="pemohon")
    return message


def withdraw_message(message: Message, submission: Submission, actor: User, at: datetime) -> str:
    """Take a message to the applicant back, and its mail with it; returns its words. Raises `StepRefused`."""
    with write():
        message = Message.get_by_id(message.id)
        if not may_withdraw(message, actor, at):
            raise StepRefused(f"Pesan hanya dapat ditarik penulisnya, dalam {IN_WORDS}.")
        if not emails.take_back("message", submission, message.at):
            raise StepRefused("Surel pesan ini sudah dikirim; tulis pesan baru untuk meluruskannya.")
        words, message.text = message.text, WITHDRAWN
        message.save()
        audit.record("submission", submission.number, "withdraw_message", actor, at)
    return words


def may_withdraw(message: Message, actor: User, at: datetime) -> bool:
    """Its writer in the office, while its mail waits."""
    mine = message.from_office and message.author_id == actor.id
    return mine and message.text != WITHDRAWN and may_undo(message.at, at)


def mark_read(submission: Submission, by_office: bool, at: datetime) -> None:
    """The other side's messages have been seen."""
    unread = Message.submission == submission.id, Message.from_office != by_office, Message.read_at.is_null()
    if Message.select().where(*unread).exists():
        with bookkeeping():
            Message.update(read_at=at).where(*unread).execute()
