"""Whole months: the same day of another one, and where one begins and ends."""

from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """The same day so many months later (earlier, when negative), or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return min(first + timedelta(days=day.day - 1), month_of(first)[1])


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of the month this day lies in."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
