"""Activities that resemble one that is planned: those of the catalogue, and those that others have before the office.

Of what is pending nobody but the office is shown more than title, agency and state.
"""

import json
from typing import NamedTuple

from pst.models.base import database
from pst.models.catalogue.catalogue_search import Lookup
from pst.models.office.settings import the_office
from pst.models.search import SubmissionIndex
from pst.rules import stems
from pst.rules.catalogue.everyday import meanings
from pst.rules.catalogue.likeness import Design, likeness
from pst.rules.catalogue.measure import FITS, is_telling, terms
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
    state: str
    reason: str


def alike(mine: Design, limit: int = MOST, but: int = 0) -> list[Alike]:
    """The nearest, most alike first; `but` is the id of the submission that is planned."""
    wanted = terms(mine.title, meanings(the_office().everyday_words))
    if not any(is_telling(word) for term in wanted for way in term.ways for word in way.words):
        return []
    lookup = Lookup([*wanted, *terms(" ".join(mine.variables), {})], [])
    rows = [*database.execute_sql(_PAST, (json.dumps(lookup.best()), but)), *_pending(mine.title, but)]
    wanted = lookup.wanted[: len(wanted)]
    found = [
        (likeness(wanted, mine, Design(title, _lines(variables), region, year), lookup.frequency, lookup.total), row)
        for row in rows
        for _, title, _, year, variables, region, _ in (row,)
    ]
    near = [
        Alike(near.score, number, title, agency, year, state, near.reason)
        for near, (number, title, agency, year, _, _, state) in found
        if near.score >= FITS
    ]
    return sorted(near, key=lambda each: (each.score, each.year or 0), reverse=True)[:limit]


def _pending(title: str, but: int) -> list[tuple[str, str, str, int | None, str, str, str]]:
    telling = [word for word in stems.words(title, stems.QUERY_WORDS) if is_telling(stems.stem(word))]
    words = SubmissionIndex.select(SubmissionIndex.rowid).where(
        SubmissionIndex.match(" OR ".join(f'"{word}"' for word in telling))
    )
    newest = [row.rowid for row in words.order_by(SubmissionIndex.rowid.desc()).limit(PENDING)] if telling else []
    states = json.dumps([str(state.value) for state in OPEN])
    return list(database.execute_sql(_PENDING, (json.dumps(newest), but, states)))


def _lines(variables: str) -> tuple[str, ...]:
    return tuple(filter(None, variables.splitlines()))


_PAST = """
    SELECT number, title, agency, year, variables, region, '' FROM activity
    WHERE in_force = 1 AND id IN (SELECT value FROM json_each(?)) AND submission_id IS NOT ?"""

_PENDING = """
    SELECT number, title, COALESCE(agency.name, ''), NULL, '', '', status FROM submission
    LEFT JOIN agency ON agency.id = submission.agency_id
    WHERE submission.id IN (SELECT value FROM json_each(?)) AND submission.id != ?
        AND status IN (SELECT value FROM json_each(?))"""
