"""The days left of anything that has a last day, as every page says them: a number, its words, its colour."""

from datetime import date
from typing import NamedTuple

from pst.rules.calendar import WorkCalendar

SOON = 3
"""Working days left from which something is shown as urgent."""


class Badge(NamedTuple):
    """Days left: a number (none while nothing is counted), its words, its colour."""

    number: int | None
    label: str
    tone: str


def badge_of(left: int) -> Badge:
    """So many working days are left: none on the last day, fewer than none when it is over."""
    if left < 0:
        return Badge(-left, "hari kerja terlambat", "danger")
    if left == 0:
        return Badge(0, "hari kerja lagi, hari ini batasnya", "danger")
    if left <= SOON:
        return Badge(left, "hari kerja lagi, segera", "warning")
    return Badge(left, "hari kerja lagi", "info")


def days_until(last: date, today: date, calendar: WorkCalendar) -> int:
    """Working days left until the last day, which is 0; from the day after it on, how many too late, below 0."""
    return calendar.between(today, last) if today <= last else -max(1, calendar.between(last, today))
