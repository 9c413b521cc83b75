"""Lists as people keep them: rows under heads, wherever the heads begin."""

import pytest

from pst.exchange.lists import ListRefused, rows_of, under_heads

NAMES = {"title": ("judul", "nama kegiatan"), "year": ("tahun",)}


def test_heads_are_found_below_a_title_and_a_second_of_a_name_keeps_its_own():
    rows = rows_of("Daftar 2026\n\nNama  Kegiatan;TAHUN;Judul\nSurvei;2026;lain\n".encode("cp1252"))

    assert under_heads(rows, NAMES, "title", "") == (["title", "year", "Judul"], [(4, ["Survei", "2026", "lain"])])


def test_a_list_without_what_is_needed_is_refused_in_its_words():
    with pytest.raises(ListRefused, match="Tidak ada judul"):
        under_heads(rows_of(b"a,b\n1,2\n"), NAMES, "title", "Tidak ada judul.")
    with pytest.raises(ListRefused, match="Paling banyak 5000 baris"):
        under_heads(rows_of(b"judul\n" + b"a\n" * 5002), NAMES, "title", "")
