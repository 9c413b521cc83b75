"""Tables as CSV that spreadsheets open rightly: with a mark for Excel, and no cell that is a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is calculated when the file is opened, whatever its author meant."""


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ",") -> Iterator[str]:
    """The lines of the file one by one, the header first; None becomes an empty cell."""
    yield BYTE_ORDER_MARK + _line(header, separator)
    for row in rows:
        yield _line(row, separator)


def harmless(value: object) -> str:
    """The text of a cell; what a spreadsheet would calculate is preceded by an apostrophe and stays text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def _line(cells: Iterable[object], separator: str) -> str:
    page = io.StringIO()
    csv.writer(page, delimiter=separator, lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return page.getvalue()
