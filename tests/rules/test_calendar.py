"""Which days the office works."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.calendar import Holiday, WorkCalendar, read_day
from tests.rules import skb

SKB = WorkCalendar(
    [Holiday(day, "Hari libur", "national") for day in skb.dates(skb.NATIONAL)]
    + [Holiday(day, "Cuti bersama", "collective") for day in skb.dates(skb.COLLECTIVE)]
)
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
days = st.dates(FIRST, LAST)
near = st.dates(date(2026, 1, 1), date(2026, 3, 31))
holidays = st.lists(
    st.builds(lambda day, closed: Holiday(day, "X", "national" if closed else "override", closed), near, st.booleans()),
    max_size=30,
    unique_by=lambda holiday: holiday.day,
)


def walk(calendar: WorkCalendar, a: date, b: date) -> list[date]:
    """The working days after a up to and with b, by looking at each."""
    return [day for n in range((b - a).days) if calendar.is_working(day := a + timedelta(days=n + 1))]


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_years_have_the_working_days_their_decrees_leave(year):
    assert SKB.working_days(year) == skb.WORKING_DAYS[year]


def test_weekends_national_holidays_and_cuti_bersama_close_the_office():
    calendar = WorkCalendar(
        [
            Holiday(date(2026, 12, 24), "Hari Raya Natal", "collective"),
            Holiday(date(2026, 12, 25), "Hari Raya Natal", "national"),
        ]
    )
    week = [date(2026, 12, 23) + timedelta(days=n) for n in range(6)]  # Rabu–Senin

    assert [(calendar.is_working(day), calendar.why_closed(day)) for day in week] == [
        (True, None),
        (False, "Cuti bersama Hari Raya Natal"),
        (False, "Hari Raya Natal"),
        (False, "Sabtu"),
        (False, "Minggu"),
        (True, None),
    ]


def test_cuti_bersama_that_already_says_so_is_not_doubled():
    holiday = Holiday(date(2026, 12, 24), "Cuti Bersama Hari Raya Natal", "collective")

    assert holiday.reason == "Cuti Bersama Hari Raya Natal"


def test_a_holiday_on_a_weekend_is_called_by_its_name():
    calendar = WorkCalendar([Holiday(date(2026, 3, 21), "Idulfitri", "national")])  # Sabtu

    assert calendar.why_closed(date(2026, 3, 21)) == "Idulfitri"


def test_a_day_can_be_opened_against_weekday_and_decree():
    saturday, holiday = date(2026, 11, 28), date(2026, 12, 24)  # Sabtu; Kamis, cuti bersama
    calendar = WorkCalendar(
        [
            Holiday(saturday, "Layanan Sabtu", "override", closed=False),
            Holiday(holiday, "Tetap melayani", "override", closed=False),
            Holiday(holiday, "Natal", "collective"),
        ]
    )

    assert [calendar.is_working(day) for day in (saturday, holiday)] == [True, True]
    assert [calendar.why_closed(day) for day in (saturday, holiday)] == [None, None]
    assert calendar.between(date(2026, 11, 27), date(2026, 11, 30)) == 2  # Sabtu dan Senin


def test_next_working_day_is_the_day_itself_when_the_office_works():
    assert SKB.next_working(date(2026, 3, 17)) == date(2026, 3, 17)  # Selasa
    assert SKB.next_working(date(2026, 3, 18)) == date(2026, 3, 25)  # Rabu: Nyepi dan Idulfitri sampai Selasa


def test_adding_nothing_stays_and_going_back_is_refused():
    assert SKB.add(date(2026, 3, 21), 0) == date(2026, 3, 21)  # Sabtu
    with pytest.raises(ValueError):
        SKB.add(date(2026, 3, 21), -1)


def test_two_calendars_of_the_same_days_are_equal():
    christmas = Holiday(date(2026, 12, 25), "Natal", "national")

    assert WorkCalendar([christmas]) == WorkCalendar((christmas,)) != WorkCalendar()


@given(holidays, near, st.integers(0, 60))
def test_counting_equals_walking(given_days, start, length):
    calendar = WorkCalendar(given_days)
    end = start + timedelta(days=length)

    assert calendar.between(start, end) == len(walk(calendar, start, end))
    assert calendar.between(end, start) == 0


@given(holidays, near, st.integers(1, 40))
def test_the_nth_working_day_is_the_nth_one_walks_past(given_days, start, n):
    calendar = WorkCalendar(given_days)

    assert calendar.add(start, n) == walk(calendar, start, start + timedelta(days=150))[n - 1]


@given(days, st.integers(1, 300))
def test_arithmetic_holds_for_a_century(day, n):
    later = SKB.add(day, n)

    assert SKB.is_working(later)
    assert SKB.between(day, later) == n
    assert SKB.between(day, later - timedelta(days=1)) == n - 1


def test_a_year_without_any_written_holiday_is_not_known():
    assert SKB.unknown_years(date(2026, 12, 1), date(2026, 12, 31)) == []
    assert SKB.unknown_years(date(2026, 12, 1), date(2045, 1, 2))[-1] == 2045


def test_a_day_is_read_from_its_text_and_from_nothing_else():
    assert read_day("2026-11-23") == date(2026, 11, 23)  # Senin
    assert {read_day(odd) for odd in ("", "2026-02-30", "besok", None, 20261123)} == {None}
