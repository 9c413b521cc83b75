"""One answer as a cell, and one cell as an answer.

A spreadsheet turns what is typed into numbers and days of its own; here they become what the form stores.
"""

import hashlib
import json
import re
from datetime import date, datetime
from typing import Any

from pst.questionnaires.kinds import Agreement, Choice, Choices, Date, Number, Question, Refused, Table
from pst.questionnaires.numbers import as_date
from pst.questionnaires.tables import Row
from pst.rules import wording

CellValue = str | int | float | bool | date | datetime | None

YES, AGREED = "Ya", "Setuju"
YES_WORDS = frozenset({"ya", "y", "x", "v", "✓", "✔", "1", "setuju"})
NO_WORDS = frozenset({"", "tidak", "t", "-", "0"})

DIGITS_KEPT = 15
"""Spreadsheets keep so many digits of a number; of longer ones (NIP, account numbers) the end is lost."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)|_x000D_\n?", re.IGNORECASE)


def to_cell(question: Question, value: Any) -> CellValue:
    """What stands in the cell for a stored answer: the option's label, a real day, a real number, or text.

    An answer that does not fit its kind stands there as it was typed.
    """
    if question.is_blank(value):
        return None
    if isinstance(question, Agreement) and value == "ya":
        return AGREED
    if isinstance(question, Choice) and (option := question.option(value)):
        return option.label
    if isinstance(question, Date) and (day := as_date(value)):
        return day
    if isinstance(question, Number) and isinstance(value, int):
        return value
    return sayable(str(value))


def from_cell(question: Question, value: CellValue) -> Any:
    """The answer in a cell, not yet checked for its shape. Raises `Refused` for what cannot be one."""
    if isinstance(question, Date) and isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    text = _text(value)
    if isinstance(question, Choice):
        return _chosen(question, text)
    return question.parse([text])


def is_ticked(value: CellValue) -> bool:
    """Whether an option of several was chosen. Raises `Refused` for anything but yes and no."""
    word = _text(value).casefold()
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise Refused(f'Isi "{YES}" bila dipilih, atau kosongkan.')


def fingerprint(question: Question, value: Any) -> str:
    """Short mark of what an answer says, to see later whether the cell was changed; blanks are all alike."""
    said = json.dumps(_said(question, value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def sayable(text: str) -> str:
    """The text without the few characters that no XML file can hold."""
    return _NO_XML.sub("", text)


def escaped(text: str) -> str:
    """Text as it must be written: `_x0041_` would otherwise be read as the letter A."""
    return _LOOKS_ESCAPED.sub("_x005F_", sayable(text))


def unescaped(text: str) -> str:
    """Text as it was meant, with the line ends that Excel keeps as `_x000D_`."""
    return _ESCAPED.sub(lambda found: "_" if "005" in found[0] else "\n", text)


def _said(question: Question, value: Any) -> Any:
    if question.is_blank(value):
        return None
    if isinstance(question, Table):
        return [_row_said(question, row) for _, row in question.filled_rows(value)]
    if isinstance(question, Choices):
        return [option.code for option in question.chosen(value)]
    return sayable(value) if isinstance(value, str) else value


def _row_said(table: Table, row: Row) -> Row:
    return {c.code: _said(c, row[c.code]) for c in table.columns if not c.is_blank(row.get(c.code))}


def _text(value: CellValue) -> str:
    """A cell as text; whole numbers without a decimal point, days in words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else "Tidak"
    if isinstance(value, date):
        return wording.long_date(value)
    if isinstance(value, int | float):
        return _number_text(value)
    return str(value).strip()


def _number_text(value: int | float) -> str:
    if abs(value) >= 10**DIGITS_KEPT:
        raise Refused("Angka ini terlalu panjang sehingga angka terakhirnya hilang. Ketik ulang sebagai teks.")
    return str(int(value)) if value == int(value) else repr(value)


def _chosen(question: Choice, text: str) -> str:
    """The code of the option meant by its label, its code, or its number on paper."""
    wanted = _plain(text)
    if not wanted:
        return ""
    if isinstance(question, Agreement) and wanted == AGREED.casefold():
        return "ya"
    for option in question.options:
        if wanted in (_plain(option.label), option.code, option.printed_code):
            return option.code
    raise Refused("Pilihan ini tidak ada dalam daftar. Pilih dari daftar pada sel itu.")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
