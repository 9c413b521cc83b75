"""Days, hours, numbers and counts in Indonesian."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from pst.rules import wording

FRIDAY = date(2026, 11, 27)  # Jumat


def test_days_are_written_out():
    assert wording.long_date(date(2026, 3, 2)) == "2 Maret 2026"  # Senin
    assert wording.short_date(date(2026, 8, 3)) == "3 Agu 2026"  # Senin
    assert wording.weekday_date(FRIDAY) == "Jumat, 27 November 2026"
    assert wording.month_year(FRIDAY) == "November 2026"


def test_the_week_and_the_year_in_words():
    week = [wording.weekday(date(2026, 11, day)) for day in range(23, 30)]  # Senin–Minggu

    assert " ".join(week) == "Senin Selasa Rabu Kamis Jumat Sabtu Minggu"
    assert " ".join(wording.month(number) for number in range(1, 13)) == (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (FRIDAY, FRIDAY, "27 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 6), "2–6 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 4), "30 November–4 Desember 2026"),
        (date(2026, 12, 28), date(2027, 1, 8), "28 Desember 2026–8 Januari 2027"),
    ],
)
def test_a_stretch_of_days_says_nothing_twice(first, last, words):
    assert wording.date_range(first, last) == words


def test_hours_are_the_office_s_wall_clock():
    assert wording.clock_time(time(9, 5)) == "09.05 WIB"
    assert wording.clock_time(datetime(2026, 11, 27, 0, 0)) == "00.00 WIB"  # Jumat
    assert wording.long_moment(datetime(2026, 11, 27, 15, 30, 59)) == "27 November 2026 pukul 15.30 WIB"


def test_numbers_have_points_between_thousands_and_a_comma():
    assert [wording.number(n) for n in (0, 1234, -1234.5, Decimal("1000000.25"))] == [
        "0",
        "1.234",
        "-1.234,5",
        "1.000.000,25",
    ]
    assert [wording.percent(share) for share in (0, 0.714, 1.5)] == ["0%", "71%", "150%"]


def test_nouns_do_not_change_with_their_number():
    assert (wording.count(1, "berkas"), wording.count(2500, "berkas")) == ("1 berkas", "2.500 berkas")
    assert (wording.working_days(1), wording.working_days(3)) == ("1 hari kerja", "3 hari kerja")


@pytest.mark.parametrize(
    ("n", "words"), [(3, "3 hari kerja lagi"), (0, "jatuh tempo hari ini"), (-2, "terlambat 2 hari kerja")]
)
def test_days_left_are_said_plainly(n, words):
    assert wording.days_left(n) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_lists_end_with_dan(items, words):
    assert wording.enumeration(items) == words
    assert wording.enumeration(["a", "b"], "atau") == "a atau b"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (14, "empat belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (2026, "dua ribu dua puluh enam"),
        (11000, "sebelas ribu"),
        (101000, "seratus satu ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),
        (2000000000, "dua miliar"),
        (10**12, "satu triliun"),
        (-5, "minus lima"),
    ],
)
def test_numbers_in_words(n, words):
    assert wording.number_words(n) == words


def test_numbers_too_large_for_words_are_refused():
    assert wording.number_words(10**15 - 1).startswith("sembilan ratus sembilan puluh sembilan triliun")
    with pytest.raises(ValueError):
        wording.number_words(10**15)


def test_enclosures_are_counted_in_figures_and_words():
    assert wording.spelled_count(1, "berkas") == "1 (satu) berkas"


def test_hidden_signs_go_and_every_blank_parts_its_words():
    assert wording.printable("Rp\u00a0100\tribu\x00\u202e\nper\u2028bulan") == "Rp 100 ribu\nper bulan"
