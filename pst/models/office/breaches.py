"""Breaches of personal data: what happened, since when it is known, and who was told."""

from datetime import date, datetime, time

from peewee import CharField, DateField, DateTimeField, IntegerField, TextField

from pst.clock import stored
from pst.models.base import Table


class Breach(Table):
    """One of them. Whom it concerns stands in the mails alone, so that the history holds no addresses."""

    name = CharField(max_length=160)
    known_on = DateField()
    known_hour = CharField(max_length=5)
    """On the clock of the office, written 09.30."""
    happened = TextField()
    data = TextField()
    people = CharField(max_length=80)
    measures = TextField()
    advice = TextField(default="")
    reported_on = DateField(null=True)
    """When the authority was told, and how."""
    reported_how = CharField(max_length=200, default="")
    told_at = DateTimeField(null=True)
    """When those concerned were last told, and how many mails went."""
    told = IntegerField(default=0)

    @property
    def known_at(self) -> datetime:
        """From when the hours run, as stored."""
        hour, minute = map(int, self.known_hour.split("."))
        day = self.known_on if isinstance(self.known_on, date) else date.fromisoformat(self.known_on)
        return stored(datetime.combine(day, time(hour, minute)))

    @property
    def is_answered(self) -> bool:
        """Both the authority and those concerned were told."""
        return self.reported_on is not None and self.told_at is not None

    @classmethod
    def newest(cls) -> list["Breach"]:
        return list(cls.select().order_by(cls.id.desc()))

    @classmethod
    def running(cls) -> "Breach | None":
        """The one whose hours have run longest."""
        open_ones = (row for row in cls.select().order_by(cls.known_on, cls.id) if not row.is_answered)
        return next(open_ones, None)
