"""Lists as people keep them, CSV or XLSX: their cells as text, their columns by the names people give them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pst.exchange.uploads import XLSX, check_upload
from pst.questionnaires.text import without_controls
from pst.rules import stems, wording
from pst.rules.refusals import Refusal

MOST_ROWS = 5_000
SEPARATORS = ",;\t"
NO_TEXT = (b"PK", b"%PDF")
HEAD_ROWS = 20
"""A list may begin with a title of its own: its heads are looked for in so many rows."""

Row = tuple[int, list[str]]
"""The line of the file, and its cells."""


class ListRefused(Refusal):
    """No such list; the message says why and what to do, in Indonesian. `line` is where reading ended."""

    def __init__(self, message: str, line: int = 1):
        super().__init__(message)
        self.line = line


def rows_of(content: bytes) -> list[Row]:
    """Every row that is not empty, in its order. Raises `ListRefused`, `UploadRefused`."""
    if content.startswith(NO_TEXT) or b"\0" in content:
        return _said(_sheet_rows(content))
    try:
        return text_rows(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return text_rows(content.decode("cp1252", "replace"))


def text_rows(text: str) -> list[Row]:
    """The same of a CSV, between commas, semicolons or tabs. Raises `ListRefused`."""
    return _said(_text_rows(text.lstrip("\ufeff")))


def under_heads(
    rows: list[Row], names: Mapping[str, Iterable[str]], needed: str, lacking: str
) -> tuple[list[str], list[Row]]:
    """What each column is, one of `names` or its own head, and the rows below; `lacking` refuses one not `needed`."""
    known = {head: name for name, heads in names.items() for head in heads}
    for place, (_, cells) in enumerate(rows[:HEAD_ROWS]):
        heads = [known.get(" ".join(stems.words(cell)), cell) for cell in cells]
        if needed in heads:
            if len(rows) - place > MOST_ROWS + 1:
                raise ListRefused(f"Paling banyak {MOST_ROWS} baris dalam satu berkas. Pecah berkasnya.")
            once = [head if head not in heads[:at] else cells[at] for at, head in enumerate(heads)]
            return once, rows[place + 1 :]
    raise ListRefused(lacking)


def refuse_by_half(unusable: Iterable[Any]) -> None:
    """Of a list all is taken or nothing. Raises `Refusal` where there are rows, each with its `line`, that cannot."""
    if lines := [str(row.line) for row in unusable]:
        raise Refusal(f"Tidak ada yang diambil: betulkan dahulu baris {wording.enumeration(lines)}.")


def _sheet_rows(content: bytes) -> Iterator[tuple[int, Iterable[Any]]]:
    from openpyxl import load_workbook

    check_upload("daftar.xlsx", content, (XLSX,), "Berkas ini bukan CSV atau XLSX. Simpan ulang sebagai CSV atau XLSX.")
    sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
    yield from enumerate(sheet.iter_rows(values_only=True, max_row=MOST_ROWS + HEAD_ROWS + 2, max_col=100), 1)


def _text_rows(text: str) -> Iterator[tuple[int, Iterable[Any]]]:
    head = next((line for line in text.split("\n") if any(sign in line for sign in SEPARATORS)), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=head.count))
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:
        why = "Berkas ini tidak dapat dibaca sebagai CSV. Simpan ulang sebagai CSV atau XLSX."
        raise ListRefused(why, reader.line_num) from None


def _said(found: Iterable[tuple[int, Iterable[Any]]]) -> list[Row]:
    """The rows that say something, their cells as text."""
    rows = [(line, [_cell(cell) for cell in cells]) for line, cells in found]
    return [(line, cells) for line, cells in rows if any(cells)]


def _cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(without_controls(str(value)).split())
