"""Who sits at which counter today, and which queues the counter calls."""

from datetime import date

from peewee import CharField, DateTimeField, IntegerField

from pst.clock import midnight
from pst.models.accounts.users import User
from pst.models.base import Ref, Table


class Seat(Table):
    """An officer sits at a counter since this moment; over when the office's day is.

    `services` are the letters of the queues it calls; none named means all.
    """

    counter = IntegerField(unique=True)
    officer = Ref(User, unique=True, backref="+", on_delete="CASCADE")
    services = CharField(max_length=10, default="")
    since = DateTimeField()

    @classmethod
    def of(cls, officer: User, day: date) -> "Seat | None":
        """Where this officer sits."""
        return cls.get_or_none(cls.officer == officer.id, cls.since >= midnight(day))

    @classmethod
    def taken(cls, day: date) -> dict[int, "Seat"]:
        """The counters somebody sits at, each with its officer."""
        rows = cls.select(cls, User).join(User).where(cls.since >= midnight(day))
        return {row.counter: row for row in rows}
