"""Small papers: one page of their own size, everything on it."""

from datetime import datetime

import pypdfium2
import pytest

from pst.paper.slip import Slip
from tests.paper.reading import pages_of

MADE = datetime(2026, 3, 2)  # Senin


def a_slip() -> Slip:
    return Slip("Contoh", MADE, 80, 60)


def test_a_slip_has_one_page_of_the_size_asked_for():
    with pypdfium2.PdfDocument(a_slip().bytes()) as document:
        sizes = [tuple(round(side * 25.4 / 72, 1) for side in page.get_size()) for page in document]

    assert sizes == [(80.0, 60.0)]


def test_centered_words_move_down_line_by_line_and_are_kept():
    slip = a_slip()
    before = slip.y
    slip.centered("Satu baris", 10, after=0)
    one_line = slip.y - before
    slip.centered("Tiga kali sepanjang lebar kertas kecil ini sehingga harus berganti baris dua kali", 10, after=0)

    assert slip.y - before == pytest.approx(3 * one_line)
    assert pages_of(slip.bytes())[0].startswith("Satu baris Tiga kali sepanjang")


def test_what_does_not_fit_is_a_fault_and_no_second_page():
    with pytest.raises(ValueError, match="one page"):
        a_slip().turn()
    assert a_slip().floor == 55


def test_the_same_slip_is_the_same_file():
    assert a_slip().bytes() == a_slip().bytes()
