"""Which blocks of a submission were examined, at which revision, by whom and when."""

from peewee import DateTimeField, IntegerField

from pst.models.accounts.users import User
from pst.models.base import Prepared, Ref, Table
from pst.models.submissions.submissions import Submission


class Examined(Table):
    """One block (its number on the form) that an officer has read to the end, at this revision."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    revision = IntegerField()
    block = IntegerField()
    by = Ref(User, backref="+")
    at = DateTimeField()

    class Meta:
        indexes = ((("submission", "revision", "block"), True),)

    @classmethod
    def of(cls, submission: Submission) -> dict[int, "Examined"]:
        """Block → its mark at the newest revision, with the officer."""
        return {row.block: row for row in _EXAMINED.all(submission.id, submission.revision)}


_EXAMINED = Prepared(
    lambda of, revision: (
        Examined.select(Examined, User.id, User.name)
        .join(User, on=Examined.by)
        .where(Examined.submission == of, Examined.revision == revision)
    )
)
