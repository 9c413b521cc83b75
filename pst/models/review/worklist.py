"""The work that waits, section by section; how much of it there is; and who else is looking at the same."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple, Self

from pst.models.accounts.users import User
from pst.models.audit import Look
from pst.models.base import database
from pst.models.review.evaluations import Opinion
from pst.models.review.register import ACTIVE, AT_APPLICANT, AT_OFFICE, SILENT_STATES
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import OPEN, UNDECIDED, WAITING_FOR_HEAD, Status
from pst.rules.roles import Role

SECTION = 15
"""Rows shown of one section of the desk; the counts say how many there are."""

LATE, MINE, UNASSIGNED, HEAD = "late", "mine", "unassigned", "head"
SILENT, ISSUED, ENTERED = "silent", "issued", "entered"
HEADS_SECTIONS = (HEAD, LATE)
OFFICERS_SECTIONS = (*HEADS_SECTIONS, MINE, UNASSIGNED, SILENT, ISSUED, ENTERED)


class Waiting(NamedTuple):
    """A row of the desk: what lists show of a submission, and what its days left are counted by."""

    entered_status_at: datetime
    due_on: date | None
    rule: dict[str, Any] | None
    clock_started: datetime | None
    clock_stopped: datetime | None
    section: str
    id: int
    number: str
    title: str
    status: str
    agency: str | None
    assignee: str | None
    extended_days: int
    outcome: str

    @classmethod
    def read(cls, row: tuple) -> Self:
        """From the columns of the desk, in their order; a hundred rows at once, so each is read by hand."""
        entered, due, rule, started, stopped, *plain = row
        return cls(
            datetime.fromisoformat(entered),
            date.fromisoformat(due) if due else None,
            json.loads(rule) if rule else None,
            datetime.fromisoformat(started) if started else None,
            datetime.fromisoformat(stopped) if stopped else None,
            *plain,
        )


def waiting(user: User, today: date, silent_before: datetime) -> dict[str, list[Waiting]]:
    """The rows of each section of this person's desk, most urgent first; one query.

    `silent_before`: an applicant who has had it since before this moment has had it too long.
    """
    if user.has(Role.OFFICER):
        names, rows = OFFICERS_SECTIONS, database.execute_sql(OFFICERS_DESK, (user.id, today, silent_before))
    else:
        names, rows = HEADS_SECTIONS, database.execute_sql(HEADS_DESK, (user.id, today))
    found: dict[str, list[Waiting]] = {name: [] for name in names}
    for row in map(Waiting.read, rows):
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
    """How many rows each of `CARDS` opens; one query."""
    return Submission.raw(COUNTS, user.id, today).dicts().get()


def opinions_asked(user: User) -> list[Any]:
    """Where colleagues wait for this person's opinion: (number, title, invited_at, due_on)."""
    asked = Opinion.many(OPINIONS_ASKED, user.id)
    for row in asked:  # a day of another table than the opinions' comes as it is stored
        row.due_on = date.fromisoformat(row.due_on) if row.due_on else None
    return asked


def looks_since(what: str, since: datetime) -> list[Any]:
    """Who opened this since then: (id, name, at), each person once, the latest first."""
    return Look.many(LOOKS_SINCE, what, since)


BY_STATUS = "submission INDEXED BY submission_status_assignee_id_due_on_entered_status_at"
"""Named, for a database with statistics would rather read the whole table: see `narrowing.one_of`."""


LOOKS_SINCE = """
    SELECT user.id, user.name, MAX(look.at) AS at
    FROM look JOIN user ON user.id = look.user_id
    WHERE look.what = ? AND look.at >= ?
    GROUP BY user.id, user.name
    ORDER BY MAX(look.at) DESC"""


def _in(states: Iterable[Status]) -> str:
    """The condition that a submission is in one of these states."""
    return f"status IN ({', '.join(repr(str(state)) for state in states)})"


WHERE = {
    HEAD: _in(WAITING_FOR_HEAD),
    LATE: f"{_in(UNDECIDED)} AND due_on < ?2 AND assignee_id IS NOT ?1",
    MINE: f"{_in(ACTIVE)} AND assignee_id = ?1",
    UNASSIGNED: f"{_in(ACTIVE)} AND assignee_id IS NULL",
    SILENT: f"{_in(SILENT_STATES)} AND entered_status_at < ?3",
    ISSUED: _in([Status.ISSUED]),
    ENTERED: f"{_in([Status.DRAFT])} AND entered_by_id = ?1",
}
"""Which rows each section of the desk holds: ?1 is who asks, ?2 today, ?3 since when silence is too long."""


def _desk(names: Iterable[str]) -> str:
    """The most urgent rows of these sections, each marked with its section."""
    picks = " UNION ALL ".join(
        f"SELECT * FROM (SELECT id, '{name}' AS section FROM {BY_STATUS} WHERE {WHERE[name]} "
        f"ORDER BY due_on IS NULL, due_on, entered_status_at LIMIT {SECTION})"
        for name in names
    )
    return f"""
        SELECT s.entered_status_at, s.due_on, s.rule, s.clock_started, s.clock_stopped, pick.section, s.id, s.number,
            s.title, s.status, agency.name, assignee.name, s.extended_days, s.outcome
        FROM ({picks}) AS pick
        JOIN submission AS s ON s.id = pick.id
        LEFT JOIN agency ON agency.id = s.agency_id
        LEFT JOIN user AS assignee ON assignee.id = s.assignee_id
        ORDER BY s.due_on IS NULL, s.due_on, s.entered_status_at, s.id"""


OFFICERS_DESK, HEADS_DESK = _desk(OFFICERS_SECTIONS), _desk(HEADS_SECTIONS)

COUNTS = f"""
    SELECT COUNT(*) FILTER (WHERE {_in(UNDECIDED)} AND due_on < ?2) AS late,
        COUNT(*) FILTER (WHERE {_in(ACTIVE)} AND assignee_id = ?1) AS mine,
        COUNT(*) FILTER (WHERE {_in(ACTIVE)} AND assignee_id IS NULL) AS unassigned,
        COUNT(*) FILTER (WHERE status = '{Status.AWAITING_SIGNATURE}') AS head,
        COUNT(*) FILTER (WHERE {_in(SILENT_STATES)}) AS with_applicant,
        COUNT(*) AS open
    FROM {BY_STATUS} WHERE {_in(OPEN)}"""
"""Each of `CARDS` as the register would count it; whatever is open was sent, and so is in the register."""

OPINIONS_ASKED = f"""
    SELECT s.number, s.title, opinion.invited_at, s.due_on
    FROM opinion
    JOIN evaluation ON evaluation.id = opinion.evaluation_id
    JOIN submission AS s ON s.id = evaluation.submission_id
    WHERE opinion.officer_id = ? AND opinion.given_at IS NULL AND evaluation.concluded_at IS NULL
        AND s.status = '{Status.EVALUATION}'
        AND evaluation.id = (SELECT MAX(id) FROM evaluation WHERE submission_id = s.id)
    ORDER BY s.due_on IS NULL, s.due_on, opinion.id"""
