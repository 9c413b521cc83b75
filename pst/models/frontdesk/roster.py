"""When the desk is open and who sits at it: special days, and the officers on duty."""

from datetime import date

from peewee import CharField, DateField

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.office.holidays import HolidayRow
from pst.rules.frontdesk.roster import SpecialDays, Timetable, parse_hours
from pst.rules.office.office import Office


class SpecialHours(Table):
    """Days with other hours than usual, as text like "08.00–15.00"; empty text is a closed day."""

    name = CharField(max_length=120)
    starts = DateField()
    ends = DateField()
    hours = CharField(max_length=80, default="")
    friday = CharField(max_length=80, default="")

    class Meta:
        indexes = ((("ends",), False),)

    @classmethod
    def from_day(cls, day: date) -> list["SpecialHours"]:
        """What is still to come or in force on this day, in the order it was entered: a later row wins."""
        return list(cls.select().where(cls.ends >= day).order_by(cls.id))

    def as_rule(self) -> SpecialDays:
        return SpecialDays(self.name, self.starts, self.ends, parse_hours(self.hours), parse_hours(self.friday))


class OnDuty(Table):
    """An officer sits at the desk on this day."""

    day = DateField()
    officer = Ref(User, backref="+", on_delete="CASCADE")

    class Meta:
        indexes = ((("day", "officer"), True),)

    @classmethod
    def names(cls, day: date) -> list[str]:
        """Who is on duty, by name."""
        return [row[0] for row in cls.select(User.name).join(User).where(cls.day == day).order_by(User.name).tuples()]

    @classmethod
    def between(cls, first: date, last: date) -> set[tuple[date, int]]:
        """(day, officer's id) of these days."""
        return set(cls.select(cls.day, cls.officer).where(cls.day.between(first, last)).tuples())


def timetable(office: Office, day: date) -> Timetable:
    """The desk's hours as the rules read them, good from this day on."""
    return Timetable(
        usual=parse_hours(office.desk_hours),
        friday=parse_hours(office.desk_hours_friday),
        calendar=HolidayRow.calendar(),
        special=tuple(row.as_rule() for row in SpecialHours.from_day(day)),
    )
