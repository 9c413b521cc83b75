"""Cells copied from a spreadsheet become rows of a table."""

import pytest

from pst.exchange.pasted_rows import read_pasted
from pst.questionnaires.rekomendasi_2026.block_3_planning import VARIABLES
from pst.questionnaires.rekomendasi_2026.block_4_design import REGIONS

NAMED = {"nama": "Harga", "konsep": "Nilai", "definisi": 'Kata "adalah".\nDua baris.', "referensi_waktu": "2026"}


def test_cells_are_taken_in_the_order_of_the_form():
    found = read_pasted(VARIABLES, 'Harga\tNilai\t"Kata ""adalah"".\nDua baris."\t2026\n\nVolume\t\t\t\tx\n')

    assert found.rows == [NAMED, {"nama": "Volume", "konsep": "", "definisi": "", "referensi_waktu": ""}]
    assert (found.unused, found.refused) == (1, {})


def test_a_heading_row_says_which_column_is_which():
    found = read_pasted(VARIABLES, "No\tDefinisi\tNAMA VARIABEL\r\n1\tApa saja.\tHarga\r\n")

    assert found.rows == [{**VARIABLES.blank_row(), "nama": "Harga", "definisi": "Apa saja."}]
    assert found.unused == 1


def test_what_no_list_has_is_kept_and_said():
    found = read_pasted(REGIONS, "Riau\tKampar\nAtlantis\tX")

    assert found.rows == [
        {"provinsi": "riau", "kabupaten_kota": "Kampar"},
        {"provinsi": "Atlantis", "kabupaten_kota": "X"},
    ]
    assert list(found.refused) == [(1, "provinsi")]


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "Nama variabel\tKonsep"])
def test_nothing_pasted_is_no_row(text):
    assert read_pasted(VARIABLES, text).rows == []
