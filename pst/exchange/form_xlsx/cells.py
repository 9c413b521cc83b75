"""The cells of a workbook as plain values, read as a stream and without what makes other libraries swell.

openpyxl is imported inside the function: it costs a second that no other page should pay.
"""

import io
import warnings
from dataclasses import dataclass
from typing import Any

from pst.exchange.form_xlsx import refusals
from pst.exchange.form_xlsx.values import CellValue, unescaped

LAST_ROW, LAST_COLUMN = 1_000, 40
"""Nothing of the form stands further out."""


@dataclass(frozen=True)
class Cell:
    """What stands in one cell; `kind` is openpyxl's: `f` a formula, `e` its error, `s`, `n`, `d`, `b`."""

    value: CellValue
    kind: str


Cells = dict[tuple[int, int], Cell]
"""The filled cells of one sheet by (row, column)."""


def read_cells(content: bytes) -> dict[str, Cells]:
    """All sheets with their filled cells. Raises `FormFileRefused` when the workbook cannot be read."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            return {sheet.title: _cells_of(sheet) for sheet in book.worksheets}
    except Exception:  # whatever a damaged or forged part does to the parser
        raise refusals.broken() from None


def _cells_of(sheet: Any) -> Cells:
    rows = sheet.iter_rows(min_row=1, max_row=LAST_ROW, min_col=1, max_col=LAST_COLUMN)
    return {
        (row_number, column): Cell(_plain(cell.value), cell.data_type)
        for row_number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell.value is not None and (cell.data_type == "f" or str(cell.value).strip())
    }


def _plain(value: Any) -> CellValue:
    """Texts as meant; what is no plain value (a formula's own object, a time of day) as text."""
    if isinstance(value, str):
        return unescaped(value)
    return value if isinstance(value, CellValue) else str(value)
