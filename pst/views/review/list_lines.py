"""The rows of an officers' list, and what is worked out from each: days left, a stage that runs over."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pst import clock
from pst.models.submissions.submissions import Pause, clock_of
from pst.rules.calendar import WorkCalendar
from pst.rules.office import stages
from pst.rules.office.office import Office
from pst.rules.review.workflow import Status
from pst.rules.submissions.badges import clock_badge
from pst.rules.time_left import Badge


class Line(NamedTuple):
    """One row of a list, with what is worked out from it."""

    row: Any
    badge: Badge
    overrun: int
    """Working days beyond the office's own target for the stage."""


def lines_of(rows: Sequence[Any], today: date, calendar: WorkCalendar, office: Office) -> list[Line]:
    """The rows as lists draw them, their days counted as on their own page; one query, for the pauses of all."""
    pauses = Pause.by_submission([row.id for row in rows if row.clock_started])

    @cache
    def overrun(status: str, entered: date) -> int:
        return stages.overrun(status, entered, today, calendar, office)

    return [
        Line(
            row,
            clock_badge(clock_of(row, pauses.get(row.id, ())), row.status == Status.WITHDRAWN, calendar, today),
            overrun(row.status, clock.local(row.entered_status_at).date()),
        )
        for row in rows
    ]
