"""Moments, days and sizes as people read them."""

from datetime import date, datetime

import pytest

from pst.web import filters


def test_stored_moments_are_shown_in_office_time():
    at = datetime(2026, 11, 22, 18, 5)

    assert filters.day(at) == "23 November 2026"
    assert filters.hour(at) == "01.05 WIB"
    assert filters.moment(at).startswith("23 November 2026") and filters.moment(at).endswith("01.05 WIB")


def test_what_has_not_happened_is_a_dash():
    assert (filters.day(None), filters.moment(None), filters.hour(None)) == ("–", "–", "–")


def test_a_plain_date_stays_the_date_it_is():
    assert filters.day(date(2026, 1, 2)) == "2 Januari 2026"


@pytest.mark.parametrize(("octets", "words"), [(12, "1 kB"), (34_499, "34 kB"), (1_449_000, "1,4 MB")])
def test_sizes_are_short(octets, words):
    assert filters.file_size(octets) == words
