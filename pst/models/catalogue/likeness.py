"""Activities that resemble one that is planned: those of the catalogue, and those that others have before the office.

Of what is pending nobody but the office is shown more than title, agency and state.
"""

import json
from typing import NamedTuple

from pst.models.base import database
from pst.models.catalogue.catalogue_search import Lookup
from pst.rules import stems
from pst.rules.catalogue.everyday import meanings
from pst.rules.catalogue.likeness import Design, likeness
from pst.rules.catalogue.measure import FITS, Measure, is_telling, terms
from pst.rules.review.workflow import OPEN

MOST = 5
PENDING = 200
"""Pending submissions that are looked at: the newest with one of the words."""


class Alike(NamedTuple):
    """One of them: `state` is empty for what stands in the catalogue."""

    score: float
    number: str
    title: str
    agency: str
    year: int | None
    region: str
    variables: str
    state: str
    reason: str


def alike(mine: Design, words: str, limit: int = MOST, but: int = 0) -> list[Alike]:
    """The nearest, most alike first, by the office's list of `words`; `but` is the submission that is planned."""
    wanted = terms(mine.title, meanings(words))
    if not any(is_telling(word) for term in wanted for word in term.words):
        return []
    lookup = Lookup([*wanted, *terms(" ".join(mine.variables), {})], [])
    rows = [*database.execute_sql(_PAST, (json.dumps(lookup.best()), but)), *_pending(mine.title, but)]
    measure = Measure(lookup.wanted[: len(wanted)], lookup.frequency, lookup.total)
    found = [
        (likeness(measure, mine, theirs), row)
        for row in rows
        for _, title, agency, year, variables, region, _ in (row,)
        for theirs in (Design(title, _lines(variables), region, year, agency),)
    ]
    near = [
        Alike(near.score, number, title, agency, year, region, variables, state, near.reason)
        for near, (number, title, agency, year, variables, region, state) in found
        if near.score >= FITS
    ]
    return sorted(near, key=lambda each: (each.score, each.year or 0), reverse=True)[:limit]


def _pending(title: str, but: int) -> list[tuple[str, str, str, int | None, str, str, str]]:
    telling = [word for word in stems.words(title, stems.QUERY_WORDS) if is_telling(stems.stem(word))]
    if not telling:
        return []
    states = json.dumps([state.value for state in OPEN])
    pending = _PENDING.format(found=database.match("submission_index"))
    return list(database.execute_sql(pending, (database.any_of(map(database.word, telling)), PENDING, but, states)))


def _lines(variables: str) -> tuple[str, ...]:
    return tuple(filter(None, variables.splitlines()))


_PAST = """
    SELECT number, title, agency, year, variables, region, '' FROM activity
    WHERE in_force = 1 AND id IN (SELECT value FROM json_each(?)) AND submission_id IS NOT ?"""

_PENDING = """
    SELECT number, title, COALESCE(agency.name, ''), NULL, '', '', status FROM submission
    LEFT JOIN agency ON agency.id = submission.agency_id
    WHERE submission.id IN (
            SELECT rowid FROM submission_index WHERE {found} ORDER BY rowid DESC LIMIT ?)
        AND submission.id != ? AND status IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM activity WHERE submission_id = submission.id AND in_force = 1)"""
