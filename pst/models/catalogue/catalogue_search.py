"""Finding activities by what people type: candidates from the index of words, ranked by the measure of the rules.

Everything is asked newest first and no further than a few hundred rows, so a search costs the same in any catalogue.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pst.models.base import database
from pst.models.paging import Page, Place, page_of_ids
from pst.rules import stems
from pst.rules.catalogue.everyday import Meanings
from pst.rules.catalogue.measure import FITS, Measure, Term, Text, slips, spellings, terms, with_guesses

REACH = 400
"""Rows that are looked at for one word."""
WEIGHED = 200
"""Candidates that are measured."""
NEAREST = 5
"""Activities that are shown where none fits."""
GUESSES = 6
"""Words that may have been meant by one that no activity has."""

NUMBER = re.compile(r"\d[.\-/]\d|[A-Za-z]-\d")
"""Somebody looks for one paper, and wants no other that begins alike."""
WHOLE = 0.9


class Found(NamedTuple):
    """What a search found, best first: ids, and how many of them fit. Where none does, the nearest are there."""

    ids: list[int]
    fitting: int
    scores: list[float]

    @property
    def hits(self) -> str:
        """How many fit, as people read it."""
        return str(self.fitting) if self.fitting < WEIGHED else f"{WEIGHED} atau lebih"

    def page(self, place: Place, size: int) -> Page:
        return page_of_ids(self.ids, place, size)


def find(text: str, meanings: Meanings, within: Iterable[str] = ()) -> Found:
    """The activities that answer this search; `within` are further conditions of the index."""
    wanted, narrow = terms(text, meanings), list(within)
    lookup = Lookup(wanted, narrow)
    measure = Measure(lookup.wanted, lookup.frequency, lookup.total)
    scored = [(measure.cover(seen), key) for key, seen in _texts(lookup.best()).items()]
    scored.sort(reverse=True)
    least = WHOLE if NUMBER.search(text) else FITS
    fitting = [(score, key) for score, key in scored if score >= least]
    shown = fitting or scored[:NEAREST]
    return Found([key for _, key in shown], len(fitting), [score for score, _ in shown])


class Lookup:
    """The words of one search in the index: who has them, how often they are, what may have been meant by others."""

    def __init__(self, wanted: list[Term], within: list[str]):
        self.within = within
        self.total = int(database.execute_sql("SELECT MAX(rowid) FROM activity_index").fetchone()[0] or 0)
        self.rows = self._rows({word for term in wanted for word in term.words})
        self.wanted = self._guessed(wanted)

    def frequency(self, word: str) -> int:
        """How many activities have the word; of a common one as many as its newest let expect."""
        rows = self.rows.get(word) or []
        return len(rows) if len(rows) < REACH else max(REACH, self.total * REACH // (self.total - rows[-1] + 1))

    def best(self) -> list[int]:
        """The candidates with most of what is looked for: of single words, and the newest that have all of them."""
        points: dict[int, float] = defaultdict(float)
        for term in self.wanted:
            best: dict[int, float] = {}
            for word in term.words:
                rare = 1 + 1 / (1 + len(self.rows[word]))
                best |= {key: max(rare, best.get(key, 0)) for key in self.rows[word]}
            for key, rare in best.items():
                points[key] += rare
        for key in self._together():
            points[key] += len(self.wanted)
        return sorted(points, key=lambda key: (points[key], key), reverse=True)[:WEIGHED]

    def _together(self) -> list[int]:
        """The newest that have everything; asked where each word alone has more rows than were looked at."""
        if not any(len(rows) >= REACH for rows in self.rows.values()):
            return []
        known = filter(self._is_known, self.wanted)
        parts = [database.any_of(_all(way.words) for way in term.ways) for term in known]
        return _looked_up({"": database.all_of([*parts, *self.within])})[""]

    def _is_known(self, term: Term) -> bool:
        """Some activity has a word of it."""
        return any(self.rows[word] for word in term.words)

    def _rows(self, words: Iterable[str]) -> dict[str, list[int]]:
        return _looked_up({word: database.all_of([_has(word), *self.within]) for word in words})

    def _guessed(self, wanted: list[Term]) -> list[Term]:
        """What was typed and nobody has may be a beginning, or a slip: words that are in the catalogue."""
        meant = _meant({term.ways[0].words[0] for term in wanted if not self._is_known(term)})
        self.rows |= self._rows({stems.stem(word) for words in meant.values() for word in words} - set(self.rows))
        return [with_guesses(term, meant.get(term.ways[0].words[0], ())) for term in wanted]


def _meant(unknown: set[str]) -> dict[str, list[str]]:
    """Words of the catalogue that begin as each of these, or else those one slip away."""
    meant: dict[str, list[str]] = {word: [] for word in unknown}
    long = [word for word in unknown if len(word) > 2]
    given = [part for word in long for part in (word, word, word + "\uffff", GUESSES)]
    for word, begun in database.execute_sql(" UNION ALL ".join([_BEGUN] * len(long)), given) if long else ():
        meant[word].append(begun)
    slipped = {slip: word for word, begun in meant.items() if not begun for slip in slips(word)}
    for (found,) in database.execute_sql(_KNOWN, (json.dumps(sorted(slipped)),)) if slipped else ():
        meant[slipped[found]].append(found)
    return {word: found[:GUESSES] for word, found in meant.items() if found}


def _looked_up(asked: dict[str, str]) -> dict[str, list[int]]:
    """The newest rows of each expression, asked in one statement."""
    found: dict[str, list[int]] = {name: [] for name in asked}
    if asked:
        one = _ONE.format(found=database.match("activity_index"))
        sql = " UNION ALL ".join([one] * len(asked))
        given = [part for name, expression in asked.items() for part in (name, expression, REACH)]
        for name, key in database.execute_sql(sql, given):
            found[name].append(key)
    return found


def _texts(ids: list[int]) -> dict[int, Text]:
    rows = database.execute_sql(_WORDS, (json.dumps(ids),))
    return {key: Text(spellings(title), frozenset(f"{words} {stemmed}".split())) for key, title, words, stemmed in rows}


def _has(word: str) -> str:
    return database.word(word, "stems", "words")


def _all(words: Iterable[str]) -> str:
    return database.all_of(map(_has, words))


_BEGUN = "SELECT * FROM (SELECT ?, word FROM catalogue_word WHERE word >= ? AND word < ? LIMIT ?)"
_KNOWN = "SELECT word FROM catalogue_word WHERE word IN (SELECT value FROM json_each(?))"

_ONE = "SELECT * FROM (SELECT ?, rowid FROM activity_index WHERE {found} ORDER BY rowid DESC LIMIT ?)"

_WORDS = """
    SELECT activity.id, title, words, stems FROM activity JOIN activity_index ON activity_index.rowid = activity.id
    WHERE activity.id IN (SELECT value FROM json_each(?))"""
