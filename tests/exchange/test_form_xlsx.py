"""The form as a workbook: what is written comes back, what is wrong is told by its cell.

`form-saved-by-libreoffice.xlsx` is `a_workbook(complete_answers("survei"), "REK-6104-2026-0007")`, opened and
saved again by LibreOffice 7.4 (`soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" file.xlsx`).
It is of the edition it was written with, as those that people still have at home.
"""

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pst.exchange.form_xlsx import FormFileRefused, read_form
from pst.exchange.form_xlsx.layout import BlockSheet, TableSheet, sheet_names, sheets_of
from pst.questionnaires.answers import unanswered
from pst.questionnaires.shelf import CURRENT, SHELF
from tests.exchange.workbooks import (
    EVERYTHING,
    TITLE_CELL,
    a_workbook,
    comes_back,
    edited,
    filled,
    random_answers,
    very_long_answers,
)
from tests.factories_answers import FILES, METHODS, complete_answers

SAVED_BY_LIBREOFFICE = Path(__file__).parent / "form-saved-by-libreoffice.xlsx"


@pytest.mark.parametrize("seed", range(4))
def test_random_complete_submissions_come_back_equal(seed):
    """`python -m benchmarks --parts workbooks` sends out five hundred."""
    answers = random_answers(seed)
    assert unanswered(CURRENT, answers, FILES) == []

    assert comes_back(answers)


@pytest.mark.parametrize("method", METHODS)
def test_answers_copied_cell_by_cell_into_a_blank_workbook_come_back_equal(method):
    """What a person types who fills in the form by hand."""
    answers = complete_answers(method)
    typed = load_workbook(io.BytesIO(a_workbook(answers)))
    cells = {
        (sheet.name, cell.coordinate): cell.value
        for sheet in sheets_of(CURRENT)
        for row in typed[sheet.name].iter_rows()
        for cell in row
        if not cell.protection.locked and cell.value is not None
    }

    reading = read_form(edited(a_workbook(), cells), SHELF)

    assert reading.faults == []
    assert filled(reading.answers) == filled(answers)


def test_a_workbook_saved_by_libreoffice_comes_back_equal():
    reading = read_form(SAVED_BY_LIBREOFFICE.read_bytes(), SHELF)

    assert (reading.number, reading.changed, reading.faults) == ("REK-6104-2026-0007", set(), [])
    of_that_edition = {code: value for code, value in complete_answers("survei").items() if code in reading.form}
    assert filled(reading.answers) == filled(of_that_edition)


def test_a_very_long_table_is_read_to_its_end():
    assert len(read_form(a_workbook(very_long_answers()), SHELF).answers["variabel"]) == 300


def test_only_what_was_typed_counts_as_changed():
    content = edited(a_workbook(complete_answers()), {TITLE_CELL: "Kompilasi Data Gizi Kabupaten Mempawah"})

    reading = read_form(content, SHELF)

    assert reading.changed == {"judul_kegiatan"}
    assert reading.answers["judul_kegiatan"] == "Kompilasi Data Gizi Kabupaten Mempawah"


def test_an_emptied_cell_empties_the_answer():
    reading = read_form(edited(a_workbook(complete_answers()), {TITLE_CELL: None}), SHELF)

    assert (reading.changed, reading.answers["judul_kegiatan"]) == ({"judul_kegiatan"}, "")


def test_an_odd_answer_of_the_draft_stays_there_untouched():
    answers = {**complete_answers(), "tahun_kegiatan": "dua ribu", "rilis_digital": "besok"}

    reading = read_form(a_workbook(answers), SHELF)

    assert (reading.changed, reading.faults) == (set(), [])


IDENTITY, DATES = "Identitas Kegiatan", "Blok VIII"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            {(IDENTITY, "D5"): "2027", (IDENTITY, "D8"): "survei", (DATES, "D7"): "2/3/2027"},
            {"tahun_kegiatan": 2027, "cara_pengumpulan_data": "survei", "rilis_digital": "2027-03-02"},
        ),
        (
            {(IDENTITY, "D5"): 2027.0, (IDENTITY, "D8"): 2, (DATES, "D7"): datetime(2027, 3, 2, 10)},
            {"tahun_kegiatan": 2027, "cara_pengumpulan_data": "survei", "rilis_digital": "2027-03-02"},
        ),
        (
            {(IDENTITY, "D8"): "  SURVEI ", ("Blok I", "D6"): 561691105123},
            {"cara_pengumpulan_data": "survei", "telepon": "561691105123"},
        ),
    ],
)
def test_what_people_type_is_understood(typed, stored):
    blank = read_form(a_workbook(), SHELF).answers

    reading = read_form(edited(a_workbook(), typed), SHELF)

    assert {blank[code] for code in stored} == {""}
    assert ({code: reading.answers[code] for code in stored}, reading.faults) == (stored, [])


def test_faults_name_sheet_cell_and_question_and_spare_the_rest():
    content = edited(
        a_workbook(),
        {
            TITLE_CELL: "Pendek",
            ("Identitas Kegiatan", "D5"): 1999,
            ("Identitas Kegiatan", "D8"): "Sensus kecil",
            ("Blok I", "D4"): "Dinas Kesehatan Kabupaten Mempawah",
            ("Blok II", "D9"): 198001012005011001,
            ("3.4 Variabel", "C7"): "Jumlah balita",
            ("3.3 Jadwal", "D7"): "besok",
            ("3.3 Jadwal", "D8"): date(2027, 3, 2),
            ("3.3 Jadwal", "E8"): date(2027, 3, 1),
            ("Blok I", "H30"): "catatan saya",
        },
    )

    reading = read_form(content, SHELF)

    assert [(fault.sheet, fault.cell, fault.code) for fault in reading.faults] == [
        ("Identitas Kegiatan", "D4", "judul_kegiatan"),
        ("Identitas Kegiatan", "D5", "tahun_kegiatan"),
        ("Identitas Kegiatan", "D8", "cara_pengumpulan_data"),
        ("Blok I", "H30", ""),
        ("Blok II", "D9", "pj_telepon"),
        ("3.3 Jadwal", "D7", "jadwal"),
        ("3.3 Jadwal", "E8", "jadwal"),
    ]
    assert reading.faults[2].message == "Pilihan ini tidak ada dalam daftar. Pilih dari daftar pada sel itu."
    assert reading.answers["instansi_penyelenggara"] == "Dinas Kesehatan Kabupaten Mempawah"
    assert [row["nama"] for row in reading.answers["variabel"]] == ["Jumlah balita"]
    assert not {"judul_kegiatan", "tahun_kegiatan", "pj_telepon", "jadwal"} & reading.answers.keys()


def test_an_option_is_ticked_with_yes_and_refuses_other_words():
    good = edited(a_workbook(), {("Blok IV", "D10"): "x", ("Blok IV", "D12"): True, ("Blok IV", "D13"): "tidak"})
    bad = edited(a_workbook(), {("Blok IV", "D10"): "mungkin"})

    assert read_form(good, SHELF).answers["metode_pengumpulan_data"] == ["wawancara", "pengamatan"]
    assert [fault.cell for fault in read_form(bad, SHELF).faults] == ["D10"]


def test_only_open_cells_are_unlocked_and_remarks_stand_beside():
    remarks = {"judul_kegiatan": "Perjelas."}
    content = a_workbook(complete_answers(), writable={"judul_kegiatan", "variabel"}, remarks=remarks)

    book = load_workbook(io.BytesIO(content))

    unlocked = {
        sheet.title for sheet in book for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert unlocked == {"Identitas Kegiatan", "3.4 Variabel"}
    assert (book["Identitas Kegiatan"]["F4"].value, book["Identitas Kegiatan"]["D5"].protection.locked) == (
        "Perjelas.",
        True,
    )
    assert all(sheet.protection.sheet for sheet in book if sheet.title != "Pilihan")


def test_no_text_becomes_a_formula():
    answers = {**complete_answers(), "judul_kegiatan": "=1+1 dan seterusnya", "faksimile": "@x", "pj_faksimile": "+1"}

    book = load_workbook(io.BytesIO(a_workbook(answers)))

    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert book["Identitas Kegiatan"]["D4"].value == "=1+1 dan seterusnya"
    assert book["Identitas Kegiatan"]["D4"].quotePrefix


def test_every_help_fits_what_excel_takes():
    book = load_workbook(io.BytesIO(a_workbook()))

    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 90
    assert all(len(rule.promptTitle) <= 32 and len(rule.prompt) <= 255 and len(rule.error) <= 225 for rule in rules)
    assert all(len(name) <= 31 for name in book.sheetnames) and tuple(book.sheetnames) == sheet_names(CURRENT)
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["Pilihan", "Keterangan"]


def test_drop_downs_offer_exactly_the_options_of_the_form():
    book = load_workbook(io.BytesIO(a_workbook()))
    rules = book["Identitas Kegiatan"].data_validations.dataValidation
    sector = next(rule for rule in rules if "D9" in rule.sqref)

    column, last = sector.formula1.split("$")[1], int(sector.formula1.rsplit("$", 1)[1])

    offered = [book["Pilihan"][f"{column}{row}"].value for row in range(1, last + 1)]
    assert offered == [option.label for option in CURRENT.question("sektor_kegiatan").options]


def test_tables_have_room_to_grow():
    tables = [sheet for sheet in sheets_of(CURRENT) if isinstance(sheet, TableSheet)]
    book = load_workbook(
        io.BytesIO(a_workbook(complete_answers() | {"variabel": random_answers(3)["variabel"][:1] * 75}))
    )

    room = {
        sheet.name: sum(not book[sheet.name].cell(row, 3).protection.locked for row in range(7, 320))
        for sheet in tables
    }
    assert room == {"3.3 Jadwal": 60, "3.4 Variabel": 95, "4.5 Wilayah": 60}


def test_every_question_has_its_place():
    places = [
        line.question.code for sheet in sheets_of(CURRENT) if isinstance(sheet, BlockSheet) for line in sheet.lines
    ]

    assert set(places) == EVERYTHING


def test_a_refused_workbook_gives_nothing():
    with pytest.raises(FormFileRefused):
        read_form(b"", SHELF)
