"""The days the office is closed, or open against the calendar."""

from datetime import date

from peewee import BooleanField, CharField, DateField, ModelSelect

from pst.models.base import Table, database
from pst.rules.calendar import Holiday, WorkCalendar


class HolidayRow(Table):
    """A day the office is closed (or, with `closed` false, open against the calendar)."""

    day = DateField(primary_key=True)
    name = CharField(max_length=160)
    kind = CharField(max_length=12)
    closed = BooleanField(default=True)
    decree = CharField(max_length=160, default="")

    class Meta:
        table_name = "holiday"

    @classmethod
    def calendar(cls) -> WorkCalendar:
        """The office's working calendar as the rules read it."""
        rows = database.execute_sql("SELECT day, name, kind, closed, decree FROM holiday ORDER BY day")
        return WorkCalendar(
            [
                Holiday(date.fromisoformat(day), name, kind, bool(closed), decree)
                for day, name, kind, closed, decree in rows
            ]
        )

    @classmethod
    def on(cls, day: date) -> "HolidayRow | None":
        """What the table says of this day."""
        return cls.get_or_none(cls.day == day)

    @classmethod
    def years(cls) -> list[int]:
        """The years that have holidays, newest first."""
        return sorted({day.year for (day,) in cls.select(cls.day).tuples()}, reverse=True)

    @classmethod
    def every(cls) -> ModelSelect:
        return cls.select().order_by(cls.day)

    @classmethod
    def of_year(cls, year: int) -> ModelSelect:
        return cls.select().where(cls.day.between(date(year, 1, 1), date(year, 12, 31))).order_by(cls.day)
