"""The clock of the service: which working day it is, which day is the last, and why.

UU 25/2009 tentang Pelayanan Publik obliges the office to publish a service standard that names the time a
service takes, and to keep to it. The published standard of BPS Kabupaten Mempawah names fourteen working days
for a recommendation of statistical activities, free of charge.

No official text says what an applicant's correction does to the fourteen days, so the office chooses:
`pause_resume` gives back exactly the working days that were the applicant's, `restart_on_revision` counts
anew from the last correction, `no_pause` counts on. How days are counted, whatever the choice:

- Day 0 is the day the clock starts. What comes after the closing hour or on a day the office rests has the
  next working day as its day 0.
- Every later working day counts one, unless it is paused. The last day is the one that reaches the number
  promised, until the end of service hours.
- A pause begins after the day the remarks were sent and includes the day the answer came (the next working
  day if the office rested); begun and ended on one day it gives nothing back. Days in two pauses are given
  back once.
- A clock that is stopped ends a pause that was still open.
"""

from collections.abc import Iterable
from datetime import date

from pst.rules.calendar import WorkCalendar
from pst.rules.submissions.counting import Clock, ClockRefused, ClockRule, Count, Pause, day_zero
from pst.rules.submissions.explaining import (
    DayLine,
    counting_in_words,
    due_table,
    explain,
    rule_in_words,
    what_is_not_known,
)

__all__ = [
    "REMINDER_MARKS",
    "SILENCE_REMINDERS",
    "Clock",
    "ClockRefused",
    "ClockRule",
    "DayLine",
    "Pause",
    "counting_in_words",
    "day_zero",
    "days_left",
    "due_on",
    "due_table",
    "explain",
    "may_be_due",
    "open_pause",
    "reminder_due",
    "rule_in_words",
    "silence_reminders",
    "used_days",
    "what_is_not_known",
]


def due_on(clock: Clock, calendar: WorkCalendar) -> date | None:
    """The last of the promised days, or None while an open pause keeps it unknown.

    A last day reached before the pause began stays known: sending remarks late does not undo being late.
    """
    return Count.of(clock, calendar).due()


def used_days(clock: Clock, calendar: WorkCalendar, today: date) -> int:
    """How many of the promised days are used up by the end of today; more than promised when late."""
    return Count.of(clock, calendar).upto(clock.until(today))


def days_left(clock: Clock, calendar: WorkCalendar, today: date) -> int:
    """Working days still to come before the last one is over: 0 on the last day, negative when late.

    A weekend right after the last day already counts as the first day late.
    """
    count, day = Count.of(clock, calendar), clock.until(today)
    left = clock.rule.days - count.upto(day)
    return -1 if left == 0 and _is_over(count, day) else left


def _is_over(count: Count, day: date) -> bool:
    due = count.due()
    return due is not None and day > due and (day - due).days > count.paused_between(due, day)


def open_pause(clock: Clock) -> Pause | None:
    """The pause the clock now stands in (the earliest, if several), or None when it runs or has stopped."""
    if clock.stopped is not None or clock.rule.on_revision == "no_pause":
        return None
    waiting = [pause for pause in clock.pauses if pause.end is None]
    return min(waiting, key=lambda pause: pause.start, default=None)


REMINDER_MARKS = (50, 80, 100)
"""Percent of the promised days at which the officer is reminded."""


def reminder_due(
    clock: Clock, calendar: WorkCalendar, today: date, marks: Iterable[int] = REMINDER_MARKS
) -> int | None:
    """The highest mark (in percent) that has been reached, or None before the first."""
    used = used_days(clock, calendar, today)
    return max((mark for mark in marks if used * 100 >= mark * clock.rule.days), default=None)


def may_be_due(days: int, calendar: WorkCalendar, today: date) -> dict[int, date]:
    """Mark → the day before which a clock's last day has to lie if the mark may have been reached.

    `days` are the most that any of the clocks promises: of a shorter promise less may be left.
    """
    return {mark: calendar.add(today, days * (100 - mark) // 100 + 1) for mark in REMINDER_MARKS}


SILENCE_REMINDERS = (30, 60, 80)
"""Calendar days after remarks on which the applicant is reminded; three months are never less than 89."""


def silence_reminders(noted_on: date, today: date, days: Iterable[int] = SILENCE_REMINDERS) -> tuple[int, ...]:
    """The reminders whose day has come, ascending; the caller knows which were sent."""
    return tuple(sorted(mark for mark in days if (today - noted_on).days >= mark))
