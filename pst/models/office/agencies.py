"""Agencies the office serves (instansi): those it knows, and those applicants have proposed."""

from typing import Any

from peewee import BooleanField, CharField, TextField

from pst.models.base import Table, database


class Agency(Table):
    """An organiser of statistics (produsen data): the dinas, badan or kantor an applicant works for."""

    name = CharField(unique=True, max_length=200)
    address = CharField(max_length=300, default="")
    phone = CharField(max_length=30, default="")
    email = CharField(max_length=254, default="")
    leader = CharField(max_length=200, default="")
    former = TextField(default="")
    """What it was called before, one name a line: it is found by these too."""
    approved = BooleanField(default=True)
    """False while an applicant has proposed it and no administrator has looked."""
    active = BooleanField(default=True)

    @property
    def names(self) -> str:
        """Every word it is found by."""
        return " ".join((self.name, *self.former.splitlines()))

    @classmethod
    def says(cls, word: str) -> Any:
        """The word stands in its name, or in one it had."""
        return cls.name.contains(word) | cls.former.contains(word)

    @classmethod
    def choices(cls) -> list[tuple[int, str]]:
        """What an applicant may pick from, by name."""
        return list(database.execute_sql("SELECT id, name FROM agency WHERE active AND approved ORDER BY name"))

    @classmethod
    def find(cls, agency_id: int | None) -> "Agency | None":
        """The agency with this id; None also where there is no id."""
        return cls.get_or_none(cls.id == agency_id)

    @classmethod
    def proposed(cls) -> list["Agency"]:
        """What applicants have proposed and nobody has looked at, oldest first."""
        return list(cls.select().where(~cls.approved).order_by(cls.id))

    @classmethod
    def listed(cls, text: str = "") -> list["Agency"]:
        """Every agency that was looked at, by name, narrowed by words of its names."""
        query = cls.select().where(cls.approved).order_by(cls.active.desc(), cls.name)
        for word in text.split()[:6]:
            query = query.where(cls.says(word))
        return list(query)

    @classmethod
    def named(cls, name: str) -> "Agency | None":
        """The agency of this name, whatever its capitals and spaces."""
        wanted = " ".join(name.split()).casefold()
        return next((row for row in cls.select() if row.name.casefold() == wanted), None)
