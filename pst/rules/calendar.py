"""Which days the office works. The holidays are handed in; officers keep them as rows, with their decree.

National holidays and cuti bersama are fixed each year by a joint decree (SKB) of the Ministers of Religious
Affairs, of Manpower, and of Administrative Reform, and may be changed by a later one. Cuti bersama closes
the office as a national holiday does. Saturdays and Sundays are never working days unless a day is opened
by name.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NamedTuple

Kind = Literal["national", "collective", "local", "override"]

KINDS: dict[Kind, str] = {
    "national": "Libur nasional",
    "collective": "Cuti bersama",
    "local": "Libur lokal",
    "override": "Hari kerja khusus",
}
"""Each kind of day and its word on the page."""

WEEKEND = {5: "Sabtu", 6: "Minggu"}
"""Days of `date.weekday()` on which the office rests."""


class Holiday(NamedTuple):
    """A day that differs from its weekday: closed, or (`closed` false, kind "override") open all the same.

    `decree` names the decision it rests on, e.g. "SKB 1497/2025, 2/2025, 5/2025".
    """

    day: date
    name: str
    kind: Kind
    closed: bool = True
    decree: str = ""

    @property
    def reason(self) -> str:
        """Its name, where cuti bersama always calls itself so."""
        if self.kind != "collective" or self.name.lower().startswith("cuti bersama"):
            return self.name
        return f"Cuti bersama {self.name}"


@dataclass(frozen=True)
class WorkCalendar:
    """Working-day arithmetic over any dates; a question costs two binary searches, whatever the distance.

    If a day is given twice, the one that opens it wins, else the later one.
    """

    holidays: Iterable[Holiday] = ()
    _named: dict[date, Holiday] = field(init=False, repr=False, compare=False)
    _closed: list[int] = field(init=False, repr=False, compare=False)
    """Ordinals of weekdays that are closed, ascending."""
    _opened: list[int] = field(init=False, repr=False, compare=False)
    """Ordinals of Saturdays and Sundays that are open, ascending."""
    _ranks: dict[date, int] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The rank of every day that was asked for: the rows of a list ask for the same ones again and again."""

    def __post_init__(self) -> None:
        given = tuple(self.holidays)
        named = {it.day: it for it in given if it.closed} | {it.day: it for it in given if not it.closed}
        unusual = [(day, it.closed) for day, it in named.items() if it.closed != (day.weekday() in WEEKEND)]
        rest = [day.toordinal() for day, closed in unusual if closed]
        work = [day.toordinal() for day, closed in unusual if not closed]
        object.__setattr__(self, "holidays", given)
        object.__setattr__(self, "_named", named)
        object.__setattr__(self, "_closed", sorted(rest))
        object.__setattr__(self, "_opened", sorted(work))

    def is_working(self, day: date) -> bool:
        """Is the office open on this day?"""
        named = self._named.get(day)
        return not named.closed if named else day.weekday() not in WEEKEND

    def holiday(self, day: date) -> Holiday | None:
        """What is written for this day, closed or opened, or None."""
        return self._named.get(day)

    def why_closed(self, day: date) -> str | None:
        """The holiday's name, else "Sabtu" or "Minggu"; None on a working day."""
        named = self._named.get(day)
        if named:
            return named.reason if named.closed else None
        return WEEKEND.get(day.weekday())

    def next_working(self, day: date) -> date:
        """The day itself if the office works on it, else the first working day after it."""
        return day if self.is_working(day) else self.add(day, 1)

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`; with n = 0 the day itself. Raises ValueError for a negative n.

        A stretch of k days holds at most k working days, so stepping by what is missing never overshoots.
        """
        if n < 0:
            raise ValueError("Working days are counted forwards.")
        goal = self._rank(day) + n
        while missing := goal - self._rank(day):
            day += timedelta(days=missing)
        return day

    def between(self, a: date, b: date) -> int:
        """How many working days lie after `a` up to and with `b`; 0 if b is not after a."""
        return max(0, self._rank(b) - self._rank(a))

    def working_days(self, year: int) -> int:
        """How many days of this year the office works."""
        return self.between(date(year - 1, 12, 31), date(year, 12, 31))

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Years from `first` to `last` of which no holiday is written: their decree is not known yet."""
        known = {day.year for day in self._named}
        return [year for year in range(first.year, last.year + 1) if year not in known]

    def _rank(self, day: date) -> int:
        """Working days since Monday, 1 January of year 1, up to and with this day."""
        if day not in self._ranks:
            ordinal = day.toordinal()
            weeks, rest = divmod(ordinal, 7)
            open_weekends = bisect_right(self._opened, ordinal)
            self._ranks[day] = weeks * 5 + min(rest, 5) - bisect_right(self._closed, ordinal) + open_weekends
        return self._ranks[day]


def read_day(text: object) -> date | None:
    """The day that a text like 2026-11-23 names; None for anything else."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
