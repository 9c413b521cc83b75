"""One block of a questionnaire, read from what the browser sent.

Fields are named by question code; the cells of a table `code-<row>-<column>`. Every question is drawn with a hidden
`_drawn`, its code and the mark of the answer it was drawn from. Radios and boxes send nothing when nothing is chosen:
only where they were drawn does absence mean "blank". A question that was not drawn keeps its stored answer.
Names starting with "_" belong to the page.
"""

import json
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from pst.exchange.pasted_rows import Pasted, read_pasted
from pst.questionnaires.answers import Merged
from pst.questionnaires.kinds import Block, Files, Question, Refused, Table
from pst.questionnaires.tables import Row
from pst.questionnaires.text import without_controls

UNKNOWN = "Isian ini tidak dikenal, jadi tidak disimpan. Muat ulang halaman lalu coba lagi."
OVERTAKEN = "Isian ini juga diubah di jendela atau perangkat lain. Pilih salah satu."
CLOSED = "Isian ini tidak dibuka untuk diubah, jadi tidak disimpan."

BUTTONS = ("add", "remove", "copy", "up", "down", "look", "paste", "define", "adopt")
"""What the buttons of a table do: a row more, a row less, the same row again, one place up or down; cells copied from a
spreadsheet looked at, and taken; definitions of a row's name looked for, and one taken over."""

Form = MultiDict[str, str]


@dataclass
class BlockInput:
    """What was sent for one block.

    `answers` are to be stored over the draft's. `refused` gives a message per field id for what cannot be
    stored; a table with one refused cell is not stored at all. `typed` holds everything as typed, refused or
    not, to draw the page again. `pressed` is the code of the question whose button was used, or "". `seen` are the
    marks of the answers that the page was drawn from; `overtaken` the questions changed elsewhere as well. `row` is
    where typing goes on in the table whose button was used, `pasted` what was understood of cells not taken yet;
    `defining` asks for definitions of what that row names.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    pressed: str = ""
    seen: dict[str, str] = field(default_factory=dict)
    overtaken: frozenset[str] = frozenset()
    row: int = 0
    pasted: Pasted | None = None
    defining: bool = False


def read_block(block: Block, form: Form, writable: Collection[str] | None = None) -> BlockInput:
    """Everything the form says about the block. `writable` are the codes this person may write now.

    Without it all questions may be written but those left to the office. Fields of no question, or of one
    that is closed, are refused by name. Values that do not fit their kind are stored as typed; `problems`
    speaks of them.
    """
    given = BlockInput(seen=_seen(form), pressed=_chosen(form))
    for question in _present(block, form):
        if not _may_write(question, writable):
            given.refused[question.code] = CLOSED
        elif isinstance(question, Table):
            _read_table(question, form, given)
        else:
            _read_simple(question, form, given)
    given.refused.update({name[:100]: UNKNOWN for name in _unknown_names(block, form)})
    return given


def _present(block: Block, form: Form) -> Iterator[Question]:
    """The questions the form speaks of, be it by an empty field."""
    marked = {*_drawn(form), _button(form)[1]}
    return (
        question
        for question in block.questions
        if (question.code in marked or any(_belongs(name, question) for name in form))
        and question.code != form.get("_theirs")  # whoever takes the newer words leaves the own ones behind
    )


def _drawn(form: Form) -> dict[str, str]:
    """The questions that were drawn, each with the mark of the answer it was drawn from."""
    return dict(text.partition(":")[::2] for text in form.getlist("_drawn"))


def _chosen(form: Form) -> str:
    """The question changed on two pages whose answer was chosen with a button."""
    return form.get("_theirs") or form.get("_mine", "").partition(":")[0]


def _seen(form: Form) -> dict[str, str]:
    """The marks of the page; who chose the own words over newer ones has seen those."""
    seen = _drawn(form) | dict([form.get("_mine", "").partition(":")[::2]])
    return {code: mark for code, mark in seen.items() if mark}


def _belongs(name: str, question: Question) -> bool:
    """Whether a field is the question's input, or a cell of its table."""
    if isinstance(question, Table):
        return name.startswith(question.code) and _cell_name(question).fullmatch(name) is not None
    return name == question.code


def _may_write(question: Question, writable: Collection[str] | None) -> bool:
    return not question.staff_only if writable is None else question.code in writable


def _read_simple(question: Question, form: Form, given: BlockInput) -> None:
    texts = form.getlist(question.code)
    if isinstance(question, Files) and not any(texts):
        return
    try:
        given.answers[question.code] = given.typed[question.code] = question.parse(texts)
    except Refused as refusal:
        given.refused[question.code] = str(refusal)
        given.typed[question.code] = without_controls(texts[-1])


def _read_table(table: Table, form: Form, given: BlockInput) -> None:
    verb, code, row = _button(form)
    pressed = verb if code == table.code else ""
    numbers, place = _arranged(_row_numbers(table, form), pressed, row)
    cells, refused = _read_cells(table, form, numbers)
    number, _, offered = row.partition("-")
    if pressed in ("define", "adopt") and number in numbers:
        place = numbers.index(number)
        given.defining = pressed == "define"
        cells[place] |= _offered(table, offered)
    if pressed == "paste":
        place = _paste(table, form, given, cells, refused)
    rows = [row for row in cells if any(row.values())]
    if len(rows) > table.max_rows:
        refused[table.code] = f"Paling banyak {table.max_rows} baris; kurangi barisnya lalu simpan lagi."
    if not refused:
        given.answers[table.code] = rows
    given.refused.update(refused)
    given.typed[table.code] = add_row(table, cells) if pressed == "add" else cells
    if pressed:
        given.pressed = table.code
        given.pasted = read_pasted(table, form.get(f"_cells-{table.code}", "")) if pressed == "look" else given.pasted
        given.row = max(len(given.typed[table.code]) - 1, 0) if place is None else place


def _offered(table: Table, offered: str) -> Row:
    """The cells of a definition that was offered, as its button carries them; what is no text of a column is left."""
    try:
        found = json.loads(offered or "{}")
    except (ValueError, RecursionError):
        return {}
    texts = found if isinstance(found, dict) else {}
    row: Row = {}
    for column in table.columns:
        if isinstance(text := texts.get(column.code), str):
            with suppress(Refused):
                row[column.code] = column.parse([text])
    return row


def _paste(table: Table, form: Form, given: BlockInput, cells: list[Row], refused: dict[str, str]) -> int:
    """Put the pasted rows after those that say something; where the first of them stands."""
    found = read_pasted(table, form.get(f"_cells-{table.code}", ""))
    cells[:] = [row for row in cells if any(row.values())]
    first = len(cells)
    cells += found.rows
    refused |= {f"{table.code}-{first + row}-{column}": why for (row, column), why in found.refused.items()}
    return first


def _read_cells(table: Table, form: Form, numbers: list[str]) -> tuple[list[Row], dict[str, str]]:
    """All rows of these numbers, blank ones too, and the refusals by the field id their cell will have next."""
    rows: list[Row] = []
    refused: dict[str, str] = {}
    for number in numbers:
        row = table.blank_row()
        for column in table.columns:
            texts = form.getlist(f"{table.code}-{number}-{column.code}")
            try:
                row[column.code] = column.parse(texts)
            except Refused as refusal:
                refused[f"{table.code}-{len(rows)}-{column.code}"] = str(refusal)
                row[column.code] = without_controls(texts[-1])
        rows.append(row)
    return rows, refused


def _row_numbers(table: Table, form: Form) -> list[str]:
    """The numbers of the rows that were sent, in order."""
    return sorted({match[1] for name in form if (match := _cell_name(table).fullmatch(name))}, key=int)


def _arranged(numbers: list[str], pressed: str, row: str) -> tuple[list[str], int | None]:
    """The rows as a button in one of them orders them, and the place where typing goes on; None for the last row."""
    if pressed not in ("remove", "copy", "up", "down") or row not in numbers:
        return numbers, None
    place = numbers.index(row)
    rest = numbers[:place] + numbers[place + 1 :]
    if pressed == "remove":
        return rest, min(place, len(rest) - 1) if rest else None
    if pressed == "copy":
        return [*numbers[: place + 1], row, *numbers[place + 1 :]], place + 1
    place = min(max(place + (1 if pressed == "down" else -1), 0), len(rest))
    return [*rest[:place], row, *rest[place:]], place


def _cell_name(table: Table) -> re.Pattern[str]:
    columns = "|".join(re.escape(column.code) for column in table.columns)
    return re.compile(rf"{re.escape(table.code)}-(0|[1-9][0-9]{{0,3}})-({columns})")


def _button(form: Form) -> tuple[str, str, str]:
    """Which button of a table was pressed: its verb, the table's code, and the number of its row."""
    for verb in BUTTONS:
        code, _, row = form.get(f"_{verb}", "").partition("-")
        if code:
            return verb, code, row
    return "", "", ""


def _unknown_names(block: Block, form: Form) -> list[str]:
    ours = (name for name in form if name != "csrf_token" and not name.startswith("_"))
    return [name for name in ours if not any(_belongs(name, question) for question in block.questions)]


def settle(given: BlockInput, merged: Merged) -> None:
    """Say beside a question that it was changed elsewhere too; show the newer words where only they were changed."""
    given.overtaken = merged.overtaken
    given.refused.update(dict.fromkeys(merged.overtaken, OVERTAKEN))
    for code in merged.behind:
        given.typed.pop(code, None)


def add_row(table: Table, rows: list[Row]) -> list[Row]:
    """The rows with a blank one after them, unless the table is full."""
    return [*rows, table.blank_row()] if len(rows) < table.max_rows else rows
