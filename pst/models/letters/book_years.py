"""Where the office keeps its book of outgoing letters, as it says for each year."""

from peewee import CharField, IntegerField

from pst.models.base import Table


class BookYear(Table):
    """The book of one year. Without its row nobody has said where numbers come from, and none is drawn."""

    year = IntegerField(primary_key=True)
    kept = CharField(max_length=10)

    @classmethod
    def of(cls, year: int) -> "BookYear | None":
        return cls.get_or_none(cls.year == year)
