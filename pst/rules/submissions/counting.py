"""The clock of one submission and how its days are numbered. What is promised stands in `deadlines.py`."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Literal, get_args

from pst.rules.calendar import WorkCalendar

OnRevision = Literal["pause_resume", "restart_on_revision", "no_pause"]
StartsOn = Literal["declared_complete", "submitted"]
ON_REVISION, STARTS_ON = get_args(OnRevision), get_args(StartsOn)

LONGEST = 1000
"""No office promises more working days than this; a larger number is a slip of the finger."""


class ClockRefused(ValueError):
    """A rule or a pause that cannot be counted by; the message says why, in Indonesian."""


@dataclass(frozen=True)
class ClockRule:
    """What the office promises and how it counts; `closing` is wall-clock time in WIB."""

    days: int = 14
    on_revision: OnRevision = "pause_resume"
    starts_on: StartsOn = "declared_complete"
    closing: time = time(15, 30)

    def __post_init__(self) -> None:
        if not 1 <= self.days <= LONGEST:
            raise ClockRefused(f"Jangka waktu layanan adalah 1 sampai {LONGEST} hari kerja.")
        if self.on_revision not in ON_REVISION or self.starts_on not in STARTS_ON:
            raise ClockRefused("Aturan hitungan hari kerja tidak dikenal.")

    def to_json(self) -> dict[str, Any]:
        """The rule as a submission keeps it: {days, on_revision, starts_on, closing: "15:30"}."""
        return {
            "days": self.days,
            "on_revision": self.on_revision,
            "starts_on": self.starts_on,
            "closing": f"{self.closing:%H:%M}",
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "ClockRule":
        """The rule that `to_json` wrote."""
        return _rule(**kept)


@lru_cache(maxsize=100)
def _rule(closing: str, **more: Any) -> ClockRule:
    """Rows of a list are counted by the same few rules."""
    return ClockRule(closing=time.fromisoformat(closing), **more)


@dataclass(frozen=True)
class Pause:
    """Days that were the applicant's; `end` is None while the answer has not come."""

    start: date
    end: date | None
    why: str

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ClockRefused("Jeda berakhir sebelum dimulai.")


@dataclass(frozen=True)
class Clock:
    """One submission's clock. `started` is the office's wall clock; `stopped` the day the work was done."""

    rule: ClockRule
    started: datetime
    pauses: tuple[Pause, ...] = ()
    stopped: date | None = None

    def until(self, day: date) -> date:
        """This day, or the day the clock stopped if that was earlier."""
        return min(day, self.stopped) if self.stopped else day


def day_zero(clock: Clock, calendar: WorkCalendar) -> date:
    """The day the clock starts, or the next working day if it was after hours or the office rested."""
    day = clock.started.date()
    after_hours = clock.started.time() > clock.rule.closing
    return calendar.next_working(day + timedelta(days=1) if after_hours else day)


@dataclass(frozen=True)
class Count:
    """A clock worked out against a calendar.

    `zero` is the day that the present count begins after, `starts` every day on which a count began. `waits`
    are the paused stretches (after, up to and with) in order and without overlap; an open one is the last and
    ends at `date.max`.
    """

    days: int
    calendar: WorkCalendar
    zero: date
    starts: frozenset[date]
    waits: tuple[tuple[date, date], ...]

    @classmethod
    def of(cls, clock: Clock, calendar: WorkCalendar) -> "Count":
        first, rule = day_zero(clock, calendar), clock.rule
        answers = answer_days(clock, calendar) if rule.on_revision == "restart_on_revision" else ()
        starts = {first, *(day for day in answers if day > first)}
        waits = () if rule.on_revision == "no_pause" else _joined(stretches(clock.pauses, clock, calendar))
        return cls(rule.days, calendar, max(starts), frozenset(starts), waits)

    def upto(self, day: date) -> int:
        """The number of this day: working days after `zero` that are not paused."""
        waited = sum(self.calendar.between(max(start, self.zero), min(end, day)) for start, end in self.waits)
        return self.calendar.between(self.zero, day) - waited

    def due(self) -> date | None:
        """The day whose number reaches the promise, or None if an open pause comes before it.

        Within k days the number grows by k at most, so stepping by what is missing never overshoots.
        """
        if self.open_since and self.upto(self.open_since) < self.days:
            return None
        day = self.zero
        while missing := self.days - self.upto(day):
            day += timedelta(days=missing)
        return day

    @property
    def open_since(self) -> date | None:
        """The day after which everything is paused, if anything still is."""
        return self.waits[-1][0] if self.waits and self.waits[-1][1] == date.max else None

    def is_paused(self, day: date) -> bool:
        return any(start < day <= end for start, end in self.waits)

    def paused_between(self, a: date, b: date) -> int:
        """How many days of any kind after a, up to and with b, are paused."""
        return sum(max(0, (min(end, b) - max(start, a)).days) for start, end in self.waits)


def answer_days(clock: Clock, calendar: WorkCalendar) -> tuple[date, ...]:
    """The days on which corrections came, each moved to the next working day if the office rested."""
    ends = [pause.end or clock.stopped for pause in clock.pauses]
    return tuple(calendar.next_working(end) for end in ends if end)


def stretches(pauses: tuple[Pause, ...], clock: Clock, calendar: WorkCalendar) -> list[tuple[date, date]]:
    """Each of these pauses as (after, up to and with), without those that give nothing back."""
    ends = [(pause.start, pause.end or clock.stopped) for pause in pauses]
    return [
        (start, date.max if end is None else calendar.next_working(end))
        for start, end in ends
        if end is None or end > start
    ]


def _joined(given: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """The stretches in order, those that overlap made one."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(given):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
