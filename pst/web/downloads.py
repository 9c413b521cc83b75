"""Answers that are files: to take away, or to open in a window of their own."""

from collections.abc import Iterable, Sequence

from flask import Response, stream_with_context

from pst.exchange.csv_lines import csv_lines, in_chunks
from pst.exchange.uploads import PDF, XLSX
from pst.exchange.xlsx_table import xlsx_table
from pst.web.instance import the_store


def file_answer(content: bytes | str | Iterable[str], mime: str, name: str, *, opened: bool = False) -> Response:
    """A file under this name, quoted as its signs need; `opened` lets the browser show it, else it is saved."""
    answer = Response(content, mimetype=mime)
    answer.headers.set("Content-Disposition", "inline" if opened else "attachment", filename=name)
    return answer


def pdf_answer(paper: bytes, name: str, *, opened: bool = False) -> Response:
    """A paper: saved under `name`, or `opened` in the browser."""
    return file_answer(paper, PDF, name, opened=opened)


def csv_answer(header: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """A table for spreadsheets, sent while it is read: a long one never stands in memory whole."""
    lines = in_chunks(csv_lines(header, rows))
    return file_answer(stream_with_context(lines), "text/csv", name)


def xlsx_answer(title: str, header: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """The same as a workbook with one sheet, `title`."""
    return file_answer(xlsx_table(title, header, rows), XLSX, name)


def stored_answer(sha256: str, mime: str, name: str) -> Response:
    """A file of the store, to take away."""
    return file_answer(the_store().read(sha256), mime, name)
