"""Workbooks that are not taken at all: each refusal says what happened, and nothing of the file is kept."""

import io
import os
import random
import zipfile

import pytest
from openpyxl import Workbook

from pst.exchange.form_xlsx import FormFileRefused, read_form, refusals
from pst.exchange.form_xlsx.packet import LIMIT
from pst.exchange.form_xlsx.refusals import NEW_COPY
from pst.questionnaires.shelf import CURRENT, SHELF
from tests.exchange.workbooks import a_workbook, edited, part_of, repacked
from tests.factories_answers import complete_answers

FULL = a_workbook(complete_answers())
SHEET = "xl/worksheets/sheet2.xml"
"""The part that holds the first sheet of questions."""


def why(content: bytes) -> str:
    """The message of the refusal."""
    with pytest.raises(FormFileRefused) as refused:
        read_form(content, SHELF)
    return str(refused.value)


def test_the_workbook_all_these_are_made_from_is_taken():
    assert read_form(repacked(FULL, {}), SHELF).faults == []


def test_a_small_workbook_of_countless_texts_is_refused_before_it_is_read():
    texts = b"<sst>" + b"<si><t/></si>" * 170_000 + b"</sst>"

    assert why(repacked(FULL, {"xl/sharedStrings.xml": texts})) == refusals.unpacks_too_large().args[0]


def test_another_version_is_refused_by_name():
    older = edited(FULL, {("Keterangan", "B1"): "rekomendasi_2019"})
    rearranged = edited(FULL, {("Keterangan", "B2"): "0" * 32})

    assert why(older).startswith("Formulir ini dari versi lain (“rekomendasi_2019”)")
    assert why(rearranged).startswith(f"Formulir ini dari versi lain (“{CURRENT.name}”)")


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book["Blok I"].insert_rows(5),
        lambda book: book["Blok I"].delete_rows(5),
        lambda book: book["Blok I"].move_range("A5:F5", rows=10),
        lambda book: book["Blok I"].insert_cols(1),
    ],
)
def test_moved_rows_and_columns_are_named(change):
    assert why(edited(FULL, {}, change)).startswith("Susunan baris berubah pada lembar “Blok I”, mulai sel ")


def test_moved_columns_of_a_table_are_named():
    swapped = edited(FULL, {}, lambda book: book["3.4 Variabel"].insert_cols(3))

    assert why(swapped).startswith("Susunan baris berubah pada lembar “3.4 Variabel”, mulai sel C4")


def test_a_renamed_question_is_named():
    assert why(edited(FULL, {("Blok I", "C5"): "Alamat rumah"})).startswith(
        "Tulisan pertanyaan diubah pada lembar “Blok I”, sel C5,"
    )


def test_renamed_missing_and_added_sheets_are_named():
    def rename(book):
        book["Blok II"].title = "Penanggung jawab"

    assert why(edited(FULL, {}, rename)).startswith(
        "Susunan lembar berubah: lembar “Blok II” hilang atau berganti nama; "
        "lembar “Penanggung jawab” bukan bagian formulir."
    )
    assert "lembar “Lembar1” bukan bagian formulir" in why(edited(FULL, {}, lambda b: b.create_sheet("Lembar1")))


def test_sheets_in_another_order_are_taken():
    turned = edited(FULL, {}, lambda book: book.move_sheet("Blok II", offset=3))

    assert read_form(turned, SHELF).changed == set()


@pytest.mark.parametrize("sheet", ["Blok I", "3.4 Variabel", "Petunjuk", "Pilihan"])
def test_formulas_anywhere_are_named_by_their_cells(sheet):
    said = why(edited(FULL, {(sheet, "D9"): "=SUM(1,2)", (sheet, "D10"): '=HYPERLINK("http://contoh.test")'}))

    assert said.startswith(f"Ada rumus pada lembar “{sheet}” sel D9; lembar “{sheet}” sel D10. ")


def test_another_workbook_is_not_our_form():
    out = io.BytesIO()
    Workbook().save(out)

    assert why(out.getvalue()).startswith("Buku kerja ini bukan formulir permohonan dari situs ini")
    assert NEW_COPY in why(edited(FULL, {}, lambda book: book.remove(book["Keterangan"])))


def test_macros_are_refused():
    assert "makro" in why(repacked(FULL, {"xl/vbaProject.bin": b"Sub AutoOpen()"}))
    assert "makro" in why(repacked(FULL, {"xl/macrosheets/sheet1.xml": b"<a/>"}))
    types = part_of(FULL, "[Content_Types].xml").replace(b"sheet.main+xml", b"macroEnabled.main+xml")
    assert "makro" in why(repacked(FULL, {"[Content_Types].xml": types}))


def test_a_swelling_archive_is_refused_before_it_is_unpacked():
    bomb = repacked(FULL, {"xl/media/gambar.png": b"\x00" * 40_000_000})
    assert len(bomb) < 100_000, "the bomb is small until it is opened"

    assert why(bomb).startswith("Isi berkas ini terlalu besar setelah dibuka")
    assert why(repacked(FULL, {f"xl/m{n}.png": b"" for n in range(400)})).startswith("Isi berkas ini terlalu besar")


def test_very_many_cells_are_refused_before_they_are_read():
    rows = b"".join(b'<row r="%d"><c r="A%d"/><c r="B%d"/></row>' % (n, n, n) for n in range(2_000, 40_000))
    swollen = part_of(FULL, SHEET).replace(b"</sheetData>", rows + b"</sheetData>")

    assert why(repacked(FULL, {SHEET: swollen})).startswith("Isi berkas ini terlalu besar setelah dibuka")


def test_a_merge_over_the_whole_sheet_does_no_harm():
    """Millions of cells for a reader that makes each of them."""
    merged = part_of(FULL, SHEET).replace(b'ref="B2:E2"', b'ref="B2:XFD1048576"')
    assert merged != part_of(FULL, SHEET)

    assert read_form(repacked(FULL, {SHEET: merged}), SHELF).changed == set()


def test_entities_and_other_encodings_are_refused():
    sheet = part_of(FULL, SHEET)
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + sheet.removeprefix(b"<?xml version='1.0'?>")
    shifted = b'<?xml version="1.0" encoding="cp037"?>' + sheet

    for part in (entity, shifted, sheet.decode().encode("utf-16")):
        assert "rusak" in why(repacked(FULL, {SHEET: part}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Berkas ini kosong."),
        (b"%PDF-1.7 bukan buku kerja", "Isi berkas ini bukan buku kerja XLSX; mengganti nama berkas"),
        (b"judul;tahun\n", "Isi berkas ini bukan buku kerja XLSX"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "Berkas ini berbentuk XLS (Excel lama)."),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "Berkas ini dikunci dengan kata sandi.",
        ),
        (FULL[:5_000], "Berkas ini rusak"),
        (FULL[:9_000] + bytes(9_000) + FULL[18_000:], "Berkas ini rusak"),
        (os.urandom(LIMIT + 1), "Berkas ini lebih besar dari 5 MB"),
    ],
)
def test_other_files_under_our_name_are_told_apart(content, said):
    assert why(content).startswith(said)


def test_other_archives_under_our_name_are_told_apart():
    def archive(**parts: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for name, part in parts.items():
                made.writestr(name.replace("__", "/"), part)
        return out.getvalue()

    document = archive(word__document=b"<a/>")
    spreadsheet = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content=b"<a/>")

    assert why(document).startswith("Isi berkas ini bukan buku kerja XLSX")
    assert why(archive(**{"xl__workbook.xml": b"<a/>"})).startswith("Isi berkas ini bukan buku kerja XLSX")
    assert why(spreadsheet).startswith("Berkas ini berbentuk ODS.")


def test_a_locked_archive_is_refused():
    locked = bytearray(FULL)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = bytes(locked).find(mark)
        while place >= 0:
            locked[place + offset] |= 1
            place = bytes(locked).find(mark, place + 4)

    assert why(bytes(locked)).startswith("Berkas ini dikunci dengan kata sandi.")


def test_workbooks_damaged_at_random_are_refused_or_read_but_never_crash():
    dice, refusals = random.Random(7), 0
    for _ in range(25):
        part = bytearray(part_of(FULL, SHEET))
        for _ in range(dice.randint(1, 30)):
            part[dice.randrange(len(part))] = dice.randrange(256)
        try:
            read_form(repacked(FULL, {SHEET: bytes(part)}), SHELF)
        except FormFileRefused:
            refusals += 1

    assert refusals > 12
