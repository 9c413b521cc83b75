"""Which blocks of a submission were examined, at which revision, by whom and when."""

from typing import Any

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
    def of(cls, submission: Submission) -> dict[int, Any]:
        """Block → its mark at the newest revision, with the officer's name."""
        return {mark.block: mark for mark in cls.many(MARKS, submission.id, submission.revision)}


MARKS = """
    SELECT examined.id, block, at, user.name AS officer FROM examined JOIN user ON user.id = by_id
    WHERE submission_id = ? AND revision = ?"""
