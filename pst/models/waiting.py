"""What waits for one person, of every service: a query for each row of `rules/waiting.py`, read together.

Everything is found by an index, and no kind brings more rows than the page can show: a desk costs the same whatever
lies in the archive.
"""

import json
from datetime import date, datetime, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, NamedTuple, Self

from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import database
from pst.models.complaints.complaints import Complaint
from pst.models.review.register import ACTIVE, SILENT_STATES
from pst.models.review.worklist import BY_STATUS, in_states
from pst.models.submissions.duties import REMINDED_WITHIN
from pst.models.submissions.submissions import Pause, clock_of
from pst.rules.calendar import read_day
from pst.rules.office.office import Office
from pst.rules.review.workflow import UNDECIDED, WAITING_FOR_HEAD, WAITING_FOR_OFFICER, Status
from pst.rules.submissions.counting import Clock
from pst.rules.waiting import kinds_for

PAGE = 40
"""Rows of one page."""
LATEST = 400
"""Events that are looked through for what was done today."""


class Wait(NamedTuple):
    """One row of the desk; `how_many` of what has no page of its own."""

    kind: str
    id: int | None
    number: str
    title: str
    who: str
    status: str
    due: date | None
    since: date | None
    how_many: int = 1
    clock: Clock | None = None
    """Of a submission whose days are counted."""

    @classmethod
    def read(cls, row: tuple) -> Self:
        """From the columns of the query, in their order."""
        kind, key, number, title, who, status, due, since, how_many, *counted = row
        days = read_day(due), read_day(since)
        return cls(kind, key, number, title, who or "", status, *days, how_many, _clock(*counted) if counted else None)


class Found(NamedTuple):
    """One page of the list, whether more comes after it, and how it stands in the room, by kind."""

    rows: list[Wait]
    more: bool
    room: dict[str, Wait]


def waiting(user: User, today: date, at: datetime, office: Office, page: int = 1) -> Found:
    """What waits for this person, the most urgent first."""
    limit = PAGE * page + 1
    silence = min(office.reminder_days, default=30)
    facts = (user.id, today, at - timedelta(days=silence), today - REMINDED_WITHIN, limit)
    found = [Wait.read(row) for row in database.execute_sql(_query(kinds_for(user.roles)), facts)]
    found += [Wait.read(row) for row in Complaint.carried(user, today, office, limit)]
    room = {row.kind: _dated(row, office) for row in found if row.kind in OF_THE_ROOM}
    rows = [room.get(row.kind, row) for row in found]
    rows = [row for row in rows if row.kind not in room or (row.due and row.due <= today)]
    rows.sort(key=lambda row: (row.due or date.max, row.since or date.max, row.number))
    return Found(rows[limit - 1 - PAGE : limit - 1], len(rows) >= limit, room)


def done_since(user: User, since: datetime) -> list[Any]:
    """What this person has done since then, the latest first: (noun, key, verb, at); of complaints nothing."""
    return Event.many(DONE, user.id, since)


def _clock(rule: str | None, started: str | None, stopped: str | None, added: int, pauses: str | None) -> Clock | None:
    spans = [Pause(started_at=_moment(start), ended_at=_moment(end)) for start, end in json.loads(pauses or "[]")]
    moments = {"clock_started": _moment(started), "clock_stopped": _moment(stopped)}
    return clock_of(SimpleNamespace(rule=json.loads(rule or "null"), extended_days=added, **moments), spans)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _dated(row: Wait, office: Office) -> Wait:
    """The box has to be opened so many days after it was opened last."""
    if row.kind != "box" or row.since is None:
        return row
    return row._replace(due=row.since + timedelta(days=office.box_interval_days))


MINE = "(s.assignee_id = ?1 OR s.assignee_id IS NULL)"
DUE = f"CASE WHEN {in_states(UNDECIDED)} THEN s.due_on END"
"""Once the letter is out nobody counts days any more."""


def _pick(where: str, source: str = BY_STATUS, due: str = DUE, since: str = "s.entered_status_at") -> str:
    return (
        f"s.id AS id, {due} AS due, {LOCAL_DAY.format(since)} AS since, s.number AS number FROM {source} WHERE {where}"
    )


LOCAL_DAY = "date({}, '+7 hours')"
"""The office's day of a stored moment, as `clock.day_of` finds it: its zone is the same all year."""


OPINIONS = """opinion
    JOIN evaluation ON evaluation.id = opinion.evaluation_id JOIN submission AS s ON s.id = evaluation.submission_id"""
TURNS = f"""{BY_STATUS} JOIN letter ON letter.submission_id = s.id AND letter.state = 'draft'
    JOIN initial AS turn ON turn.id =
        (SELECT id FROM initial WHERE letter_id = letter.id AND given_at IS NULL ORDER BY place LIMIT 1)"""
DUTIES = "duty INDEXED BY duty_kind_confirmed_at_done_at_due_on JOIN submission AS s ON s.id = duty.submission_id"

AWAY = "SELECT id FROM user WHERE stand_in_id = ?1 AND away_until >= ?2"

OF_SUBMISSIONS = {
    "initial": _pick(f"{in_states([Status.INITIALLING])} AND ?1 IN (turn.person_id, turn.stand_in_id)", TURNS),
    "sign": _pick(in_states(WAITING_FOR_HEAD)),
    "signing": _pick(f"{in_states([Status.SIGNING])} AND s.assignee_id IS NOT ?1"),
    "opinion": _pick(
        f"""opinion.officer_id = ?1 AND opinion.given_at IS NULL AND evaluation.concluded_at IS NULL
        AND s.status = '{Status.EVALUATION}'
        AND evaluation.id = (SELECT MAX(id) FROM evaluation WHERE submission_id = s.id)""",
        OPINIONS,
        since="opinion.invited_at",
    ),
    "work": _pick(f"{in_states(WAITING_FOR_OFFICER)} AND s.assignee_id = ?1"),
    "stood_in": _pick(f"{in_states(WAITING_FOR_OFFICER)} AND s.assignee_id IN ({AWAY}) AND s.applicant_id != ?1"),
    "free": _pick(f"{in_states(ACTIVE)} AND s.assignee_id IS NULL AND s.applicant_id != ?1"),
    "reply": _pick(
        f"message.from_office = 0 AND message.read_at IS NULL AND {MINE} GROUP BY s.id",
        "message INDEXED BY message_from_office_read_at JOIN submission AS s ON s.id = message.submission_id",
        since="MIN(message.at)",
    ),
    "silent": _pick(f"{in_states(SILENT_STATES)} AND s.entered_status_at < ?3 AND {MINE}"),
    "entered": _pick(f"{in_states([Status.DRAFT])} AND s.entered_by_id = ?1"),
    "results": _pick(
        f"duty.kind = 'results' AND duty.confirmed_at IS NULL AND duty.done_at IS NOT NULL AND {MINE}",
        DUTIES,
        since="duty.done_at",
    ),
    "owed": _pick(
        f"duty.kind = 'results' AND duty.confirmed_at IS NULL AND duty.done_at IS NULL "
        f"AND duty.due_on BETWEEN ?4 AND ?2 AND {MINE}",
        DUTIES,
        due="duty.due_on",
        since="NULL",
    ),
}
"""The submissions of each kind: ?1 is who asks, ?2 today, ?3 since when silence is too long, ?4 since when results are
asked for; (id, last day, since which day, number)."""

OF_THE_ROOM = {
    "visitors": f"""
        SELECT 'visitors', NULL, '', '', '', '', ?2, {LOCAL_DAY.format("MIN(since)")}, COUNT(*),
            NULL, NULL, NULL, 0, NULL
        FROM ticket WHERE day = ?2 AND state = 'waiting' HAVING COUNT(*) > 0""",
    "box": f"""
        SELECT 'box', NULL, '', '', '', '', NULL, {LOCAL_DAY.format("MAX(opened_at)")}, 1,
            NULL, NULL, NULL, 0, NULL
        FROM box_opening HAVING COUNT(*) > 0""",
}
"""What waits in the room, with the columns of `Wait`."""


@cache
def _query(kinds: tuple[str, ...]) -> str:
    """The rows of these kinds, the most urgent ?5 of them, in the order that is shown; and what waits in the room."""
    picks = " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, {OF_SUBMISSIONS[kind]}" for kind in kinds if kind in OF_SUBMISSIONS
    )
    room = "".join(f" UNION ALL {OF_THE_ROOM[kind]}" for kind in kinds if kind in OF_THE_ROOM)
    return f"""
        SELECT pick.kind, s.id, s.number, s.title, agency.name, s.status, pick.due, pick.since, 1,
            s.rule, s.clock_started, s.clock_stopped, s.extended_days,
            (SELECT json_group_array(json_array(started_at, ended_at)) FROM pause WHERE submission_id = s.id)
        FROM (SELECT * FROM ({picks}) ORDER BY due IS NULL, due, since IS NULL, since, number LIMIT ?5) AS pick
        JOIN submission AS s ON s.id = pick.id
        LEFT JOIN agency ON agency.id = s.agency_id{room}"""


DONE = f"""
    SELECT noun, key, verb, at FROM (SELECT * FROM event ORDER BY id DESC LIMIT {LATEST})
    WHERE actor_id = ?1 AND at >= ?2 AND noun != 'complaint' ORDER BY id DESC"""
