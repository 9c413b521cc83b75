"""The signed file on its pages: brought, compared by somebody else, refused with a reason."""

import pytest
from webtest import Upload

from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.rules.review.workflow import Status
from tests.browsing import Browsing
from tests.factories import a_scan, a_store, a_submission, an_applicant, issue, sign_letters, user
from tests.journeys import walking as walk


@pytest.fixture
def waiting(db) -> Letter:
    sign_letters()
    submission = a_submission(Status.AWAITING_SIGNATURE)
    issue(submission, a_store())
    return Letter.waiting_of(submission)


def brought(officer: Browsing, letter: Letter) -> SignedCopy:
    form = officer.get(f"/petugas/surat/{letter.id}/tanda-tangan").forms["bring"]
    form["berkas"] = Upload("surat.pdf", a_scan(letter), "application/pdf")
    form.submit(status=303)
    return SignedCopy.offered_of(letter.id)


def test_the_officer_brings_and_the_head_confirms_and_only_the_signed_file_is_given(browse, waiting):
    officer, applicant, number = browse(user("petugas")), browse(an_applicant()), waiting.submission.number
    applicant.get(f"/permohonan/{number}/surat.pdf", status=404)

    copy = brought(officer, waiting)
    assert "confirm" not in officer.get(f"/petugas/surat/{waiting.id}/tanda-tangan/{copy.id}").forms
    head, place = browse(user("kepala")), f"/petugas/surat/{waiting.id}/tanda-tangan/{copy.id}"
    page = head.get(place)
    assert "setiap halaman" in page.forms["confirm"].submit(status=422)
    for picture in page.html.select(".pst-pages img"):
        assert head.get(picture["src"]).body.startswith(b"\x89PNG")
    head.get(f"{place}/halaman/99.png", status=404)
    shown = walk.compare(head, place)

    assert "Tanda tangan pena (pindaian)" in shown and shown.html.main["data-code"] == waiting.code
    assert applicant.get(f"/permohonan/{number}/surat.pdf").body == a_store().read(copy.file_id)
    assert copy.file_id in applicant.get(f"/permohonan/{number}/surat")
    assert copy.file_id in officer.get("/petugas/surat.csv") and waiting.file_id not in officer.get(
        "/petugas/surat.csv"
    )
    assert officer.get(f"/petugas/surat/{waiting.id}/surat.pdf?asli=1").body == a_store().read(waiting.file_id)


def test_a_refused_file_tells_why_and_another_may_be_brought(browse, waiting):
    officer = browse(user("petugas"))
    copy = brought(officer, waiting)
    place = f"/petugas/surat/{waiting.id}/tanda-tangan/{copy.id}"

    form = browse(user("petugas2")).get(place).forms["refuse"]
    form.submit(status=422)
    form["note"] = "Halaman 2 terpotong."
    form.submit(status=303)

    page = officer.get(f"/petugas/surat/{waiting.id}/tanda-tangan")
    assert "Halaman 2 terpotong." in page and "bring" in page.forms


def test_what_is_no_signed_letter_is_refused_at_its_field(browse, waiting):
    form = browse(user("petugas")).get(f"/petugas/surat/{waiting.id}/tanda-tangan").forms["bring"]
    form["berkas"] = Upload("surat.pdf", a_store().read(waiting.file_id), "application/pdf")

    page = form.submit(status=422)

    assert "belum ditandatangani" in page.html.select_one("#error-summary").text


def test_the_desks_of_both_name_the_letter_that_waits(browse, waiting):
    for person in ("petugas", "kepala"):
        desk = browse(user(person)).get("/petugas")
        assert waiting.submission.number in desk and "berkas bertanda tangan" in desk
    case = browse(user("petugas")).get(f"/petugas/permohonan/{waiting.submission.number}")
    assert waiting.number in case and "Bawa berkas bertanda tangan" in case
    row = browse(user("kepala")).get("/petugas/surat").html.select_one("#letters tr:has(td)")
    assert row.text.count("Menunggu tanda tangan") == 1
    assert [span.text for span in row.select("span.pst-nowrap")] == [waiting.identity_number]


def test_whoever_verifies_hears_that_it_waits(anyone, waiting):
    page = anyone.get(f"/verifikasi/{waiting.code}")

    assert page.html.select_one("[data-status]")["data-status"] == "waiting"
    assert "belum berlaku" in page
