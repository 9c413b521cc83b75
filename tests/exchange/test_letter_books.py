"""Books of letters as offices keep them: every row is read as far as it goes, and what is odd is said."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pst.exchange.letter_books import read_book
from pst.exchange.lists import ListRefused
from pst.rules.letters.numbering import IMPORTED, LETTER_PATTERN, RESERVED, VOID

BOOK = Path(__file__).with_name("letter-book.csv").read_bytes()


def read(content: bytes):
    return read_book(content, LETTER_PATTERN, "61040")


def test_a_real_book_is_read_row_by_row():
    rows = read(BOOK)

    assert [(row.line, row.place, str(row.dated), row.kind) for row in rows] == [
        (2, "001", "2026-01-05", IMPORTED),
        (3, "002", "2026-01-05", IMPORTED),
        (4, "002.01", "2026-01-06", IMPORTED),
        (5, "003", "2026-01-07", IMPORTED),
        (6, "003", "2026-01-07", IMPORTED),
        (7, "4.10", "2026-01-08", IMPORTED),
        (8, "4.2", "2026-01-08", IMPORTED),
        (9, "005", "2026-01-08", IMPORTED),
        (10, "006", "2026-01-09", IMPORTED),
    ]
    assert [row.at for row in rows if "." in row.place] == [(2, 1), (4, 10), (4, 2)]
    assert {row.line: row.doubts for row in rows if row.doubts} == {
        7: ("Kode klasifikasi kosong.",),
        8: ("Nomor “B-4.2`/61040/KS.200/2026” memuat tanda yang tidak lazim.",),
        9: ("Unit 61042, bukan 61040.",),
        10: (
            "Tanggal ditulis “9 Januai 2026”, dibaca 9 Januari 2026.",
            "Tujuan kosong.",
            "Perihal kosong.",
            "Kode klasifikasi kosong.",
        ),
    }


def test_semicolons_and_workbooks_say_the_same():
    cells = [line.split(",") for line in BOOK.decode().splitlines()]
    book = Workbook()
    for line in [["Buku surat keluar 2026"], *cells]:
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)

    texts = "\n".join(";".join(line) for line in cells)
    found = [[(row.place, row.dated, row.doubts) for row in read(each)] for each in (file.getvalue(), texts.encode())]

    assert found == [[(row.place, row.dated, row.doubts) for row in read(BOOK)]] * 2


def test_void_and_reserved_numbers_are_known_by_what_is_said_of_them():
    rows = read(
        b"No;Tanggal;Nomor;Perihal;Keterangan\n"
        b"7;5/1/2026;B-7/61040/KS.200/2026;Undangan;batal, salah ketik\n"
        b"8;5/1/2026;B-8/61040/KS.200/2026;dicadangkan untuk sensus;\n"
        b"4.1;besok;B-4.10/61040/KS.200/2026;Pembatalan kontrak;\n"
    )

    assert [(row.kind, row.at, row.year) for row in rows] == [
        (VOID, (7, 0), 2026),
        (RESERVED, (8, 0), 2026),
        (IMPORTED, (4, 10), 2026),
    ]
    assert rows[2].doubts[:2] == ("Nomor urut ditulis 4.1, pada nomor surat 4.10.", "Tanggal “besok” tidak terbaca.")


def test_a_list_without_numbers_is_no_book():
    with pytest.raises(ListRefused, match="nomor surat"):
        read(b"tanggal,perihal\n5 Januari 2026,Undangan\n")


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(alphabet='B-/.0123`aé"\n 2026', max_size=12), min_size=7, max_size=7), max_size=4))
def test_whatever_stands_in_the_cells_is_read_or_refused(cells):
    text = BOOK.decode().splitlines()[0] + "\n" + "\n".join(",".join(f'"{c}"' for c in row) for row in cells)
    try:
        rows = read(text.encode())
    except ListRefused:
        return
    assert all(row.at[0] is None or row.at[0] < 10**9 for row in rows)
