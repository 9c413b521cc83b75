"""Full-text indexes: of the catalogue, of submissions, complaints and visits. Rows share the id of their find."""

import re

from peewee import CharField, ModelSelect, Value
from playhouse.sqlite_ext import FTS5Model, RowIDField, SearchField

from pst.models.base import Table, database
from pst.rules import stems

FOUND = 5_000
"""Rows that are listed of what words of agency and region alone find."""

MOST_WORDS = 12
"""Of a longer search only the first words are looked for."""


SETTLE = "INSERT INTO {0} ({0}) VALUES ('optimize')"


class WordIndex(FTS5Model):
    """Words by which something is found: in any case, with or without accents, by beginnings of two letters or more.

    Every word is quoted, so nothing a person types can be read as an operator of the search.
    """

    rowid = RowIDField()
    words = SearchField()

    class Meta:
        database = database
        legacy_table_names = False
        options = {"tokenize": "unicode61 remove_diacritics 2", "prefix": "2 3"}

    @classmethod
    def settle(cls) -> None:
        """Make one part of what came one after another: parts tell in which order, and keep what was deleted."""
        database.execute_sql(SETTLE.format(cls._meta.table_name))

    @classmethod
    def matching(cls, text: str) -> ModelSelect:
        """Rows that have every word somebody typed, each as a beginning; signs between words say nothing."""
        typed = re.findall(r"[^\W_]+", text)[:MOST_WORDS]
        return cls.match(" ".join(f'"{word}"*' for word in typed)) if typed else Value(False)


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

    stems = SearchField()
    agency = SearchField()
    region = SearchField()

    @classmethod
    def narrowing(cls, agency: str = "", region: str = "", **marks: object) -> list[str]:
        """Conditions of the index: words that begin so in agency and region, and marks that are there."""
        parts = [f'stems : "{mark(name, value)}"' for name, value in marks.items() if value]
        for column, typed in (("agency", agency), ("region", region)):
            parts += [f'{column} : "{word}"*' for word in stems.words(typed, stems.QUERY_WORDS)]
        return parts

    @classmethod
    def newest(cls, parts: list[str]) -> ModelSelect:
        """The newest rows under these conditions; without any that say a word, none."""
        found = cls.match(" AND ".join(parts)) if parts else Value(False)
        return cls.select(cls.rowid).where(found).order_by(cls.rowid.desc()).limit(FOUND)


class CatalogueWord(Table):
    """Every word and stem of the catalogue once: what beginnings and slips of the hand may have meant."""

    word = CharField(max_length=40, primary_key=True)

    class Meta:
        table_name = "catalogue_word"


def mark(name: str, value: object) -> str:
    """A fact as one word of the index."""
    return f"{name}{value}".replace("_", "")
