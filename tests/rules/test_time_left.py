"""The badge of time left, in one vocabulary."""

from datetime import date

import pytest

from pst.rules.calendar import WorkCalendar
from pst.rules.time_left import Badge, badge_of, days_until


@pytest.mark.parametrize(
    ("last", "badge"),
    [
        (date(2026, 11, 20), Badge(1, "hari kerja terlambat", "danger")),  # Jumat
        (date(2026, 11, 21), Badge(1, "hari kerja terlambat", "danger")),  # Sabtu
        (date(2026, 11, 23), Badge(0, "hari kerja lagi, hari ini batasnya", "danger")),  # Senin, hari ini
        (date(2026, 11, 26), Badge(3, "hari kerja lagi, segera", "warning")),  # Kamis
        (date(2026, 11, 27), Badge(4, "hari kerja lagi", "info")),  # Jumat
    ],
)
def test_days_left_are_working_days_and_the_last_one_is_none(last, badge):
    assert badge_of(days_until(last, date(2026, 11, 23), WorkCalendar(()))) == badge
