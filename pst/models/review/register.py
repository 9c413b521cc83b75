"""The register of submissions: narrowed by filters, page by page, or all of it for a spreadsheet.

Lists are named tuples of the columns they show, found by key: a page costs the same at any depth and size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from peewee import Select, fn

from pst.models.accounts.users import User
from pst.models.base import database
from pst.models.office.agencies import Agency
from pst.models.search import SubmissionIndex
from pst.models.submissions.submissions import Assignee, Submission
from pst.rules.review.workflow import OPEN

PAGE = 50
"""Rows of one page of the register."""

ONLY_WRITTEN = (Submission.year, Submission.method, Submission.channel, Submission.submitted_at)
"""Columns that only the spreadsheet has."""

BATCH = 500
"""Rows fetched at a time while the whole register is written out."""


@dataclass(frozen=True)
class Filters:
    """What narrows the register; empty values narrow nothing. `late_on` keeps what is overdue on that day."""

    status: str = ""
    assignee: int | None = None
    agency: int | None = None
    year: int | None = None
    text: str = ""
    late_on: date | None = None


class Page(NamedTuple):
    """Rows of one page, newest first, and the keys from which its neighbours begin (None: there is none)."""

    rows: list[Any]
    newer: int | None
    older: int | None


def register_page(user: User, filters: Filters, before: int | None = None, after: int | None = None) -> Page:
    """One page of the register: older than `before`, newer than `after`, or the newest."""
    forwards = after is not None
    query = _filtered(user, filters)
    key = _key(filters)
    if before is not None:
        query = query.where(key < before)
    if forwards:
        query = query.where(key > after)
    found = list(query.order_by(key.asc() if forwards else key.desc()).limit(PAGE + 1).namedtuples())
    more, rows = len(found) > PAGE, found[:PAGE]
    if forwards:
        rows.reverse()
    if not rows:
        return Page([], None, None)
    newer = more if forwards else before is not None
    older = True if forwards else more
    return Page(rows, rows[0].id if newer else None, rows[-1].id if older else None)


def register_rows(user: User, filters: Filters) -> Iterator[Any]:
    """Every row of the filtered register, newest first, fetched in batches so that none is held for long."""
    last, key = None, _key(filters)
    while True:
        query = _filtered(user, filters, *ONLY_WRITTEN)
        if last is not None:
            query = query.where(key < last)
        batch = list(query.order_by(key.desc()).limit(BATCH).namedtuples())
        yield from batch
        if len(batch) < BATCH:
            return
        last = batch[-1].id


def years() -> list[int]:
    """The years activities are planned for, newest first, for the filter; no more than the latest thirty."""
    first, last = Submission.select(fn.MIN(Submission.year)), Submission.select(fn.MAX(Submission.year))
    (earliest, latest) = next(iter(Select([], [first, last]).bind(database).tuples()))
    return list(range(latest, max(earliest, latest - 30) - 1, -1)) if latest else []


def list_columns(*more):
    """What lists show of a submission."""
    return (
        Submission.select(
            Submission.id,
            Submission.number,
            Submission.title,
            Submission.status,
            Submission.due_on,
            Submission.entered_status_at,
            Agency.name.alias("agency"),
            Assignee.name.alias("assignee"),
            *more,
        )
        .left_outer_join(Agency)
        .switch(Submission)
        .left_outer_join(Assignee, on=(Submission.assignee == Assignee.id))
        .switch(Submission)
    )


def _filtered(user: User, filters: Filters, *more):
    """The register as far as this person may see it, narrowed."""
    query = list_columns(*more).where(Submission.submitted_at.is_null(False) | (Submission.entered_by == user.id))
    if filters.text.strip():
        query = query.join(SubmissionIndex, on=(SubmissionIndex.rowid == Submission.id)).where(
            SubmissionIndex.matching(filters.text)
        )
    for field in ("status", "assignee", "agency", "year"):
        if value := getattr(filters, field):
            query = query.where(getattr(Submission, field) == value)
    if filters.late_on:
        query = query.where(Submission.due_on < filters.late_on, Submission.status.in_(tuple(OPEN)))
    return query


def _key(filters: Filters):
    """What the register is ordered by: the submission's id, read from the index of words where that leads."""
    return SubmissionIndex.rowid if filters.text.strip() else Submission.id
