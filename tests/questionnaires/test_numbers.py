"""Numbers, years and days: read generously, kept as typed when they cannot be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.questionnaires.kinds import Date, Number, Year
from pst.questionnaires.numbers import as_date
from pst.rules.dates import UNREADABLE

COUNT = Number("jumlah", "6.6b", "Jumlah", "Bantuan", minimum=1, maximum=5_000, unit="orang")
YEAR = Year("tahun", "", "Tahun", "Bantuan")
DAY = Date("tanggal", "", "Tanggal", "Bantuan")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("12", 12), (" 007 ", 7), ("1.250", 1250), ("1.25", "1.25"), ("dua", "dua"), ("-3", "-3"), ("", ""), ("१२", "१२")],
)
def test_a_number_is_stored_as_a_number_or_as_typed(typed, stored):
    assert COUNT.parse([typed]) == stored


def test_a_number_says_what_it_wants():
    assert COUNT.problem("dua") == "Tulis bilangan bulat dengan angka saja, misalnya 12."
    assert COUNT.problem(True) == "Tulis bilangan bulat dengan angka saja, misalnya 12."
    assert COUNT.problem(0) == "Tulis bilangan paling sedikit 1."
    assert COUNT.problem(5_001) == "Tulis bilangan paling banyak 5.000."
    assert COUNT.problem(18) is None
    assert COUNT.show(1_250) == "1.250 orang"


@pytest.mark.parametrize("year", [2018, 26, 20266, "2026/2027", 2026.0])
def test_a_year_outside_the_form_is_spoken_of(year):
    assert YEAR.problem(year) == "Tulis tahun dengan empat angka, mulai 2019, misalnya 2026."


def test_a_year_is_shown_without_a_point():
    assert (YEAR.parse(["2026"]), YEAR.problem(2026), YEAR.show(2026)) == (2026, None, "2026")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2026-03-02", "2026-03-02"),  # Senin
        ("2/3/2026", "2026-03-02"),
        ("02-03-2026", "2026-03-02"),
        ("31/2/2026", "31/2/2026"),
        ("besok", "besok"),
        ("20260302", "20260302"),
    ],
)
def test_a_date_is_read_day_first_and_kept_as_typed_when_unknown(typed, stored):
    assert DAY.parse([typed]) == stored


def test_a_date_reads_in_indonesian():
    assert DAY.show("2026-03-02") == "2 Maret 2026"
    assert (DAY.typed("2026-03-02"), DAY.typed("31/2/2026")) == ("2 Maret 2026", "31/2/2026")
    assert DAY.problem("31/2/2026") == UNREADABLE


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_survives_being_stored_and_typed(day):
    assert as_date(DAY.parse([day.isoformat()])) == day
    assert DAY.parse([f"{day.day}/{day.month}/{day.year:04}"]) == day.isoformat()


def test_as_date_takes_nothing_but_an_iso_day():
    odd = ("2026-W10-1", "2026-02-30", 20260302, None, date(2026, 3, 2))

    assert [as_date(value) for value in odd] == [None] * 5
    assert as_date("2026-03-02") == date(2026, 3, 2)  # Senin
