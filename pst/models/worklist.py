"""What officers look through: the work that waits, section by section, and the register with its filters.

Lists are named tuples of the columns they show, found by key: a page costs the same at any depth and any size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any, NamedTuple

from peewee import Case, Select, Value, fn

from pst.models.audit import Look
from pst.models.base import database
from pst.models.evaluations import Evaluation, Opinion
from pst.models.office import Agency
from pst.models.search import SubmissionIndex
from pst.models.submissions import Assignee, Submission
from pst.models.users import User
from pst.rules.roles import Role
from pst.rules.workflow import FINAL, OPEN, WAITING_FOR_HEAD, WAITING_FOR_OFFICER, Status

PAGE = 50
"""Rows of one page of the register."""

SECTION = 40
"""Rows shown of one section of the desk; the counts say how many there are."""

BATCH = 500
"""Rows fetched at a time while the whole register is written out."""

LATE, MINE, UNASSIGNED, HEAD = "late", "mine", "unassigned", "head"
SILENT, ISSUED, ENTERED = "silent", "issued", "entered"
ACTIVE = tuple(WAITING_FOR_OFFICER - {Status.ISSUED})
SILENT_STATES = (Status.NEEDS_REVISION, Status.INCOMPLETE)


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
        query = _filtered(user, filters)
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


def waiting(user: User, today: date, silent_before: datetime) -> dict[str, list[Any]]:
    """The rows of each section of this person's desk, most urgent first; one query.

    `silent_before`: an applicant who has had it since before this moment has had it too long.
    """
    sections = _sections(user, today, silent_before)
    picked = reduce(
        lambda one, other: one.union_all(other), [_pick(name, where) for name, where in sections.items()]
    )
    pick = picked.alias("pick")
    query = (
        _columns(pick.c.section)
        .join(pick, on=(Submission.id == pick.c.id))
        .order_by(Submission.due_on.is_null(), Submission.due_on, Submission.entered_status_at, Submission.id)
    )
    found: dict[str, list[Any]] = {name: [] for name in sections}
    for row in query.namedtuples():
        found[row.section].append(row)
    return found


def counts(user: User, today: date) -> dict[str, int]:
    """How many wait for me, for nobody yet, for the head; how many are with applicants, and overdue; one query."""
    mine, active = Submission.assignee == user.id, Submission.status.in_(ACTIVE)

    def of(condition):
        return fn.COALESCE(fn.SUM(Case(None, [(condition, 1)], 0)), 0)

    row = (
        Submission.select(
            of(active & mine).alias("mine"),
            of(active & Submission.assignee.is_null()).alias("unassigned"),
            of(Submission.status.in_(tuple(WAITING_FOR_HEAD))).alias("head"),
            of(Submission.status.in_(SILENT_STATES)).alias("with_applicant"),
            of(Submission.due_on < today).alias("late"),
            fn.COUNT(Submission.id).alias("open"),
        )
        .where(Submission.status.in_(tuple(OPEN)))
        .dicts()
        .get()
    )
    return dict(row)


def opinions_asked(user: User) -> list[Any]:
    """Where colleagues wait for this person's opinion."""
    latest = Evaluation.select(fn.MAX(Evaluation.id)).where(Evaluation.submission == Submission.id)
    query = (
        Opinion.select(Submission.number, Submission.title, Opinion.invited_at, Submission.due_on)
        .join(Evaluation)
        .join(Submission)
        .where(
            Opinion.officer == user.id,
            Opinion.given_at.is_null(),
            Evaluation.concluded_at.is_null(),
            Submission.status == Status.EVALUATION,
            Evaluation.id == latest,
        )
        .order_by(Submission.due_on.is_null(), Submission.due_on, Opinion.id)
    )
    return list(query.namedtuples())


def looks_since(what: str, since: datetime) -> list[Any]:
    """Who opened this since then: (id, name, at), each person once, the latest first."""
    query = (
        Look.select(User.id, User.name, fn.MAX(Look.at).alias("at"))
        .join(User)
        .where(Look.what == what, Look.at >= since)
        .group_by(User.id, User.name)
        .order_by(fn.MAX(Look.at).desc())
    )
    return list(query.namedtuples())


def _sections(user: User, today: date, silent_before: datetime) -> dict[str, Any]:
    """Which rows each section of the desk holds."""
    active, state = Submission.status.in_(ACTIVE), Submission.status
    of_others = Submission.assignee.is_null() | (Submission.assignee != user.id)
    head = {
        HEAD: state.in_(tuple(WAITING_FOR_HEAD)),
        LATE: state.in_(tuple(OPEN)) & (Submission.due_on < today) & of_others,
    }
    officers = {
        MINE: active & (Submission.assignee == user.id),
        UNASSIGNED: active & Submission.assignee.is_null(),
        SILENT: state.in_(SILENT_STATES) & (Submission.entered_status_at < silent_before),
        ISSUED: state == Status.ISSUED,
        ENTERED: (state == Status.DRAFT) & (Submission.entered_by == user.id),
    }
    return {**head, **officers} if user.has(Role.OFFICER) else head


def _pick(name: str, where) -> Select:
    """The most urgent ids of one section, marked with its name."""
    query = (
        Submission.select(Submission.id, Value(name).alias("section"))
        .where(where)
        .order_by(Submission.due_on.is_null(), Submission.due_on, Submission.entered_status_at)
        .limit(SECTION)
        .alias(f"of_{name}")
    )
    return Select([query], [query.c.id, query.c.section])


def _columns(*more):
    """What lists show of a submission."""
    return (
        Submission.select(
            Submission.id,
            Submission.number,
            Submission.title,
            Submission.status,
            Submission.year,
            Submission.method,
            Submission.due_on,
            Submission.channel,
            Submission.submitted_at,
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


def _filtered(user: User, filters: Filters):
    """The register as far as this person may see it, narrowed."""
    query = _columns().where(Submission.submitted_at.is_null(False) | (Submission.entered_by == user.id))
    if filters.text.strip():
        query = query.join(SubmissionIndex, on=(SubmissionIndex.rowid == Submission.id)).where(
            SubmissionIndex.matching(filters.text)
        )
    for field in ("status", "assignee", "agency", "year"):
        if value := getattr(filters, field):
            query = query.where(getattr(Submission, field) == value)
    if filters.late_on:
        query = query.where(Submission.due_on < filters.late_on, Submission.status.not_in(tuple(FINAL)))
    return query


def _key(filters: Filters):
    """What the register is ordered by: the submission's id, read from the index of words where that leads."""
    return SubmissionIndex.rowid if filters.text.strip() else Submission.id
