"""The head's page for extending a promise."""

import pytest

from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user

pytestmark = pytest.mark.usefixtures("monday")


def test_the_head_finds_it_beside_the_clock_and_extends(browse):
    submission = a_submission(Status.IN_REVIEW)
    page = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}?lihat=jam")

    form = page.click("Perpanjang batas waktu").forms["extension"]
    form["days"], form["reason"] = "3", "Menunggu tim dari provinsi."
    done = form.submit(status=303).follow()

    assert done.html.main["data-result"] == "saved"
    assert "Jatuh tempo 16 Desember 2026" in done.html.main.get_text(" ", strip=True).replace("  ", " ")
    assert "Diperpanjang 3 hari kerja oleh Kepala." in done


def test_the_applicant_sees_the_longer_promise_and_its_reason(browse):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}/perpanjangan").forms["extension"]
    form["days"], form["reason"] = "3", "Menunggu tim dari provinsi."
    form.submit(status=303)

    mine = browse(user("pemohon"))

    assert "Diperpanjang 3 hari kerja oleh Kepala." in mine.get(f"/permohonan/{submission.number}?lihat=jam")
    assert "Menunggu tim dari provinsi." in mine.get(f"/permohonan/{submission.number}?lihat=riwayat")


def test_whoever_holds_the_code_sees_the_days_that_were_added(browse, anyone):
    submission = a_submission(Status.IN_REVIEW)
    before = anyone.get(f"/lacak/{submission.code}")
    form = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}/perpanjangan").forms["extension"]
    form["days"], form["reason"] = "3", "Menunggu tim dari provinsi."
    form.submit(status=303)

    after = anyone.get(f"/lacak/{submission.code}")

    assert [page.html.select(".pst-day--due > span")[-1].text for page in (before, after)] == ["ke-14", "ke-17"]


def test_two_open_pages_do_not_add_up_unawares(browse):
    submission = a_submission(Status.IN_REVIEW)
    kepala, page = browse(user("kepala")), f"/petugas/permohonan/{submission.number}/perpanjangan"
    first, second = kepala.get(page).forms["extension"], kepala.get(page).forms["extension"]
    for form in (first, second):
        form["days"], form["reason"] = "3", "Menunggu tim dari provinsi."
    first.submit(status=303)

    again = second.submit(status=422)

    assert "Kepala mengubahnya setelah halaman ini Anda buka" in again
    assert "Batas waktu sekarang 16 Desember 2026" in again.html.main.get_text()
    assert Submission.get_by_id(submission.id).extended_days == 3
    again.forms["extension"].submit(status=303)  # whoever saw it may mean it
    assert Submission.get_by_id(submission.id).extended_days == 6


def test_a_form_that_bears_no_mark_of_its_page_extends_nothing(browse):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}/perpanjangan").forms["extension"]
    form["days"], form["reason"], form["seen"], form["_once"] = "3", "Alasan", "", ""

    form.submit(status=422)

    assert Submission.get_by_id(submission.id).extended_days == 0


@pytest.mark.parametrize(
    ("days", "reason", "said"),
    [
        ("", "Alasan", "Isi banyaknya hari kerja."),
        ("tiga", "Alasan", "Tulis bilangan bulat"),
        ("3", "", "Tuliskan alasannya"),
        ("15", "Alasan", "1 sampai 14 hari kerja"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(browse, days, reason, said):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("kepala")).get(f"/petugas/permohonan/{submission.number}/perpanjangan").forms["extension"]
    form["days"], form["reason"] = days, reason

    again = form.submit(status=422)

    assert said in again
    assert (again.forms["extension"]["days"].value, again.forms["extension"]["reason"].value) == (days, reason)
    assert Submission.get_by_id(submission.id).extended_days == 0


def test_the_page_is_shut_where_nothing_runs_and_to_officers(browse):
    running, draft = a_submission(Status.IN_REVIEW), a_submission(Status.COMPLETED)

    over = browse(user("kepala")).get(f"/petugas/permohonan/{draft.number}/perpanjangan", status=303).follow()
    assert "tidak dapat diperpanjang sekarang" in over
    officer = browse(user("petugas"))
    officer.get(f"/petugas/permohonan/{running.number}/perpanjangan", status=404)
    assert "Perpanjang batas waktu" not in officer.get(f"/petugas/permohonan/{running.number}?lihat=jam")
