"""Messages between applicant and officers inside one submission."""

from peewee import BooleanField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table, database
from pst.models.submissions.submissions import Submission


class Message(Table):
    """One message; `from_office` tells the side, `read_at` when the other side first saw it."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    author = Ref(User, backref="+")
    from_office = BooleanField()
    text = TextField()
    at = DateTimeField()
    read_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("from_office", "read_at"), False),)

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        return cls.select(cls, User).join(User).where(cls.submission == submission.id).order_by(cls.id)

    @classmethod
    def find(cls, submission: Submission, message_id: int) -> "Message | None":
        return cls.of(submission).where(cls.id == message_id).first()

    @classmethod
    def unread(cls, submission: Submission, by_office: bool) -> int:
        """How many messages of the other side this side has not seen."""
        ((number,),) = database.execute_sql(UNREAD, (submission.id, not by_office))
        return number


UNREAD = "SELECT COUNT(*) FROM message WHERE submission_id = ? AND from_office = ? AND read_at IS NULL"
