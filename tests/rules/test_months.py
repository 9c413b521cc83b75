"""Whole months, there and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.months import month_of, months_after


def test_a_month_has_its_first_and_last_day():
    assert month_of(date(2028, 2, 10)) == (date(2028, 2, 1), date(2028, 2, 29))  # Kamis
    assert month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2026, 12, 31))  # Kamis


@pytest.mark.parametrize(
    ("noted", "limit"),
    [
        (date(2025, 9, 11), date(2025, 12, 11)),  # Kamis → Kamis
        (date(2025, 11, 30), date(2026, 2, 28)),  # Minggu → Sabtu
        (date(2027, 11, 30), date(2028, 2, 29)),  # Selasa → Selasa, tahun kabisat
        (date(2026, 10, 1), date(2027, 1, 1)),  # Kamis → Jumat
        (date(2026, 8, 31), date(2026, 11, 30)),  # Senin → Senin
        (date(2026, 9, 30), date(2026, 12, 30)),  # Rabu → Rabu
    ],
)
def test_three_months_of_silence_end_on_the_same_day_of_the_month(noted, limit):
    assert months_after(noted, 3) == limit


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, 30))
def test_months_later_is_that_month_and_never_a_later_day(day, months):
    later = months_after(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)).map(lambda day: day.replace(day=1)), st.integers(0, 30))
def test_a_month_s_first_day_leads_back_to_itself(first, months):
    assert months_after(months_after(first, months), -months) == first
