"""A register as a workbook: a bold head that stays in sight and filters, columns as wide as needed, no formula.

Rows are written as they come: a register of a hundred thousand rows is not held in memory twice.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import chain, islice
from typing import IO, Any, NamedTuple

from pst.exchange.csv_lines import harmless
from pst.rules import wording

WIDEST = 48
LOOKED_AT = 200
"""Rows whose texts decide how wide a column becomes."""
VALUES = (bool, int, float, date, datetime, time)
"""What stays what it is; everything else becomes text."""


class Sheet(NamedTuple):
    """One table of a workbook."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[object]]


def write_xlsx(file: IO[bytes], title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write the workbook with one sheet. Texts never begin with = + - @, and control characters are left out."""
    write_book(file, [Sheet(title, header, rows)])


def write_book(file: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """The same with several sheets."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _write_sheet(book.create_sheet(sheet.title[:31]), sheet.header, sheet.rows)
    book.save(file)


def _write_sheet(page: Any, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    waiting = iter(rows)
    first = list(islice(waiting, LOOKED_AT))
    page.freeze_panes = "A2"
    for place, width in enumerate(_widths(header, first), start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    heads = [WriteOnlyCell(page, value=head) for head in header]
    for head in heads:
        head.font = Font(bold=True)
    page.append(heads)
    length = 1
    for row in chain(first, waiting):
        page.append([_cell(value) for value in row])
        length += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(header))}{length}"


def _cell(value: object) -> Any:
    if value is None or isinstance(value, VALUES):
        return value
    return harmless(wording.printable(str(value)))


def _widths(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[int]:
    """Characters of the longest of the first texts of each column, and some room."""
    columns = zip(header, *rows, strict=False)
    return [min(max(len(str(value or "")) for value in column) + 2, WIDEST) for column in columns]
