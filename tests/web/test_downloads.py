"""Answers that are files: their kind, their name, and a long table that is sent while it is read."""

import io

import pytest
from openpyxl import load_workbook

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


def test_a_table_is_sent_while_it_is_read(app):
    read = []

    def rows():
        for number in range(1000):
            read.append(number)
            yield number, f"Kegiatan {number}"

    with app.test_request_context():
        answer = downloads.csv_answer(HEADER, rows(), "kegiatan.csv")
        pieces = iter(answer.response)
        first = next(pieces)
        begun = len(read)
        lines = (first + "".join(pieces)).splitlines()

    assert (answer.mimetype, begun < 1000, len(read)) == ("text/csv", True, 1000)
    assert (lines[0], lines[-1], len(lines)) == ("\ufeffNomor,Judul", "999,Kegiatan 999", 1001)


def test_a_workbook_says_what_the_table_says(app):
    answer = downloads.xlsx_answer("Kegiatan", HEADER, [(1, "Sensus")], "kegiatan.xlsx")

    sheet = load_workbook(io.BytesIO(answer.data))["Kegiatan"]
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
