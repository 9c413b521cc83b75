"""The office's time is WIB the whole year."""

from datetime import date, datetime

import time_machine

from pst import clock


def test_a_stored_moment_is_seven_hours_later_on_the_wall():
    assert clock.local(datetime(2026, 11, 23, 2, 0)) == datetime(2026, 11, 23, 9, 0)
    assert clock.stored(datetime(2026, 11, 23, 9, 0)) == datetime(2026, 11, 23, 2, 0)


@time_machine.travel(datetime.fromisoformat("2026-12-31T17:30:00+00:00"), tick=False)
def test_the_office_is_a_day_ahead_of_greenwich_in_the_evening():
    assert clock.now() == datetime(2026, 12, 31, 17, 30)
    assert clock.today() == date(2027, 1, 1)


def test_the_day_of_a_moment_is_the_offices_and_none_of_none():
    assert (clock.day_of(datetime(2026, 12, 31, 17, 30)), clock.day_of(None)) == (date(2027, 1, 1), None)
