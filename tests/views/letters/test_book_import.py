"""An old book on the screen: looked over first, taken once it is confirmed, by whoever sent it."""

from pathlib import Path

import pytest
from webtest import Upload

from pst.models.letters.book_entries import BookEntry
from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")
BOOK = (Path(__file__).parents[2] / "exchange" / "letter-book.csv").read_bytes()
ADDRESS = "/petugas/surat/buku/impor"


def sent(browser, content: bytes, status: int = 303):
    form = browser.get(ADDRESS).forms["list"]
    form["berkas"] = Upload("buku.csv", content)
    return form.submit(status=status)


def test_a_book_is_shown_row_by_row_and_then_taken(browse):
    officer = browse(user("petugas"))
    preview = sent(officer, BOOK).follow()
    assert "5 di antaranya dengan catatan dan 4 tanpa catatan, yang diambil apa adanya" in preview.text
    assert [row.th.text for row in preview.html.select("#odd tr")] == ["6", "7", "8", "9", "10"]
    assert BookEntry.select().count() == 0

    page = preview.forms["take"].submit(status=303).follow()

    assert ("9 baris buku surat diambil." in page.text, len(page.html.select("#letters th[scope=row]"))) == (True, 9)
    assert "0 baris akan diambil" in sent(officer, BOOK).follow().text


def test_a_book_with_a_row_that_cannot_be_taken_has_no_button(browse):
    preview = sent(browse(user("petugas")), BOOK + b",,,,,,Undangan\n").follow()

    assert ("take" in preview.forms, [row.th.text for row in preview.html.select("#unusable tr")]) == (False, ["11"])


def test_what_is_no_book_is_told_at_the_file(browse):
    refused = sent(browse(user("petugas")), b"a,b\n1,2\n", 422)

    assert "Tidak ada kolom nomor surat" in refused.html.select_one("#error-summary").text
    assert "CSV atau XLSX, paling besar 10 MB." in refused and "JPG" not in refused


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"\xff\xd8\xff\0", b"PK\3\4"])
def test_a_file_of_another_kind_is_told_the_kinds_of_this_form(browse, content):
    refused = sent(browse(user("petugas")), content, 422)

    assert "Berkas ini bukan CSV atau XLSX." in refused.html.select_one("#error-summary").text
