"""What time it is. The only module that asks the operating system."""

from datetime import UTC, date, datetime, time
from typing import overload
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("Asia/Pontianak")
"""WIB, UTC+7, the office's own zone all year."""


def now() -> datetime:
    """This moment as naive UTC, the form in which every table keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None)


def today() -> date:
    """Today's date in the office."""
    return local(now()).date()


def local(at: datetime) -> datetime:
    """A stored moment (naive UTC) as the office's wall clock shows it, naive."""
    return at.replace(tzinfo=UTC).astimezone(OFFICE_ZONE).replace(tzinfo=None)


@overload
def day_of(at: datetime) -> date: ...
@overload
def day_of(at: None) -> None: ...
def day_of(at: datetime | None) -> date | None:
    """The day of a stored moment in the office; None of none."""
    return local(at).date() if at else None


def midnight(day: date) -> datetime:
    """The moment a day of the office begins, as it is stored."""
    return stored(datetime.combine(day, time()))


def stored(wall: datetime) -> datetime:
    """The office's wall-clock moment (naive) as it is stored: naive UTC."""
    return wall.replace(tzinfo=OFFICE_ZONE).astimezone(UTC).replace(tzinfo=None)
