"""The book on the screen: other letters, ranges, numbers that count for nothing."""

import io

import pytest
from PIL import Image
from webtest import Upload

from pst.models.letters.book_entries import BookEntry
from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")


def written(form, **given):
    for name, value in {"dated": "2026-11-23", "recipient": "KPPN Contoh", "subject": "Undangan", **given}.items():
        form[name] = value
    return form


def test_a_letter_gets_the_next_number_and_an_odd_one_is_asked_again(officer):
    page = officer.get("/petugas/surat/catat")
    assert "B-1/61040/KS.200/11/2026" in page.text
    page = written(page.forms["entry"], kka="HM.310").submit(status=303).follow()
    assert "B-1/61040/HM.310/11/2026" in page.html.h1.text

    form = written(officer.get("/petugas/surat/catat").forms["entry"], number="B-1/61040/KS.200/11/2026")
    refused = form.submit(status=422)
    (told,) = refused.html.select("#error-summary a")
    assert (told["href"], "sudah dipakai: B-1/61040/HM.310/11/2026" in told.text) == ("#reason", True)
    form = refused.forms["entry"]
    assert form["subject"].value == "Undangan"
    form["reason"] = "Dua bagian memakai nomor yang sama."
    assert "Dua bagian memakai" in form.submit(status=303).follow().text


def test_the_number_that_is_announced_passes_over_what_was_set_aside(officer):
    form = officer.get("/petugas/surat/rentang/2026").forms["range"]
    form["kind"], form["first"], form["last"], form["reason"] = "reserved", "1", "3", "Untuk sensus."
    form.submit(status=303)

    page = officer.get("/petugas/surat/catat")

    assert "B-4/61040/KS.200/11/2026" in page
    assert "B-4/61040/KS.200/11/2026" in written(page.forms["entry"]).submit(status=303).follow().html.h1.text


def test_a_gap_leads_to_where_it_is_explained(officer):
    written(officer.get("/petugas/surat/catat").forms["entry"], number="B-435/61040/KS.200/11/2026").submit(status=303)

    page = officer.get("/petugas/surat")
    assert "Nomor urut 1–434 tahun 2026 belum dijelaskan." in page.text
    assert "1–434" in officer.get("/petugas/surat/buku/2026").text
    form = officer.get(page.html.select_one("#letters td a[href*=rentang]")["href"]).forms["range"]
    assert (form["kind"].value, form["first"].value, form["last"].value) == ("void", "1", "434")
    refused = form.submit(status=422)
    assert "Tuliskan alasannya." in refused.text
    form = refused.forms["range"]
    form["reason"] = "Buku kertas sampai September."
    form.submit(status=303)

    page = officer.get("/petugas/surat").text
    assert ("belum dijelaskan" in page, "Nomor urut 1–434" in page, "Buku kertas" in page) == (False, True, True)
    officer.get("/petugas/surat/rentang/1999", status=404)


def test_a_line_shows_its_file_and_how_its_number_came_to_nothing(officer):
    written(officer.get("/petugas/surat/catat").forms["entry"]).submit(status=303)
    entry = BookEntry.get()
    officer.get(f"/petugas/surat/baris/{entry.id}/berkas", status=404)

    form = officer.get(f"/petugas/surat/baris/{entry.id}").forms["void"]
    form["reason"] = "Tidak jadi dikirim."
    page = form.submit(status=303).follow()

    assert ("Tidak jadi dikirim." in page.text, "void" in page.forms) == (True, False)
    officer.get("/petugas/surat/baris/99", status=404)


def test_a_file_can_be_kept_and_taken_away_again(browse):
    scan = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(scan, "PNG")
    officer = browse(user("petugas"))
    form = written(officer.get("/petugas/surat/catat").forms["entry"])
    form["berkas"] = Upload("surat.png", scan.getvalue())
    page = form.submit(status=303).follow()

    answer = officer.get(page.html.select_one("a[download]")["href"])
    assert (answer.content_type, "B-1-61040" in answer.headers["Content-Disposition"]) == ("image/png", True)
