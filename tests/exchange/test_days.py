"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.romantik.days import read_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-01-04", date(2026, 1, 4), date(2026, 1, 4)),
        ("2026-01-04T10:00:00Z", date(2026, 1, 4), date(2026, 1, 4)),
        ("04-01-2026", date(2026, 1, 4), date(2026, 1, 4)),
        ("4/1/2026", date(2026, 1, 4), date(2026, 1, 4)),
        ("5 Mei 2026", date(2026, 5, 5), date(2026, 5, 5)),
        ("26–30 Desember 2024", date(2024, 12, 26), date(2024, 12, 30)),
        ("2 Februari – 27 Maret 2026", date(2026, 2, 2), date(2026, 3, 27)),
        ("28 Desember 2025 s.d. 3 Januari 2026", date(2025, 12, 28), date(2026, 1, 3)),
        ("04-01-2026 - 30-01-2026", date(2026, 1, 4), date(2026, 1, 30)),
        ("2026-01-04 - 2026-01-30", date(2026, 1, 4), date(2026, 1, 30)),
    ],
)
def test_days_and_ranges_are_read(text, first, last):
    assert read_range(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "besok", "31 Februari 2026", "1-2-3", "32–33 Mei 2026", "Desember 2024", "20260104"]
)
def test_what_names_no_day_is_none(text):
    assert read_range(text) is None


@given(st.text())
def test_any_text_can_be_asked(text):
    read_range(text)
