"""Duties (kewajiban): what the organiser owes after the letter, and whether it was done."""

from datetime import date, timedelta

from peewee import BooleanField, CharField, DateField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.submissions.submissions import Submission
from pst.rules.submissions.duties import METADATA, RESULTS

REMINDED_WITHIN = timedelta(days=30)
"""A reminder belongs to its day; one that was held up is still made within these. What was due earlier was due before
this office reminded anybody, and hundreds would be mailed in the first minute after an upgrade."""


class Duty(Table):
    """What the organiser owes after the letter, and whether it was done (PP 51/1999)."""

    submission = Ref(Submission, backref="+", on_delete="CASCADE")
    kind = CharField(max_length=20)
    """`IDENTITY`, `RESULTS` or `METADATA`."""
    due_on = DateField(null=True)
    done_at = DateTimeField(null=True)
    link = CharField(max_length=500, default="")
    note = TextField(default="")
    confirmed_at = DateTimeField(null=True)
    confirmed_by = Ref(User, null=True, backref="+")
    reminded = BooleanField(default=False)

    class Meta:
        indexes = ((("kind", "confirmed_at", "done_at", "due_on"), False),)

    @classmethod
    def of(cls, submission: Submission) -> ModelSelect:
        """What is owed for this submission, in the order it was laid down."""
        return cls.select().where(cls.submission == submission.id).order_by(cls.id)

    @classmethod
    def published(cls, submission_id: int | None) -> str:
        """Where its results were published, as the office confirmed; "" where nobody said."""
        found = cls.get_or_none(
            cls.submission == submission_id, cls.kind == RESULTS, cls.link != "", cls.confirmed_at.is_null(False)
        )
        return found.link if found else ""

    @classmethod
    def overdue(cls, today: date) -> ModelSelect:
        """Ids of the submissions whose organiser owes something since before this day."""
        return cls.select(cls.submission).where(cls.due_on < today, cls.done_at.is_null())

    @classmethod
    def due(cls, today: date) -> ModelSelect:
        """Results and metadata that should be there by now, not long ago, and nobody was reminded of.

        With their submission, its duties one after the other.
        """
        lately = cls.due_on.between(today - REMINDED_WITHIN, today)
        return (
            cls.select(cls, Submission)
            .join(Submission)
            .where(cls.kind.in_((RESULTS, METADATA)), lately, cls.done_at.is_null(), ~cls.reminded)
            .order_by(cls.submission, cls.id)
        )
