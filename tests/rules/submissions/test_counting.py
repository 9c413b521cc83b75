"""The clock itself: its rule as data, its pauses, the stretches they make."""

from datetime import date, datetime, time

import pytest

from pst.rules.calendar import WorkCalendar
from pst.rules.submissions.counting import Clock, ClockRefused, ClockRule, Count, Pause, day_zero

PLAIN = WorkCalendar()
MONDAY = datetime(2026, 11, 23, 9, 0)  # Senin


def test_a_rule_comes_back_from_json_as_it_went():
    rule = ClockRule(days=30, on_revision="no_pause", starts_on="submitted", closing=time(15, 0))

    assert rule.to_json() == {"days": 30, "on_revision": "no_pause", "starts_on": "submitted", "closing": "15:00"}
    assert ClockRule.from_json(rule.to_json()) == rule


@pytest.mark.parametrize(
    "wrong", [{"days": 0}, {"days": 1001}, {"on_revision": "sometimes"}, {"starts_on": "whenever"}]
)
def test_a_rule_nobody_could_promise_is_refused(wrong):
    assert ClockRule(days=1) and ClockRule(days=1000)

    with pytest.raises(ClockRefused):
        ClockRule(**wrong)


def test_a_pause_cannot_end_before_it_begins():
    day = date(2026, 11, 24)  # Selasa
    assert Pause(day, day, "")

    with pytest.raises(ClockRefused, match="berakhir sebelum dimulai"):
        Pause(day, date(2026, 11, 23), "")


@pytest.mark.parametrize(
    ("started", "zero"),
    [
        (datetime(2026, 11, 23, 0, 0), date(2026, 11, 23)),  # Senin, dini hari
        (datetime(2026, 11, 23, 15, 30), date(2026, 11, 23)),  # Senin, tepat jam tutup
        (datetime(2026, 11, 23, 15, 30, 1), date(2026, 11, 24)),  # Senin, lewat jam tutup
        (datetime(2026, 11, 27, 16, 0), date(2026, 11, 30)),  # Jumat sore
        (datetime(2026, 11, 28, 9, 0), date(2026, 11, 30)),  # Sabtu pagi
    ],
)
def test_day_zero_is_the_day_of_the_start_or_the_next_working_one(started, zero):
    assert day_zero(Clock(ClockRule(), started), PLAIN) == zero


def test_overlapping_and_nested_pauses_are_one_stretch():
    clock = Clock(
        ClockRule(),
        MONDAY,
        (
            Pause(date(2026, 12, 1), date(2026, 12, 4), "b"),  # Selasa–Jumat
            Pause(date(2026, 11, 24), date(2026, 12, 2), "a"),  # Selasa–Rabu
            Pause(date(2026, 11, 25), date(2026, 11, 26), "c"),  # Rabu–Kamis
        ),
    )

    assert Count.of(clock, PLAIN).waits == ((date(2026, 11, 24), date(2026, 12, 4)),)


def test_a_stopped_clock_ends_its_open_pause():
    waiting = Clock(ClockRule(), MONDAY, (Pause(date(2026, 11, 24), None, ""),))  # sejak Selasa
    stopped = Clock(ClockRule(), MONDAY, waiting.pauses, stopped=date(2026, 11, 26))  # Kamis

    assert Count.of(waiting, PLAIN).waits == ((date(2026, 11, 24), date.max),)
    assert Count.of(stopped, PLAIN).waits == ((date(2026, 11, 24), date(2026, 11, 26)),)
