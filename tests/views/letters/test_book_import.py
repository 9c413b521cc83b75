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
    form = browser.get(ADDRESS).forms["book"]
    form["berkas"] = Upload("buku.csv", content)
    return form.submit(status=status)


def test_a_book_is_shown_row_by_row_and_then_taken(browse):
    officer = browse(user("petugas"))
    preview = sent(officer, BOOK).follow()
    assert "9 baris akan diambil, 5 di antaranya dengan catatan" in preview.text
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


def test_a_waiting_book_is_its_senders_alone(browse):
    address = sent(browse(user("petugas")), BOOK).location

    other = browse(user("kepala"))
    assert other.get(address, status=303).location == ADDRESS
    assert other.get(f"{ADDRESS}/pratinjau?unggahan=x", status=303).location == ADDRESS
