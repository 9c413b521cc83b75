"""Full-text indexes: of the catalogue, of submissions, complaints and visits. Rows share the id of their find."""

import re
from typing import Any

from peewee import CharField, IntegerField, Model, ModelSelect, TextField, Value

from pst.models.base import Table, database
from pst.rules import stems

FOUND = 5_000
"""Rows that are listed of what words of agency and region alone find."""

MOST_WORDS = 12
"""Of a longer search only the first words are looked for."""


class WordIndex(Model):
    """Words by which something is found: in any case, with or without accents, by beginnings of two letters or more."""

    rowid = IntegerField(primary_key=True)
    words = TextField()

    class Meta:
        database = database
        legacy_table_names = False

    @classmethod
    def columns(cls) -> list[str]:
        """What it holds words in."""
        return [name for name in cls._meta.sorted_field_names if name != "rowid"]

    @classmethod
    def create_table(cls, safe: bool = True, **more: Any) -> None:
        """Each engine has its own way to keep words."""
        cls._meta.database.create_words(cls)

    @classmethod
    def put(cls, row_id: int, **words: str) -> None:
        """These are the words a row is found by from now on. Only inside `write()`."""
        cls._meta.database.put_words(cls, row_id, words)

    @classmethod
    def drop(cls, ids: list[int]) -> None:
        """These rows are found no more. Only inside `write()`."""
        cls.delete().where(cls.rowid.in_(ids)).execute()

    @classmethod
    def settle(cls) -> None:
        """Make one part of what came one after another: parts tell in which order, and keep what was deleted."""
        cls._meta.database.settle(cls._meta.table_name)

    @classmethod
    def matching(cls, text: str) -> Any:
        """Rows that have every word somebody typed, each as a beginning; signs between words say nothing."""
        typed = re.findall(r"[^\W_]+", text)[:MOST_WORDS]
        return cls.under([database.word(word, begins=True) for word in typed])

    @classmethod
    def under(cls, parts: list[str]) -> Any:
        """The condition that all of these expressions find the row; without any, none is found."""
        return database.matching(cls, database.all_of(parts)) if parts else Value(False)


class SubmissionIndex(WordIndex):
    """Words of a submission: number, title, agency, identity number."""


class ComplaintIndex(WordIndex):
    """Words of a complaint: number, tracking number, title, text. It holds no identity."""


class VisitIndex(WordIndex):
    """Words of a visit: who came, and from where; gone when the visit no longer names a person."""


class ActivityIndex(WordIndex):
    """Words of an activity in force: as written, and stemmed; and again those of its agency and its region alone.

    Year, method and sector stand among the stems as words of their own (`tahun2026`), so that what narrows a search
    does it inside the index.
    """

    stems = TextField()
    agency = TextField()
    region = TextField()

    @classmethod
    def narrowing(cls, agency: str = "", region: str = "", **marks: object) -> list[str]:
        """Conditions of the index: words that begin so in agency and region, and marks that are there."""
        parts = [database.word(mark(name, value), "stems") for name, value in marks.items() if value]
        for column, typed in (("agency", agency), ("region", region)):
            parts += [database.word(word, column, begins=True) for word in stems.words(typed, stems.QUERY_WORDS)]
        return parts

    @classmethod
    def newest(cls, parts: list[str]) -> ModelSelect:
        """The newest rows under these conditions; without any that say a word, none."""
        return cls.select(cls.rowid).where(cls.under(parts)).order_by(cls.rowid.desc()).limit(FOUND)


class CatalogueWord(Table):
    """Every word and stem of the catalogue once: what beginnings and slips of the hand may have meant."""

    word = CharField(max_length=40, primary_key=True)

    class Meta:
        table_name = "catalogue_word"


def mark(name: str, value: object) -> str:
    """A fact as one word of the index."""
    return f"{name}{value}".replace("_", "")
