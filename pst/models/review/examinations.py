"""Which blocks of a submission were examined, at which revision, by whom and when."""

from peewee import DateTimeField, IntegerField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
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
        marks = cls.select(cls, User.id, User.name).join(User, on=cls.by)
        newest = marks.where(cls.submission == submission.id, cls.revision == submission.revision)
        return {mark.block: mark for mark in newest}
