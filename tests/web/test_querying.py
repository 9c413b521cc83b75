"""Addresses after the question mark: read kindly, written again without the key of a page."""

from datetime import date

import pytest

from pst.models.paging import Page, Place
from pst.rules.months import months_after
from pst.web.querying import month_asked, number_of, page_links, place_asked, text_of, with_query


def test_words_are_trimmed_and_numbers_are_numbers(app):
    with app.test_request_context("/katalog?a=%20survei%00%20%20pasar%0a&b=12&c=1e5&d=99999999999&e=%D9%A1"):
        assert (text_of("a"), text_of("kosong")) == ("survei pasar", "")
        assert [number_of(name) for name in "bcdef"] == [12, None, None, None, None]


@pytest.mark.parametrize("typed", ["9999-12", "0001-01", "2026-13", "2026-1", "besok", "\u0662026-01"])
@pytest.mark.usefixtures("monday")
def test_a_month_has_a_month_before_and_after_it_or_is_this_one(app, typed: str):
    with app.test_request_context("/petugas/kalender", query_string={"bulan": typed}):
        assert month_asked() == date(2026, 11, 1)
    with app.test_request_context("/petugas/kalender?bulan=2099-12"):
        assert months_after(month_asked(), 1) == date(2100, 1, 1)


def test_whatever_stands_between_words_is_a_space(app):
    with app.test_request_context("/katalog", query_string={"cari": "survei\u00a0harga\tpasar\u2009rakyat\n"}):
        assert text_of("cari") == "survei harga pasar rakyat"


def test_a_page_begins_below_one_row_or_above_another(app):
    with app.test_request_context("/katalog?sebelum=7"):
        assert place_asked() == Place(older_than=7)
    with app.test_request_context("/katalog?sesudah=7&sebelum=x"):
        assert place_asked() == Place(newer_than=7)


def test_filters_are_kept_and_the_page_begins_anew(app):
    with app.test_request_context("/katalog?cari=a+b&tahun=2026&kosong=&sesudah=7"):
        assert with_query("catalogue.index", sebelum=3) == "/katalog?cari=a+b&tahun=2026&sebelum=3"
        assert with_query("catalogue.index", tahun=None) == "/katalog?cari=a+b"


def test_a_list_leads_to_its_neighbours_and_past_neither_end(app):
    with app.test_request_context("/katalog?cari=a&sesudah=7"):
        assert page_links("catalogue.index", Page([], newer=6, older=3)) == {
            "newer": "/katalog?cari=a&sesudah=6",
            "older": "/katalog?cari=a&sebelum=3",
        }
        assert page_links("catalogue.index", Page([], None, None)) == {"newer": "", "older": ""}
