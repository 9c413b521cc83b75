"""Letters about a complaint at the desk and in the dialogue."""

from datetime import timedelta

import pytest

from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.letters.book_entries import BookEntry
from pst.rules.complaints.complaints import Status
from tests.factories import WHEN, an_officer, user
from tests.factories_complaints import CODE, a_complaint, a_manager
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("monday")


def place_of(complaint) -> str:
    return f"/petugas/pengaduan/{complaint.number}"


def test_the_head_lets_the_answer_go_out_and_the_complainant_takes_it_away(browse, anyone):
    complaint = a_complaint(Status.ANSWERED, at=WHEN - timedelta(days=1))
    officer, head = browse(an_officer()), browse(user("kepala"))
    page = officer.get(place_of(complaint))
    assert "Surat hari ini ditandatangani Dewi Kepala" in page.text and "Konsep surat jawaban" in page.text
    officer.get(f"{place_of(complaint)}/surat/jawaban", status=303)
    next(form for form in page.forms.values() if form.action.endswith("/minta")).submit(status=303)
    assert "Surat pengaduan menunggu tanda tangan Anda" in head.get("/petugas").text

    form = head.get(place_of(complaint)).click("Terbitkan surat jawaban").forms["letter"]
    page = form.submit(status=303).follow()

    number = BookEntry.get().number
    assert f"Surat jawaban nomor {number} terbit." in page.text and "Konsep surat" not in page.text
    paper = officer.get(place_of(complaint)).click(href=r"/surat/\d+[.]pdf$")
    assert number in words_of(paper.body) and paper.headers["Cache-Control"] == "no-store"
    for kind, why in (("jawaban", "sudah terbit"), ("penerusan", "Belum ada yang dapat ditulis")):
        assert why in head.get(f"{place_of(complaint)}/surat/{kind}", status=303).follow().text
    register = officer.get("/petugas/surat")
    assert "Jawaban pengaduan" in register.text and complaint.number not in register.text
    form = anyone.get("/pengaduan/lacak").forms["track"]
    form["kode"] = CODE
    taken = form.submit(status=303).follow().click(f"Jawaban sebagai surat nomor {number}")
    assert taken.body == paper.body


def test_a_number_that_cannot_be_taken_is_said_at_its_field_and_stays_typed(browse):
    complaint = a_complaint(Status.ANSWERED, at=WHEN - timedelta(days=1))
    form = browse(user("kepala")).get(f"{place_of(complaint)}/surat/jawaban").forms["letter"]
    form["number"] = "12/PST"

    page = form.submit(status=422)

    assert (
        page.forms["letter"]["number"].value == "12/PST"
        and "kode sifat, nomor urut, kode unit, klasifikasi arsip, bulan, dan tahun" in page.text
    )
    assert ComplaintLetter.select().count() == 0


def test_the_referral_is_for_the_designated_person_and_only_where_it_goes_beyond_the_office(browse):
    manager, ordinary = a_manager(), a_complaint(text="Biasa.")
    about_head = a_complaint(about="head", text="Tentang pimpinan.")
    person = browse(manager)

    letter = person.get(f"{place_of(about_head)}/rujukan.pdf")

    assert "Provinsi Kalimantan Barat" in words_of(letter.body)
    person.get(f"{place_of(ordinary)}/rujukan.pdf", status=404)
    for other in (user("kepala"), an_officer()):
        browse(other).get(f"{place_of(about_head)}/rujukan.pdf", status=404)
        browse(other).get(f"{place_of(about_head)}/surat/penerusan", status=404)
    person.get(f"{place_of(about_head)}/surat/undangan", status=404)
