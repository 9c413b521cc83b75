"""Tables for spreadsheets: read back as they were, and no cell that is calculated."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pst.exchange.csv_lines import BYTE_ORDER_MARK, STARTS_A_FORMULA, csv_lines

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def read(text):
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_the_header_comes_first_after_the_mark_that_excel_needs():
    assert list(csv_lines(["Nomor", "Judul"], [["1", None]])) == ["\ufeffNomor,Judul\r\n", "1,\r\n"]


def test_a_formula_stays_text():
    table = read("".join(csv_lines(["a"], [["=1+1"], ["+62"], ["-5"], ["@x"], ["aman"]])))

    assert table == [["a"], ["'=1+1"], ["'+62"], ["'-5"], ["'@x"], ["aman"]]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=5))
def test_every_cell_comes_back_and_none_starts_a_formula(rows):
    table = read("".join(csv_lines(["a", "b"], rows)))[1:]

    assert [[cell.removeprefix("'") for cell in row] for row in table] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not [cell for row in table for cell in row if cell.startswith(STARTS_A_FORMULA)]


def test_a_spreadsheet_that_writes_decimals_with_a_comma_gets_semicolons():
    assert list(csv_lines(["a", "b"], [["1,5", "x;y"]], ";")) == ["\ufeffa;b\r\n", '1,5;"x;y"\r\n']
