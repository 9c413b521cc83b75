"""Registers as workbooks: what was put in comes out, and nothing is calculated."""

import io
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pst.exchange.csv_lines import STARTS_A_FORMULA
from pst.exchange.xlsx_table import LOOKED_AT, WIDEST, write_xlsx


def opened(header, rows, title="Buku tamu"):
    file = io.BytesIO()
    write_xlsx(file, title, header, rows)
    return load_workbook(file).active


def values(sheet) -> list[tuple]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_numbers_days_and_times_stay_what_they_are_and_nothing_becomes_an_empty_cell():
    row = ("KUN-2026-0001", date(2026, 11, 23), time(9, 5), 12, 2.5, None)

    sheet = opened(("Nomor", "Tanggal", "Jam", "Tunggu", "Rata-rata", "Catatan"), [row])

    assert values(sheet)[1] == ("KUN-2026-0001", datetime(2026, 11, 23), time(9, 5), 12, 2.5, None)


def test_the_head_is_bold_stays_in_sight_and_filters_every_row():
    sheet = opened(("Nomor", "Nama"), [("1", "Ani"), ("2", "Budi")])

    assert [cell.font.bold for cell in sheet[1]] == [True, True]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Buku tamu", "A2", "A1:B3")


def test_columns_are_as_wide_as_their_texts_up_to_a_limit():
    sheet = opened(("No", "Keperluan"), [("1", "x" * 20), ("2", "y" * 300)])

    assert [round(sheet.column_dimensions[name].width) for name in "AB"] == [4, WIDEST]


def test_rows_beyond_those_that_are_measured_are_written_too():
    sheet = opened(("Nomor",), ((str(number),) for number in range(LOOKED_AT + 50)))

    assert [row[0] for row in values(sheet)[1:]] == [str(number) for number in range(LOOKED_AT + 50)]


def test_an_empty_register_is_a_head_alone():
    assert values(opened(("Nomor", "Nama"), [])) == [("Nomor", "Nama")]


@given(st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: f"={text}") | st.text(max_size=30))
def test_no_cell_is_a_formula_or_breaks_the_workbook(text):
    cell = opened(("Isi",), [(text,)])["A2"]

    assert cell.data_type != "f"
    assert not str(cell.value or "").startswith(STARTS_A_FORMULA)
