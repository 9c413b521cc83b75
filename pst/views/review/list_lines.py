"""The rows of an officers' list, and what is worked out from each: days left, a stage that runs over."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pst import clock
from pst.rules.calendar import WorkCalendar
from pst.rules.office import stages
from pst.rules.office.office import Office
from pst.rules.review.workflow import FINAL, WITH_APPLICANT, Status
from pst.web.badges import Badge, badge_of, days_until


class Line(NamedTuple):
    """One row of a list, with what is worked out from it."""

    row: Any
    badge: Badge
    overrun: int
    """Working days beyond the office's own target for the stage."""


def lines_of(rows: Iterable[Any], today: date, calendar: WorkCalendar, office: Office) -> list[Line]:
    """The rows as lists draw them; what shares its state and its days is counted once."""

    @cache
    def badge(status: str, due: date | None) -> Badge:
        return list_badge(status, due, today, calendar)

    @cache
    def overrun(status: str, entered: date) -> int:
        return stages.overrun(status, entered, today, calendar, office)

    return [
        Line(
            row,
            badge(row.status, row.due_on),
            overrun(row.status, clock.local(row.entered_status_at).date()),
        )
        for row in rows
    ]


def list_badge(status: str, due: date | None, today: date, calendar: WorkCalendar) -> Badge:
    """The days left, from the due date that the row already has, so that a list asks for no more."""
    if status in FINAL:
        return Badge(None, "selesai" if status == Status.COMPLETED else "dibatalkan", "neutral")
    if status in WITH_APPLICANT and due is None:
        return Badge(None, "menunggu pemohon", "neutral")
    if due is None:
        return Badge(None, "jam belum berjalan", "neutral")
    return badge_of(days_until(due, today, calendar))
