"""Where everything stands in the workbook: a sheet per block, one per table, a hidden key beside each row.

Column A is hidden and holds the key of its row (a question's code, or `code/option`), so that a reader knows
whose answer stands there and notices when rows were moved. Nothing here knows of openpyxl.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache

from pst.questionnaires.kinds import Block, Choices, Files, Option, Question, Questionnaire, Table

GUIDE, LISTS, ABOUT = "Petunjuk", "Pilihan", "Keterangan"
"""The sheets that hold no answers; the last two are hidden."""

KEY, NUMBER, LABEL, ANSWER, HELP, REMARK = range(1, 7)
"""Columns of a block's sheet."""
HEADS = {NUMBER: "No.", LABEL: "Pertanyaan", ANSWER: "Jawaban", HELP: "Penjelasan", REMARK: "Catatan pemeriksa"}
TITLE_ROW, INTRO_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4

TABLE_REMARK_ROW, TABLE_KEY_ROW, TABLE_HEAD_ROW, TABLE_HELP_ROW, TABLE_FIRST_ROW = 3, 4, 5, 6, 7
"""Rows of a table's sheet; its title and help stand in the first two. The row of keys is hidden."""
FIRST_COLUMN = 3
"""Where the first column of a table stands, behind the hidden keys and the row's number."""
ROOM, SPARE = 60, 20
"""A table has room for so many rows, or for so many more than are filled."""


@dataclass(frozen=True)
class Line:
    """One row of a block's sheet: a question, or one option of a question with several."""

    row: int
    question: Question
    option: Option | None = None

    @property
    def key(self) -> str:
        return f"{self.question.code}/{self.option.code}" if self.option else self.question.code

    @property
    def text(self) -> str:
        """What stands in the column of questions."""
        return f"    {self.option.label}" if self.option else self.question.label

    @property
    def takes_answer(self) -> bool:
        """Whether the cell beside is for writing; tables, files and the heads of options have none."""
        heads_options = isinstance(self.question, Choices) and self.option is None
        return not heads_options and not isinstance(self.question, Table | Files)


@dataclass(frozen=True)
class BlockSheet:
    """A block's questions from top to bottom."""

    name: str
    block: Block
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class TableSheet:
    """One question answered by rows."""

    name: str
    table: Table


Sheet = BlockSheet | TableSheet


@lru_cache(maxsize=8)
def sheets_of(form: Questionnaire) -> tuple[Sheet, ...]:
    """The sheets that hold answers, in order: a table's sheet follows its block's."""
    found: list[Sheet] = []
    for block in form.blocks:
        found.append(BlockSheet(_block_name(block), block, _lines(block)))
        found += [TableSheet(table_name(q), q) for q in block.questions if isinstance(q, Table)]
    return tuple(found)


def table_name(table: Table) -> str:
    """The sheet of a table: “3.4 Variabel”."""
    return _sheet_name(f"{table.number} {table.row_name.capitalize()}")


def sheet_names(form: Questionnaire) -> tuple[str, ...]:
    """All sheets of the workbook, in order."""
    return (GUIDE, *(sheet.name for sheet in sheets_of(form)), LISTS, ABOUT)


def keys_of(sheet: Sheet) -> dict[tuple[int, int], str]:
    """The keys that must stand at these (row, column) places."""
    if isinstance(sheet, BlockSheet):
        return {(TITLE_ROW, KEY): sheet.block.key} | {(line.row, KEY): line.key for line in sheet.lines}
    columns = enumerate(sheet.table.columns, FIRST_COLUMN)
    return {(TABLE_KEY_ROW, KEY): sheet.table.code} | {(TABLE_KEY_ROW, place): column.code for place, column in columns}


def words_of(sheet: Sheet) -> dict[tuple[int, int], str]:
    """The fixed words at these places: what tells a person whose answer stands where."""
    if isinstance(sheet, BlockSheet):
        heads = {(HEAD_ROW, place): head for place, head in HEADS.items()}
        numbers = {(line.row, NUMBER): line.question.number for line in sheet.lines if line.option is None}
        return {**heads, **numbers, **{(line.row, LABEL): line.text for line in sheet.lines}}
    columns = enumerate(sheet.table.columns, FIRST_COLUMN)
    return {(TABLE_HEAD_ROW, NUMBER): HEADS[NUMBER]} | {
        (TABLE_HEAD_ROW, place): column.label for place, column in columns
    }


@lru_cache(maxsize=8)
def layout_checksum(form: Questionnaire) -> str:
    """What tells one arrangement from another: sheets, keys and places, but no wording.

    A correction of a typing error thus leaves the copies that people have at hand readable.
    """
    parts = [[sheet.name, sorted([*place, key] for place, key in keys_of(sheet).items())] for sheet in sheets_of(form)]
    return _digest([form.name, parts])


def words_checksum(words: dict[str, dict[tuple[int, int], str]]) -> str:
    """A checksum of fixed words by sheet, as written into a workbook and as found in it."""
    said = [
        [name, sorted([*place, " ".join(text.split())] for place, text in found.items() if text.strip())]
        for name, found in sorted(words.items())
    ]
    return _digest(said)


def room_for(table: Table, rows: int) -> int:
    """How many rows the sheet of a table offers when so many are filled."""
    return min(table.max_rows, max(ROOM, rows + SPARE))


def cell_name(row: int, column: int) -> str:
    """D7, as people and Excel call it."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _lines(block: Block) -> tuple[Line, ...]:
    places: list[tuple[Question, Option | None]] = []
    for question in block.questions:
        places.append((question, None))
        if isinstance(question, Choices):
            places += [(question, option) for option in question.options]
    return tuple(Line(row, *place) for row, place in enumerate(places, FIRST_ROW))


def _block_name(block: Block) -> str:
    """“Blok I” from “Blok I. Penyelenggara”; the whole title where there is no number."""
    return _sheet_name(block.title.partition(".")[0])


def _sheet_name(text: str) -> str:
    """What Excel takes for a sheet's name: no signs of its own, at most 31 characters."""
    return re.sub(r"[\[\]:*?/\\']", " ", text)[:31].strip()


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
