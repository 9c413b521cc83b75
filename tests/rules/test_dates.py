"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.dates import echo, read_date, read_range, written

FIFTH = date(2027, 1, 5)  # Selasa


@pytest.mark.parametrize(
    "text",
    [
        *("5 1 2027", "05/01/2027", "5-1-2027", "5.1.2027", "05/01/27", "2027-01-05", "2027-01-05 08:00:00"),
        *("5 Jan 2027", "5 Januari 2027", "5-Jan-27", " selasa,  5 januari 2027 ", "5 January 2027"),
    ],
)
def test_a_day_is_read_day_first_however_it_is_written(text):
    assert read_date(text) == FIFTH


@pytest.mark.parametrize(
    ("text", "month"), [("1 mei 2027", 5), ("1 Agt 2027", 8), ("1 Oct 2027", 10), ("1 Pebruari 2027", 2)]
)
def test_months_have_names_in_two_languages_and_short_ones(text, month):
    assert read_date(text) == date(2027, month, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("", "besok", "2027", "5 1", "1.5", "5 1 20275", "1-2-3", "20260104", "1 1 0999"),
        *("1/13/2027", "31 2 2027", "5 Ja 2027", "5 Foo 2027"),
    ],
)
def test_what_no_calendar_has_is_no_day(text):
    assert read_date(text) is None


def test_what_was_understood_is_said_again_with_its_weekday():
    assert (written(FIFTH), echo(FIFTH)) == ("5 Januari 2027", "Selasa, 5 Januari 2027")
    assert (written("2027-01-05"), echo("2027-01-05")) == ("5 Januari 2027", "Selasa, 5 Januari 2027")
    assert (written("besok"), echo("besok"), written(None)) == ("besok", "", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("26–30 Desember 2024", (2024, 12, 26), (2024, 12, 30)),
        ("2 Februari – 27 Maret 2026", (2026, 2, 2), (2026, 3, 27)),
        ("28 Desember 2025 s.d. 3 Januari 2026", (2025, 12, 28), (2026, 1, 3)),
        ("04-01-2026 - 05-01-2026", (2026, 1, 4), (2026, 1, 5)),
        ("2026-01-04 - 2026-01-30", (2026, 1, 4), (2026, 1, 30)),
        ("1 s.d. 2 Maret 2026", (2026, 3, 1), (2026, 3, 2)),
        ("5 Januari 2027", (2027, 1, 5), (2027, 1, 5)),
    ],
)
def test_a_range_may_leave_out_of_its_first_day_what_the_last_says(text, first, last):
    assert read_range(text) == (date(*first), date(*last))


def test_a_range_without_its_last_day_is_none():
    assert read_range("2 Februari – nanti") is None


@given(st.text())
def test_any_text_can_be_asked(text):
    read_range(text)
