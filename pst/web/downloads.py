"""Answers that are files: to take away, or to open in a window of their own."""

import io
import os
from collections.abc import Callable, Iterable, Sequence
from tempfile import TemporaryFile
from threading import BoundedSemaphore
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from flask import Response, abort, request
from werkzeug.wsgi import wrap_file

from pst import clock
from pst.actions.personal import copy_json, copy_paper
from pst.exchange.csv_lines import csv_lines
from pst.exchange.uploads import PDF, XLSX
from pst.exchange.xlsx_table import Sheet, write_book, write_xlsx
from pst.models.personal import Person
from pst.web.errors import error_page
from pst.web.instance import the_store

AT_ONCE = 2
"""Tables that are written at the same time; the other threads are for pages."""
PATIENCE, RETRY_AFTER = 1, 20
"""Seconds until a turn is given up, and after which to come again."""
BUSY = "Beberapa berkas besar sedang disiapkan bersamaan; berkas ini menunggu giliran. Coba lagi sebentar lagi."
_turns = BoundedSemaphore(AT_ONCE)


def file_answer(content: bytes | str, mime: str, name: str, *, opened: bool = False) -> Response:
    """A file under this name, quoted as its signs need; `opened` lets the browser show it, else it is saved."""
    return _named(Response(content, mimetype=mime), name, opened=opened)


def pdf_answer(paper: bytes, name: str, *, opened: bool = False) -> Response:
    """A paper: saved under `name`, or `opened` in the browser."""
    return file_answer(paper, PDF, name, opened=opened)


def csv_answer(header: Sequence[str], rows: Iterable[Sequence[object]], name: str, separator: str = ",") -> Response:
    """A table for spreadsheets; a long one never stands in memory whole."""
    return written("text/csv", lines_into(csv_lines(header, rows, separator)), name)


def xlsx_answer(title: str, header: Sequence[str], rows: Iterable[Sequence[object]], name: str) -> Response:
    """The same as a workbook with one sheet, `title`."""
    return written(XLSX, lambda file: write_xlsx(file, title, header, rows), name)


def copy_answer(person: Person, kind: str) -> Response:
    """All that is kept about a person: `json` for machines, else a paper."""
    name = f"data-pribadi-{clock.today()}.{kind}"
    if kind != "json":
        return pdf_answer(copy_paper(person, clock.now()), name)
    return written("application/json", lines_into(copy_json(person, clock.now())), name)


def book_answer(sheets: Iterable[Sheet], name: str) -> Response:
    """A workbook of several sheets."""
    return written(XLSX, lambda file: write_book(file, sheets), name)


def zip_answer(files: Iterable[tuple[str, str | bytes]], name: str) -> Response:
    """Files by their names, packed into one."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for inside, content in files:
            archive.writestr(inside, content)
    return file_answer(packed.getvalue(), "application/zip", name)


def written(mime: str, write: Callable[[IO[bytes]], object], name: str = "") -> Response:
    """What `write` puts into a file that nobody else sees and that goes with the answer, under a `name` if it has one.

    It is written in one go and then handed to the server, which sends it at the pace of whoever reads: a slow reader
    holds neither a thread nor a place in the database. While it is written it does hold one: so few are written at
    once, and pages are answered meanwhile.
    """
    if not _turns.acquire(timeout=PATIENCE):
        answer = error_page(503, BUSY)
        answer.retry_after = RETRY_AFTER
        abort(answer)
    file = TemporaryFile()  # noqa: SIM115  # whoever sends it closes it
    try:
        write(file)
    except BaseException:
        file.close()
        raise
    finally:
        _turns.release()
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    answer = Response(wrap_file(request.environ, file), mimetype=mime, direct_passthrough=True)
    answer.content_length = length
    return _named(answer, name) if name else answer


def lines_into(lines: Iterable[str]) -> Callable[[IO[bytes]], object]:
    """What writes these lines."""
    return lambda file: file.writelines(line.encode() for line in lines)


def stored_answer(sha256: str, mime: str, name: str) -> Response:
    """A file of the store, to take away."""
    return file_answer(the_store().read(sha256), mime, name)


def _named(answer: Response, name: str, *, opened: bool = False) -> Response:
    answer.headers.set("Content-Disposition", "inline" if opened else "attachment", filename=name)
    return answer
