"""A workbook read back: the answers in it, which of them were changed, and what is wrong in which cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pst.exchange.form_xlsx import refusals
from pst.exchange.form_xlsx.cells import Cells, read_cells
from pst.exchange.form_xlsx.checking import Identity, check_arrangement, check_formulas, identity_of
from pst.exchange.form_xlsx.layout import (
    ANSWER,
    FIRST_COLUMN,
    REMARK,
    TABLE_FIRST_ROW,
    BlockSheet,
    Line,
    Sheet,
    TableSheet,
    cell_name,
    sheets_of,
)
from pst.exchange.form_xlsx.packet import check_packet
from pst.exchange.form_xlsx.values import fingerprint, from_cell, is_ticked
from pst.questionnaires.kinds import Choices, Question, Questionnaire, Refused, Table
from pst.questionnaires.tables import Row

OUTSIDE = "Tulisan ini berada di luar tempat isian, jadi tidak diambil. Pindahkan ke sel isian, atau hapus."
ERROR_VALUE = "Sel ini berisi galat lembar kerja. Hapus, lalu ketik jawabannya."
FAULTS_SHOWN = 200


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell; `code` is the question whose answer is not taken, "" outside of all."""

    sheet: str
    cell: str
    code: str
    title: str
    message: str


@dataclass
class Reading:
    """What a workbook says.

    `answers` holds every answer that has the right shape, also blank ones; `changed` the codes whose cells
    say something else than when the workbook was made; `places` where each answer stands (sheet, cell).
    `number` is the submission it was made for, "" for none. A question with a fault has no answer here.
    """

    form: Questionnaire
    number: str
    answers: dict[str, Any] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    """The marks (`values.fingerprint`) of the answers as they stood when the workbook was made."""


def read_form(content: bytes, shelf: Mapping[str, Questionnaire]) -> Reading:
    """Read a workbook of one of the questionnaires on the shelf; `FormFileRefused` when nothing is taken.

    A question whose cells are as they were written is not looked at further: whatever stood in the draft,
    right or wrong, stays there.
    """
    check_packet(content)
    sheets = read_cells(content)
    identity = identity_of(sheets)
    form = shelf.get(identity.form)
    if form is None:
        raise refusals.wrong_version(identity.form)
    check_arrangement(form, identity, sheets)
    check_formulas(sheets)
    return _read(form, identity, sheets)


def _read(form: Questionnaire, identity: Identity, sheets: dict[str, Cells]) -> Reading:
    reading = Reading(form, identity.number, prints=identity.prints)
    for sheet in sheets_of(form):
        cells = sheets[sheet.name]
        if isinstance(sheet, BlockSheet):
            _read_block(sheet, cells, identity, reading)
        else:
            _read_table(sheet, cells, identity, reading)
        _note_outside(sheet, cells, reading)
    del reading.faults[FAULTS_SHOWN:]
    return reading


def _read_block(sheet: BlockSheet, cells: Cells, identity: Identity, reading: Reading) -> None:
    for line in sheet.lines:
        if line.option is not None:
            continue
        if isinstance(line.question, Choices):
            _read_ticks(sheet, line.question, cells, identity, reading)
        elif line.takes_answer:
            _read_answer(sheet, line, cells, identity, reading)


def _read_answer(sheet: BlockSheet, line: Line, cells: Cells, identity: Identity, reading: Reading) -> None:
    question, cell = line.question, cell_name(line.row, ANSWER)
    try:
        value = _value_at(cells, line.row, ANSWER, question)
    except Refused as refusal:
        _settle(reading, identity, sheet, question, cell, _raw(cells, line.row, ANSWER), [(cell, str(refusal))])
        return
    problem = question.problem(value)
    _settle(reading, identity, sheet, question, cell, value, [(cell, problem)] if problem else [])


def _read_ticks(sheet: BlockSheet, question: Choices, cells: Cells, identity: Identity, reading: Reading) -> None:
    lines = [line for line in sheet.lines if line.question is question and line.option is not None]
    chosen, wrong = [], []
    for line in lines:
        found = cells.get((line.row, ANSWER))
        try:
            if found is not None and is_ticked(found.value) and line.option is not None:
                chosen.append(line.option.code)
        except Refused as refusal:
            wrong.append((cell_name(line.row, ANSWER), str(refusal)))
    _settle(reading, identity, sheet, question, cell_name(lines[0].row, ANSWER), chosen, wrong)


def _read_table(sheet: TableSheet, cells: Cells, identity: Identity, reading: Reading) -> None:
    table = sheet.table
    rows: list[Row] = []
    wrong: list[tuple[str, str]] = []
    places: list[int] = []
    for number in range(TABLE_FIRST_ROW, TABLE_FIRST_ROW + table.max_rows):
        row = _read_row(table, cells, number, wrong)
        if any(row.values()):
            rows.append(row)
            places.append(number)
    wrong += _cell_problems(table, rows, places)
    _settle(reading, identity, sheet, table, cell_name(TABLE_FIRST_ROW, FIRST_COLUMN), rows, wrong)


def _read_row(table: Table, cells: Cells, number: int, wrong: list[tuple[str, str]]) -> Row:
    row = table.blank_row()
    for place, column in enumerate(table.columns, FIRST_COLUMN):
        try:
            row[column.code] = _value_at(cells, number, place, column)
        except Refused as refusal:
            wrong.append((cell_name(number, place), f"{column.label}: {refusal}"))
            row[column.code] = _raw(cells, number, place)
    return row


def _cell_problems(table: Table, rows: list[Row], places: list[int]) -> list[tuple[str, str]]:
    """(cell, message) for every cell whose value has the wrong shape."""
    columns = {column.code: place for place, column in enumerate(table.columns, FIRST_COLUMN)}
    found = []
    for field_id, problem in table.cell_problems(rows).items():
        _, row, code = field_id.split("-", 2)
        label = table.column(code).label
        found.append((cell_name(places[int(row)], columns[code]), f"{label}: {problem}"))
    return found


def _settle(
    reading: Reading,
    identity: Identity,
    sheet: Sheet,
    question: Question,
    cell: str,
    value: Any,
    wrong: list[tuple[str, str]],
) -> None:
    """Note where the answer stands, whether it was changed, and the answer or what is wrong."""
    reading.places[question.code] = (sheet.name, cell)
    misticked = bool(wrong) and isinstance(question, Choices)  # a wrong word leaves no trace in the value
    if not misticked and fingerprint(question, value) == identity.prints.get(question.code):
        if not wrong:
            reading.answers[question.code] = value
        return
    reading.changed.add(question.code)
    if not wrong:
        reading.answers[question.code] = value
    told = dict(reversed(wrong))  # the first message of a cell counts
    reading.faults += [
        Fault(sheet.name, place, question.code, question.title, told[place]) for place in sorted(told, key=_order)
    ]


def _note_outside(sheet: Sheet, cells: Cells, reading: Reading) -> None:
    """Writing that no question owns is not silently lost."""
    last_row, last_column = _edges(sheet)
    reading.faults += [
        Fault(sheet.name, cell_name(row, column), "", "Di luar tempat isian", OUTSIDE)
        for row, column in sorted(cells)
        if row > last_row or column > last_column
    ]


def _edges(sheet: Sheet) -> tuple[int, int]:
    """The last row and column in which something of the form may stand."""
    if isinstance(sheet, BlockSheet):
        return sheet.lines[-1].row, REMARK
    return TABLE_FIRST_ROW + sheet.table.max_rows - 1, FIRST_COLUMN + len(sheet.table.columns) - 1


def _value_at(cells: Cells, row: int, column: int, question: Question) -> Any:
    cell = cells.get((row, column))
    if cell is None:
        return ""
    if cell.kind == "e":
        raise Refused(ERROR_VALUE)
    return from_cell(question, cell.value)


def _raw(cells: Cells, row: int, column: int) -> str:
    return str(cells[row, column].value)


def _order(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), letters
