"""The work that waits, section by section; how much of it there is; and who else is looking at the same."""

from datetime import date, datetime
from functools import reduce
from operator import and_
from typing import Any

from peewee import Case, Select, Value, fn

from pst.models.accounts.users import User
from pst.models.audit import Look
from pst.models.narrowing import Wanted, conditions, one_of
from pst.models.review.evaluations import Evaluation, Opinion
from pst.models.review.register import (
    ACTIVE,
    AT_APPLICANT,
    AT_OFFICE,
    CLOCK,
    FILTERS,
    SILENT_STATES,
    list_columns,
    seen_by,
)
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import OPEN, WAITING_FOR_HEAD, Status
from pst.rules.roles import Role

SECTION = 15
"""Rows shown of one section of the desk; the counts say how many there are."""

LATE, MINE, UNASSIGNED, HEAD = "late", "mine", "unassigned", "head"
SILENT, ISSUED, ENTERED = "silent", "issued", "entered"
HEADS_SECTIONS = (HEAD, LATE)
OFFICERS_SECTIONS = (*HEADS_SECTIONS, MINE, UNASSIGNED, SILENT, ISSUED, ENTERED)


def waiting(user: User, today: date, silent_before: datetime) -> dict[str, list[Any]]:
    """The rows of each section of this person's desk, most urgent first; one query.

    `silent_before`: an applicant who has had it since before this moment has had it too long.
    """
    names = OFFICERS_SECTIONS if user.has(Role.OFFICER) else HEADS_SECTIONS
    found: dict[str, list[Any]] = {name: [] for name in names}
    for row in _desk(names, user.id, today, silent_before):
        found[row.section].append(row)
    return found


CARDS: dict[str, dict[str, Any]] = {
    "late": {"terlambat": True},
    "mine": {"saya": True, "keadaan": AT_OFFICE},
    "unassigned": {"tanpa-petugas": True, "keadaan": AT_OFFICE},
    "head": {"keadaan": Status.AWAITING_SIGNATURE.value},
    "with_applicant": {"keadaan": AT_APPLICANT},
    "open": {"keadaan": "berjalan"},
}
"""The counts of the desk, each the register with these filters: what a count opens holds as many rows as it says."""


def counts(user: User, today: date) -> dict[str, int]:
    """How many rows each of `CARDS` opens, each by the conditions of the register itself; one query."""
    asked = {name: conditions(FILTERS, Wanted(user, today, filters)) for name, filters in CARDS.items()}
    sums = [
        fn.COALESCE(fn.SUM(Case(None, [(reduce(and_, kept), 1)], 0)), 0).alias(name) for name, kept in asked.items()
    ]
    return Submission.select(*sums).where(one_of(Submission.status, OPEN), seen_by(user.id)).dicts().get()


def opinions_asked(user: User) -> list[Any]:
    """Where colleagues wait for this person's opinion."""
    latest = Evaluation.select(fn.MAX(Evaluation.id)).where(Evaluation.submission == Submission.id)
    asked = (
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
    return list(asked.namedtuples())


def looks_since(what: str, since: datetime) -> list[Any]:
    """Who opened this since then: (id, name, at), each person once, the latest first."""
    looks = (
        Look.select(User.id, User.name, fn.MAX(Look.at).alias("at"))
        .join(User)
        .where(Look.what == what, Look.at >= since)
        .group_by(User.id, User.name)
        .order_by(fn.MAX(Look.at).desc())
    )
    return list(looks.namedtuples())


def _desk(names: tuple[str, ...], user_id: int, today: date, silent_before: datetime):
    """The rows of these sections, each marked with its section."""
    sections = _sections(user_id, today, silent_before)
    picked = reduce(lambda one, other: one.union_all(other), [_pick(name, sections[name]) for name in names])
    pick = picked.alias("pick")
    return (
        list_columns(pick.c.section, *CLOCK)
        .join(pick, on=(Submission.id == pick.c.id))
        .order_by(Submission.due_on.is_null(), Submission.due_on, Submission.entered_status_at, Submission.id)
        .namedtuples()
    )


def _sections(user_id: int, today: date, silent_before: datetime) -> dict[str, Any]:
    """Which rows each section of the desk holds."""
    active, state = Submission.status.in_(ACTIVE), Submission.status
    of_others = Submission.assignee.is_null() | (Submission.assignee != user_id)
    return {
        HEAD: state.in_(tuple(WAITING_FOR_HEAD)),
        LATE: one_of(state, OPEN) & (Submission.due_on < today) & of_others,
        MINE: active & (Submission.assignee == user_id),
        UNASSIGNED: active & Submission.assignee.is_null(),
        SILENT: state.in_(SILENT_STATES) & (Submission.entered_status_at < silent_before),
        ISSUED: state == Status.ISSUED,
        ENTERED: (state == Status.DRAFT) & (Submission.entered_by == user_id),
    }


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
