"""A table as XLSX: a bold head that stays in sight, dates as dates, and no cell that is calculated."""

import io
from collections.abc import Iterable, Sequence


def xlsx_table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The workbook with one sheet; texts are texts, whatever sign they begin with."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"

    def cell(value: object, bold: bool = False):
        made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(head, bold=True) for head in header])
    for row in rows:
        sheet.append([cell(value) for value in row])
    page = io.BytesIO()
    book.save(page)
    return page.getvalue()
