"""Lists of activities as people keep them: everything is taken, marked where it is unclear, never made up."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook

from pst.exchange.activity_lists import read_list
from pst.exchange.lists import ListRefused
from pst.exchange.uploads import UploadRefused

LIST = Path(__file__).with_name("activities.csv").read_bytes()
COMPILED = "kompilasi_produk_administrasi"


def test_a_dirty_list_is_taken_whole_and_marked():
    rows = read_list(LIST)

    assert [(row.year, row.method, row.agency != "", row.doubts) for row in rows] == [
        (2025, COMPILED, True, ()),
        (None, "survei", True, ("Wilayah tidak disebut.", "Tahun tidak disebut.")),
        (None, "pencacahan_lengkap", False, ("Instansi tidak disebut.", "Tahun ditulis “2021-2023”.")),
        (2024, COMPILED, True, ("Wilayah tidak disebut.",)),
    ]
    assert "tahun: 2021-2023" in rows[2].written


def test_a_workbook_says_the_same_as_its_text():
    book = Workbook()
    book.active.append(["Daftar kegiatan 2025"])
    for line in LIST.decode().splitlines():
        book.active.append([int(cell) if cell.isdecimal() else cell for cell in line.split(",")])
    file = io.BytesIO()
    book.save(file)

    rows = read_list(file.getvalue())

    assert [(row.title, row.year, row.doubts) for row in rows] == [
        (row.title, row.year, row.doubts) for row in read_list(LIST)
    ]
    assert rows[0].line == 3


def test_columns_that_nobody_knows_are_kept_with_their_row():
    (row,) = read_list("Nama Kegiatan;Identitas;Ketua;Sektor;Cara\nSurvei A;-;Rina;99;3\n".encode("cp1252"))

    assert (row.title, row.identity_number, row.method, row.sector) == ("Survei A", "", COMPILED, "")
    assert row.written.splitlines() == [
        "judul: Survei A",
        "identitas: -",
        "Ketua: Rina",
        "sektor: 99",
        "cara pengumpulan: 3",
    ]
    assert "Sektor ditulis “99”." in row.doubts


def test_cells_beyond_the_heads_and_rows_without_a_title_are_there():
    lost, longer = read_list(b"judul,tahun\n,2025\nSurvei B,2025,tambahan\n")

    assert (lost.title, lost.doubts[0]) == ("", "Judul tidak disebut.")
    assert "kolom 3: tambahan" in longer.written


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"PK\x03\x04 broken", b"judul\n" + b"x\n" * 5002]
)
def test_what_is_no_list_is_refused_in_words(content):
    with pytest.raises((ListRefused, UploadRefused)) as refusal:
        read_list(content)
    assert str(refusal.value)
