"""How much work there is, as the register counts it; and who else is looking at the same."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pst.models.accounts.users import User
from pst.models.audit import Look
from pst.models.review.register import ACTIVE, AT_APPLICANT, AT_OFFICE, SILENT_STATES
from pst.models.submissions.submissions import Submission
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


def counts(user: User, today: date) -> dict[str, int]:
    """How many rows each of `CARDS` opens; one query."""
    return Submission.raw(COUNTS, user.id, today).dicts().get()


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


COUNTS = f"""
    SELECT COUNT(*) FILTER (WHERE {_in(UNDECIDED)} AND due_on < ?2) AS late,
        COUNT(*) FILTER (WHERE {_in(ACTIVE)} AND assignee_id = ?1) AS mine,
        COUNT(*) FILTER (WHERE {_in(ACTIVE)} AND assignee_id IS NULL) AS unassigned,
        COUNT(*) FILTER (WHERE status = '{Status.AWAITING_SIGNATURE}') AS head,
        COUNT(*) FILTER (WHERE {_in(SILENT_STATES)}) AS with_applicant,
        COUNT(*) AS open
    FROM {BY_STATUS} WHERE {_in(OPEN)}"""
"""Each of `CARDS` as the register would count it; whatever is open was sent, and so is in the register."""
