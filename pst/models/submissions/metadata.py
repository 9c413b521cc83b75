"""What an agency says of its variables and indicators (MS-Var, MS-Ind): beside the form, since it may come later."""

from typing import Any

from peewee import DateTimeField

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.submissions.submissions import Submission


class Metadata(Table):
    """The working copy of one submission; there is none before anybody saved."""

    submission = Ref(Submission, unique=True, backref="+", on_delete="CASCADE")
    answers = Json(default=dict)
    at = DateTimeField()
    by = Ref(User, backref="+")

    @classmethod
    def answers_of(cls, submission_id: int | None) -> dict[str, Any]:
        """The tables by their codes; empty where nobody saved any."""
        row = cls.select(cls.answers).where(cls.submission == submission_id).tuples().first()
        return row[0] if row else {}
