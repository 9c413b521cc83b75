"""The clock of a submission in one badge."""

from datetime import date, datetime

import pytest

from pst.rules.calendar import WorkCalendar
from pst.rules.submissions.badges import clock_badge
from pst.rules.submissions.counting import Clock, ClockRule, Pause
from pst.rules.time_left import Badge

STARTED = datetime(2026, 11, 23, 10, 0)  # Senin


def a_clock(**more) -> Clock:
    return Clock(ClockRule(), STARTED, **more)


@pytest.mark.parametrize(
    ("clock", "today", "badge"),
    [
        (None, date(2026, 11, 23), Badge(None, "hitungan hari kerja belum berjalan", "neutral")),
        (a_clock(), date(2026, 11, 25), Badge(12, "hari kerja lagi", "info")),
        (a_clock(), date(2026, 12, 12), Badge(1, "hari kerja terlambat", "danger")),  # Sabtu sesudah hari terakhir
        (
            a_clock(pauses=(Pause(date(2026, 11, 25), None, ""),)),
            date(2026, 12, 30),
            Badge(12, "hari kerja tersisa, dijeda", "neutral"),
        ),
        (a_clock(stopped=date(2026, 11, 27)), date(2027, 1, 4), Badge(4, "hari kerja terpakai", "success")),
        (a_clock(stopped=date(2026, 12, 14)), date(2027, 1, 4), Badge(15, "hari kerja terpakai, terlambat", "danger")),
    ],
)
def test_the_badge_says_what_the_clock_says(clock, today, badge):
    assert clock_badge(clock, False, WorkCalendar(), today) == badge


def test_what_was_withdrawn_counts_nothing():
    assert clock_badge(a_clock(), True, WorkCalendar(), date(2026, 12, 1)) == Badge(None, "dibatalkan", "neutral")
