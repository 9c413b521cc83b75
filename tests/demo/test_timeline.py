"""Moments so many working days ago, in their order, never in the future."""

from datetime import date, datetime

from pst.clock import local
from pst.demo.timeline import Moment, play
from pst.rules.calendar import Holiday, WorkCalendar

MONDAY_NOON = datetime(2026, 11, 23, 5)  # Senin, 12.00 WIB


def test_days_are_counted_back_over_weekends_and_holidays():
    calendar = WorkCalendar([Holiday(date(2026, 11, 20), "Libur", "local")])  # Jumat
    done = []

    play(
        [Moment(0, "09.00", done.append), Moment(1, "15.30", done.append), Moment(2, "08.00", done.append)],
        calendar,
        MONDAY_NOON,
    )

    assert [local(at).replace(tzinfo=None) for at in done] == [
        datetime(2026, 11, 18, 8),  # Rabu
        datetime(2026, 11, 19, 15, 30),  # Kamis
        datetime(2026, 11, 23, 9),  # Senin
    ]


def test_what_would_lie_ahead_is_done_just_before_now_and_keeps_its_order():
    done = []

    play(
        [
            Moment(0, "15.00", lambda at: done.append(("kedua", at))),
            Moment(0, "08.00", lambda at: done.append(("pertama", at))),
        ],
        WorkCalendar(),
        MONDAY_NOON,
    )

    assert done == [("pertama", datetime(2026, 11, 23, 1)), ("kedua", datetime(2026, 11, 23, 4, 55))]


def test_made_on_a_sunday_today_is_the_sunday_and_yesterday_the_friday():
    done = []

    play([Moment(1, "09.00", done.append)], WorkCalendar(), datetime(2026, 11, 22, 5))

    assert [local(at).date() for at in done] == [date(2026, 11, 20)]
