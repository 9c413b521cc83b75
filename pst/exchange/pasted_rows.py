"""Rows of a table copied from a spreadsheet: cells parted by tabs, with or without a heading row."""

import csv
from dataclasses import dataclass, field
from io import StringIO

from pst.exchange.form_xlsx.values import from_cell
from pst.questionnaires.kinds import Refused, Table
from pst.questionnaires.tables import Column, Row
from pst.questionnaires.text import without_controls


@dataclass
class Pasted:
    """What was understood: rows as they would be stored. `refused` has messages by row and column, both from zero."""

    text: str = ""
    rows: list[Row] = field(default_factory=list)
    refused: dict[tuple[int, str], str] = field(default_factory=dict)
    unused: int = 0
    """How many cells found no column."""


def read_pasted(table: Table, text: str) -> Pasted:
    """The rows in a text; without a heading row the columns are taken as they stand in the form."""
    lines = _lines(text)
    found, columns = Pasted(text), list[Column | None](table.columns)
    if lines and (headed := _heading(table, lines[0])):
        columns, lines = headed, lines[1:]
    for line in lines:
        _take(found, table, columns, line)
    return found


def _lines(text: str) -> list[list[str]]:
    """The cells of each line that says something; none of what cannot come from a spreadsheet."""
    try:
        lines = [[cell.strip() for cell in line] for line in csv.reader(StringIO(text, newline=""), delimiter="\t")]
    except csv.Error:
        return []
    return [line for line in lines if any(line)]


def _heading(table: Table, line: list[str]) -> list[Column | None] | None:
    """The column that each cell of a heading row names; None when it names none."""
    names = {name.casefold(): column for column in table.columns for name in (column.label, column.code)}
    columns = [names.get(" ".join(cell.replace("_", " ").split()).casefold()) for cell in line]
    columns = [column or names.get(cell.casefold()) for column, cell in zip(columns, line, strict=True)]
    return columns if any(columns) else None


def _take(found: Pasted, table: Table, columns: list[Column | None], line: list[str]) -> None:
    row, number = table.blank_row(), len(found.rows)
    for place, cell in enumerate(line):
        column = columns[place] if place < len(columns) else None
        if column is None:
            found.unused += bool(cell)
            continue
        try:
            row[column.code] = from_cell(column, cell)
        except Refused as refusal:
            row[column.code] = without_controls(cell)
            found.refused[number, column.code] = str(refusal)
    found.rows.append(row)
