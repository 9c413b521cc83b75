"""One-time surveys: a link for each visit, and what was answered."""

from datetime import date, datetime

from peewee import CharField, DateField, DateTimeField, IntegerField, TextField

from pst.models.base import Json, Ref, Table
from pst.models.frontdesk.visits import Visit


class Rating(Table):
    """The survey of one visit. It opens when the visit ends (`opens_at`) and can be answered once.

    `token` is kept only until it is used, so that slip and mail can carry it; it is looked up by its hash.
    """

    visit = Ref(Visit, unique=True, backref="+", on_delete="CASCADE")
    token = CharField(max_length=24, default="")
    token_hash = CharField(unique=True, max_length=64)
    survey = CharField(max_length=20)
    opens_at = DateTimeField(null=True)
    expires_at = DateTimeField(null=True)
    answered_at = DateTimeField(null=True)
    answered_on = DateField(null=True, index=True)
    service = CharField(max_length=1, default="")
    overall = IntegerField(null=True)
    answers = Json(default=dict)
    comment = TextField(default="")

    @classmethod
    def by_token(cls, token_hash: str) -> "Rating | None":
        return cls.get_or_none(cls.token_hash == token_hash)

    @classmethod
    def of(cls, visit: Visit) -> "Rating | None":
        return cls.get_or_none(cls.visit == visit.id)

    @classmethod
    def open_token(cls, visit: Visit, at: datetime) -> str:
        """The token of a survey that can be answered at this moment, else ""."""
        rating = cls.of(visit)
        if rating is None or rating.opens_at is None or rating.expires_at is None:
            return ""
        return rating.token if rating.opens_at <= at <= rating.expires_at else ""

    @classmethod
    def given(cls, first: date, last: date) -> list[tuple[str, int]]:
        """(service, overall rating) of every answer of these days."""
        return list(cls.select(cls.service, cls.overall).where(cls.answered_on.between(first, last)).tuples())

    @classmethod
    def comments(cls, first: date, last: date, limit: int = 30) -> list[tuple]:
        """(day, service, rating, words) of the comments of these days, newest first."""
        query = cls.select(cls.answered_on, cls.service, cls.overall, cls.comment).where(
            cls.answered_on.between(first, last), cls.comment != ""
        )
        return list(query.order_by(cls.id.desc()).limit(limit).tuples())
