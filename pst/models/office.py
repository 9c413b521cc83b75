"""What belongs to the office: agencies it serves, its holidays, its settings, and the areas it knows."""

from datetime import date

from peewee import BooleanField, CharField, DateField, DateTimeField, TextField

from pst.models.base import Json, Prepared, Ref, Table
from pst.models.remembering import remembered
from pst.rules.calendar import Holiday, WorkCalendar
from pst.rules.office import Office, office_of


class Agency(Table):
    """An organiser of statistics (produsen data): the dinas, badan or kantor an applicant works for."""

    name = CharField(unique=True, max_length=200)
    address = CharField(max_length=300, default="")
    phone = CharField(max_length=30, default="")
    email = CharField(max_length=254, default="")
    leader = CharField(max_length=200, default="")
    approved = BooleanField(default=True)
    """False while an applicant has proposed it and no administrator has looked."""
    active = BooleanField(default=True)

    @classmethod
    def choices(cls) -> list[tuple[int, str]]:
        """What an applicant may pick from, by name."""
        rows = cls.select(cls.id, cls.name).where(cls.active, cls.approved).order_by(cls.name)
        return list(rows.tuples())

    @classmethod
    def find(cls, agency_id: int | None) -> "Agency | None":
        """The agency with this id; None also where there is no id."""
        return _AGENCY.first(agency_id)

    @classmethod
    def proposed(cls) -> list["Agency"]:
        """What applicants have proposed and nobody has looked at, oldest first."""
        return list(cls.select().where(~cls.approved).order_by(cls.id))

    @classmethod
    def listed(cls, text: str = "") -> list["Agency"]:
        """Every agency that was looked at, by name, narrowed by words of its name."""
        query = cls.select().where(cls.approved).order_by(cls.active.desc(), cls.name)
        for word in text.split()[:6]:
            query = query.where(cls.name.contains(word))
        return list(query)

    @classmethod
    def named(cls, name: str) -> "Agency | None":
        """The agency of this name, whatever its capitals and spaces."""
        wanted = " ".join(name.split()).casefold()
        return next((row for row in cls.select() if row.name.casefold() == wanted), None)


_AGENCY = Prepared(lambda agency_id: Agency.select().where(Agency.id == agency_id))


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
        return remembered("calendar", cls._read_calendar)

    @classmethod
    def _read_calendar(cls) -> WorkCalendar:
        rows = cls.select(cls.day, cls.name, cls.kind, cls.closed, cls.decree).order_by(cls.day)
        return WorkCalendar(tuple(Holiday(*row) for row in rows.tuples()))

    @classmethod
    def on(cls, day: date) -> "HolidayRow | None":
        """What the table says of this day."""
        return cls.get_or_none(cls.day == day)

    @classmethod
    def years(cls) -> list[int]:
        """The years that have holidays, newest first."""
        return sorted({day.year for (day,) in cls.select(cls.day).tuples()}, reverse=True)

    @classmethod
    def every(cls):
        return cls.select().order_by(cls.day)

    @classmethod
    def of_year(cls, year: int):
        return cls.select().where(cls.day.between(date(year, 1, 1), date(year, 12, 31))).order_by(cls.day)


class Setting(Table):
    """One decision of the office, under the key declared in `rules/office.py`."""

    key = CharField(primary_key=True, max_length=60)
    value = Json()
    changed_at = DateTimeField()
    changed_by = TextField(default="")

    @classmethod
    def everything(cls) -> dict[str, object]:
        return dict(cls.select(cls.key, cls.value).tuples())


class Area(Table):
    """A province, regency, district (kecamatan) or village (desa/kelurahan) with its BPS code."""

    code = CharField(primary_key=True, max_length=12)
    name = CharField(max_length=80)
    level = CharField(max_length=12)
    parent = Ref("self", null=True, backref="+")


def the_office() -> Office:
    """The settings in force now."""
    return remembered("office", lambda: office_of(Setting.everything()))
