"""Full-text indexes: of the catalogue, of submissions, complaints and visits. Rows share the id of their find."""

import re

from peewee import Value
from playhouse.sqlite_ext import FTS5Model, RowIDField, SearchField

from pst.models.base import database
from pst.rules import stems

MOST_WORDS = 12
"""Of a longer search only the first words are looked for."""


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
    def matching(cls, text: str):
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
    """Words of an activity: as written, and stemmed; and again those of its agency and its region alone."""

    stems = SearchField()
    agency = SearchField()
    region = SearchField()

    @classmethod
    def matching(cls, text: str = "", agency: str = "", region: str = ""):
        """Rows that have every word typed, as a beginning or by its stem; agency and region in theirs."""
        parts = [_word_or_stem(word) for word in stems.words(text, stems.QUERY_WORDS)]
        for column, typed in (("agency", agency), ("region", region)):
            parts += [f'{column} : "{word}"*' for word in stems.words(typed, stems.QUERY_WORDS)]
        return cls.match(" AND ".join(parts)) if parts else Value(False)


def _word_or_stem(word: str) -> str:
    """A word of one or two letters is too common to be a beginning; it is looked for as it is."""
    beginning = f'"{word}"*' if len(word) > 2 else f'"{word}"'
    return f'(words : {beginning} OR stems : "{stems.stem(word)}")'
