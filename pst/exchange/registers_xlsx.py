"""A register as a workbook for spreadsheets: one sheet, its head frozen, and no cell that is a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from pst.exchange.csv_lines import harmless

MOST_WIDE = 40
ALLOWED = (int, float, date, datetime, time)


def register_xlsx(
    title: str, header: Sequence[str], rows: Iterable[Sequence[object]], made_at: datetime
) -> bytes:
    """The workbook. Numbers, dates and times stay what they are; texts never begin with = + - @."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = title, made_at, made_at
    sheet = book.active
    sheet.title = title[:31]
    sheet.append(list(header))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([_cell(value) for value in row])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, MOST_WIDE)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _cell(value: object) -> object:
    """A value as it goes into a cell: control characters, which no workbook may hold, are left out."""
    if value is None or isinstance(value, ALLOWED):
        return value
    return harmless("".join(sign for sign in str(value) if sign.isprintable() or sign == "\n"))
