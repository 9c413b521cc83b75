"""The visit card: a name for its owner, a code for the kiosk, and nothing else about the person."""

from datetime import datetime

import zxingcpp

from pst.paper.frontdesk.visit_card import HEIGHT, WIDTH, CardFacts, visit_card_pdf
from tests.paper.reading import pages_of, pictures_of

CODE = "7KMP-2QXA-W9DT-3HFB"


def a_card(name: str) -> bytes:
    return visit_card_pdf(CardFacts("BPS Kabupaten Mempawah", name, CODE, datetime(2026, 11, 23)))  # Senin


def test_the_code_holds_the_card_and_nothing_about_the_person():
    [picture] = pictures_of(a_card("Siti Contoh"))

    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [CODE]
    assert "Siti Contoh" in pages_of(a_card("Siti Contoh"))[0] and CODE in pages_of(a_card("Siti Contoh"))[0]


def test_a_long_name_ends_after_two_lines_and_leaves_the_code_readable():
    for name in ("Hj. Siti Nurhaliza binti Abdurrahman Wahid al-Banjari, S.Stat., M.Si.", "W" * 120):
        [picture] = pictures_of(a_card(name), 100)
        ink = picture.convert("L").point(lambda shade: 255 * (shade < 200)).getbbox()

        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [CODE]
        assert ink[2] * 25.4 / 100 <= WIDTH - 5 and ink[3] * 25.4 / 100 <= HEIGHT - 3


def test_the_name_is_whole_where_it_fits_and_marked_where_not():
    assert "…" not in pages_of(a_card("Siti Contoh"))[0]
    assert "…" in pages_of(a_card("Siti " * 24))[0]
