"""When things happened in the examples: so many working days ago, at an hour of the office."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from pst.clock import local, stored
from pst.rules.calendar import WorkCalendar

Deed = tuple[Any, ...]
"""How many working days ago, at what hour, which verb, and with what."""


@dataclass(frozen=True)
class Moment:
    """Something that is done `back` working days before today, at this hour of the office ("09.30").

    With `ago` it is done so many minutes before now instead: what goes on at the desk at this moment. Soon after
    midnight these minutes are shorter, since all of it is today's.
    """

    back: int
    hour: str
    do: Callable[[datetime], object]
    ago: int | None = None


def moments_of(whose: object, deeds: Iterable[Deed]) -> list[Moment]:
    """What is done to `whose`: each by a verb of its own."""
    return [Moment(back, hour, partial(verb, whose, *given)) for back, hour, verb, *given in deeds]


def play(moments: Sequence[Moment], calendar: WorkCalendar, now: datetime) -> None:
    """Do everything in the order of its moments; what would lie after `now` is done just before it."""
    days = _working_days_back(calendar, local(now).date(), max(moment.back for moment in moments))
    today = now - stored(datetime.combine(local(now).date(), time.min))
    longest = timedelta(minutes=max((moment.ago or 0 for moment in moments), default=0) + 1)
    pace = min(1.0, today / longest)
    timed = [(_when(moment, days, now, pace), number, moment) for number, moment in enumerate(moments)]
    for at, _, moment in sorted(timed, key=lambda each: each[:2]):
        moment.do(at)


def _working_days_back(calendar: WorkCalendar, today: date, furthest: int) -> list[date]:
    """Today, and the working days before it, by how far back they are."""
    days, day = [today], today
    while len(days) <= furthest:
        day -= timedelta(days=1)
        if calendar.is_working(day):
            days.append(day)
    return days


def _when(moment: Moment, days: list[date], now: datetime, pace: float) -> datetime:
    if moment.ago is not None:
        return now - timedelta(minutes=moment.ago) * pace
    at = stored(datetime.combine(days[moment.back], time.fromisoformat(moment.hour.replace(".", ":"))))
    return min(at, now - timedelta(minutes=5))
