"""One row of an officers' list, and what is worked out from it: days left, a stage that runs over."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pst import clock
from pst.rules import stages
from pst.rules.calendar import WorkCalendar
from pst.rules.office import Office
from pst.rules.workflow import FINAL, WITH_APPLICANT, Status
from pst.views.progress import SOON, Badge


@dataclass(frozen=True)
class Line:
    """One row of a list, with what is worked out from it."""

    row: Any
    badge: Badge
    overrun: int
    """Working days beyond the office's own target for the stage."""


def line_of(row: Any, today: date, calendar: WorkCalendar, office: Office) -> Line:
    """The row as lists draw it."""
    entered = clock.local(row.entered_status_at).date()
    return Line(
        row,
        list_badge(row.status, row.due_on, today, calendar),
        stages.overrun(row.status, entered, today, calendar, office),
    )


def list_badge(status: str, due: date | None, today: date, calendar: WorkCalendar) -> Badge:
    """The days left, from the due date that the row already has, so that a list asks for no more."""
    if status in FINAL:
        return Badge(None, "selesai" if status == Status.COMPLETED else "dibatalkan", "neutral")
    if status in WITH_APPLICANT and due is None:
        return Badge(None, "menunggu pemohon", "neutral")
    if due is None:
        return Badge(None, "jam belum berjalan", "neutral")
    if today > due:
        return Badge(max(1, calendar.between(due, today)), "hari kerja terlambat", "danger")
    left = calendar.between(today, due)
    if left == 0:
        return Badge(0, "hari kerja lagi, hari ini batasnya", "danger")
    return (
        Badge(left, "hari kerja lagi, segera", "warning")
        if left <= SOON
        else Badge(left, "hari kerja lagi", "info")
    )
