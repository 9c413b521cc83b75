"""How much work there is, as the register counts it; and who else is looking at the same."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from pst.models.accounts.users import User
from pst.models.audit import Look
from pst.models.base import database
from pst.models.review.register import ACTIVE, AT_APPLICANT, AT_OFFICE, SILENT_STATES
from pst.rules.review.workflow import OPEN, UNDECIDED, Status

CARDS: dict[str, dict[str, Any]] = {
    "late": {"terlambat": True},
    "mine": {"saya": True, "keadaan": AT_OFFICE},
    "unassigned": {"tanpa-petugas": True, "keadaan": AT_OFFICE},
    "head": {"keadaan": Status.AWAITING_SIGNATURE.value},
    "with_applicant": {"keadaan": AT_APPLICANT},
    "open": {"keadaan": "berjalan"},
}
"""The counts of the desk, each the register with these filters: what a count opens holds as many rows as it says."""


class Load(NamedTuple):
    """What lies with one officer of all that is open, or with nobody (`id` None)."""

    id: int | None
    name: str | None
    carried: int
    late: int
    head: int
    with_applicant: int
    open: int


def loads(today: date) -> list[Load]:
    """Who has how much of what is open; one query."""
    return [Load(*row) for row in database.execute_sql(LOADS, (today,))]


def counts(found: Iterable[Load], user: User) -> dict[str, int]:
    """How many rows each of `CARDS` opens for this person."""
    carried = {load.id: load.carried for load in found}
    sums = {name: sum(getattr(load, name) for load in found) for name in ("late", "head", "with_applicant", "open")}
    return {"mine": carried.get(user.id, 0), "unassigned": carried.get(None, 0), **sums}


def colleagues(found: Iterable[Load], user: User) -> list[Load]:
    """What colleagues carry, the most loaded first."""
    others = [load for load in found if load.carried and load.id not in (None, user.id)]
    return sorted(others, key=lambda load: -load.carried)


def looks_since(what: str, since: datetime) -> list[Any]:
    """Who opened this since then: (id, name, at), each person once, the latest first."""
    return Look.many(LOOKS_SINCE, what, since)


BY_STATUS = "submission AS s INDEXED BY submission_status_assignee_id_due_on_entered_status_at"
"""Named, for a database with statistics would rather read the whole table: see `narrowing.one_of`."""


LOOKS_SINCE = """
    SELECT user.id, user.name, MAX(look.at) AS at
    FROM look JOIN user ON user.id = look.user_id
    WHERE look.what = ? AND look.at >= ?
    GROUP BY user.id, user.name
    ORDER BY MAX(look.at) DESC"""


def in_states(states: Iterable[Status]) -> str:
    """The condition that a submission is in one of these states."""
    return f"s.status IN ({', '.join(repr(str(state)) for state in states)})"


LOADS = f"""
    SELECT user.id, user.name,
        COUNT(*) FILTER (WHERE {in_states(ACTIVE)}),
        COUNT(*) FILTER (WHERE {in_states(UNDECIDED)} AND s.due_on < ?1),
        COUNT(*) FILTER (WHERE s.status = '{Status.AWAITING_SIGNATURE}'),
        COUNT(*) FILTER (WHERE {in_states(SILENT_STATES)}),
        COUNT(*)
    FROM {BY_STATUS} LEFT JOIN user ON user.id = s.assignee_id AND user.active
    WHERE {in_states(OPEN)} GROUP BY user.id ORDER BY user.name"""
"""Each of `CARDS` as the register would count it; whatever is open was sent, and so is in the register. An officer who
has left counts as none."""
