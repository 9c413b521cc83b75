"""What officers overruled of that which the rules find in a design."""

from typing import Any

from peewee import CharField, DateTimeField, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission


class Overruling(Table):
    """One rule (its id) that does not hold for this submission, and why."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    rule = CharField(max_length=12)
    reason = TextField()
    by = Ref(User, backref="+")
    at = DateTimeField()

    class Meta:
        indexes = ((("submission", "rule"), True),)

    @classmethod
    def of(cls, submission: Submission) -> dict[str, Any]:
        """Rule → why it was overruled, with the officer's name."""
        return {row.rule: row for row in cls.many(OVERRULED, submission.id)}


OVERRULED = """
    SELECT rule, reason, at, user.name AS officer FROM overruling JOIN user ON user.id = by_id
    WHERE submission_id = ?"""
