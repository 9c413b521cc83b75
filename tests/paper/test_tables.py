"""Tables that go on over pages."""

from datetime import datetime

from pst.paper.sheet import Sheet
from pst.paper.tables import draw_table
from tests.paper.reading import pages_of

MADE = datetime(2026, 3, 2, 1, 0)  # Senin


def drawn(heads, rows, **more):
    sheet = Sheet("Contoh", MADE)
    draw_table(sheet, heads, rows, **more)
    return pages_of(sheet.bytes())


def test_head_returns_on_every_page():
    pages = drawn(("Nomor", "Nilai"), [(str(number), f"nilai {number}") for number in range(100)])

    assert len(pages) > 1 and all(page.startswith("Nomor Nilai") for page in pages)


def test_row_that_fits_a_page_is_moved_there_whole():
    rows = [("a", "baris\n" * 36), ("b", "awal " + "isi\n" * 36 + "akhir")]

    pages = drawn(("X", "Y"), rows)

    assert "awal" in pages[1] and "akhir" in pages[1] and "awal" not in pages[0]


def test_row_taller_than_a_page_is_torn_and_loses_nothing():
    pages = drawn(("X", "Y"), [("a", "\n".join(f"baris{number}." for number in range(150)))])

    assert len(pages) == 3
    assert [number for number in range(150) if f"baris{number}." not in " ".join(pages)] == []


def test_table_without_heads_labels_its_rows():
    assert drawn((), [("Nomor", "12"), ("Tanggal", "2 Maret")])[0].startswith("Nomor 12 Tanggal 2 Maret")
