"""Answers that are files: their kind, their name, and a long table that is sent while it is read."""

import io
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from werkzeug.exceptions import HTTPException

from pst.actions.files import keep_file
from pst.exchange.uploads import XLSX
from pst.models.base import write
from pst.web import downloads
from tests.factories import WHEN

HEADER = ("Nomor", "Judul")


@pytest.mark.parametrize(
    ("name", "opened", "disposition"),
    [
        ("surat.pdf", False, "attachment; filename=surat.pdf"),
        ("surat.pdf", True, "inline; filename=surat.pdf"),
        ('B-1"; filename=lain.exe.pdf', False, 'attachment; filename="B-1\\"; filename=lain.exe.pdf"'),
    ],
)
def test_a_file_is_saved_or_opened_under_its_own_name_whatever_that_is(app, name, opened, disposition):
    answer = downloads.pdf_answer(b"%PDF-", name, opened=opened)

    assert (answer.mimetype, answer.headers["Content-Disposition"], answer.data) == (
        "application/pdf",
        disposition,
        b"%PDF-",
    )


def rows(read: list[int]) -> Iterator[tuple[int, str]]:
    for number in range(1000):
        read.append(number)
        yield number, f"Kegiatan {number}"


def test_a_table_is_read_to_its_end_before_the_first_line_is_sent(app):
    read: list[int] = []

    with app.test_request_context():
        answer = downloads.csv_answer(HEADER, rows(read), "kegiatan.csv")
        begun = len(read)
        content = b"".join(answer.response)
        answer.close()

    lines = content.decode().splitlines()
    assert (answer.mimetype, begun, answer.content_length) == ("text/csv", 1000, len(content))
    assert (lines[0], lines[-1], len(lines)) == ("\ufeffNomor,Judul", "999,Kegiatan 999", 1001)


def test_the_server_is_handed_the_file_itself_and_closes_it(app):
    with app.test_request_context(environ_overrides={"wsgi.file_wrapper": lambda file, size: file}) as context:
        answer = downloads.csv_answer(HEADER, [(1, "Sensus")], "kegiatan.csv")
        handed = answer.get_app_iter(context.request.environ)

    assert handed.read() == "\ufeffNomor,Judul\r\n1,Sensus\r\n".encode()
    answer.close()


def test_a_table_too_many_at_once_is_asked_to_come_again(app, monkeypatch):
    monkeypatch.setattr(downloads, "PATIENCE", 0)

    with app.test_request_context():
        for _ in range(downloads.AT_ONCE):
            downloads._turns.acquire()
        with pytest.raises(HTTPException) as refused:
            downloads.csv_answer(HEADER, [(1, "Sensus")], "kegiatan.csv")
        downloads._turns.release(downloads.AT_ONCE)
        served = downloads.csv_answer(HEADER, [(1, "Sensus")], "kegiatan.csv")
        served.close()

    answer = refused.value.response
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, str(downloads.RETRY_AFTER))
    assert downloads.BUSY in answer.get_data(as_text=True)
    assert served.status_code == 200


def test_a_table_that_cannot_be_written_leaves_its_turn(app):
    def fail(file):
        raise ZeroDivisionError

    with app.test_request_context():
        for _ in range(downloads.AT_ONCE + 1):
            with pytest.raises(ZeroDivisionError):
                downloads.written("text/csv", fail)


def test_a_workbook_says_what_the_table_says(app):
    with app.test_request_context():
        answer = downloads.xlsx_answer("Kegiatan", HEADER, [(1, "Sensus")], "kegiatan.xlsx")
        content = b"".join(answer.response)
        answer.close()

    sheet = load_workbook(io.BytesIO(content))["Kegiatan"]
    assert (answer.mimetype, list(sheet.values)) == (XLSX, [HEADER, (1, "Sensus")])


def test_a_stored_file_is_taken_away_as_it_was_kept(app):
    with write():
        kept = keep_file(app.extensions["pst_files"], b"isi berkas", "image/png", WHEN)

    with app.app_context():
        answer = downloads.stored_answer(kept.sha256, kept.mime, "foto.png")

    assert (answer.mimetype, answer.headers["Content-Disposition"], answer.data) == (
        "image/png",
        "attachment; filename=foto.png",
        b"isi berkas",
    )
