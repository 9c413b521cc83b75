"""Taking steps on the officer's page: asked first, taken once, refused with what happened meanwhile."""

from datetime import timedelta

import pytest

from pst.models.audit import Event
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, user

pytestmark = pytest.mark.usefixtures("monday")


def at(submission, verb=""):
    return f"/petugas/permohonan/{submission.number}" + (f"/langkah/{verb}" if verb else "")


def now(submission):
    return Submission.get_by_id(submission.id).status


def test_declaring_complete_tells_first_when_the_clock_starts_and_ends(browse):
    submission = a_submission(Status.SUBMITTED)
    page = browse(user("petugas")).get(at(submission, "declare_complete"))

    assert "Jam mulai Senin, 23 November 2026 pukul 12.00 WIB" in page
    assert "jatuh tempo Jumat, 11 Desember 2026" in page

    done = page.forms["step"].submit(status=303).follow()
    assert (now(submission), done.html.main["data-result"]) == ("in_review", "saved")
    assert str(Submission.get_by_id(submission.id).due_on) == "2026-12-11"


def test_a_step_that_needs_a_reason_asks_again_and_keeps_nothing(browse):
    submission = a_submission(Status.SUBMITTED)
    page = browse(user("petugas")).get(at(submission, "withdraw"))

    refused = page.forms["step"].submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == "#note"
    assert (now(submission), refused.html.main["data-result"]) == ("submitted", "refused")


def test_a_return_sends_the_remarks_and_the_covering_note(browse):
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    page = browse(user("petugas")).get(at(submission, "return_for_revision"))
    assert "1 catatan ikut dikirim" in page

    page.forms["step"]["note"] = "Mohon perbaiki judul."
    page.forms["step"].submit(status=303)

    event = Event.latest("submission", submission.number)
    assert (now(submission), event.note, event.facts["remarks"]) == ("needs_revision", "Mohon perbaiki judul.", 1)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("pause_resume", "Hitungan hari kerja berhenti sampai perbaikannya datang."),
        ("restart_on_revision", "Hitungan hari kerja dimulai dari awal setelah perbaikannya datang."),
        ("no_pause", "Hitungan hari kerja berjalan terus selama menunggu perbaikannya."),
    ],
)
def test_a_return_says_what_it_does_to_the_clock_of_this_submission(browse, rule, told):
    submission = a_submission(Status.IN_REVIEW)
    with write():
        Submission.update(rule={**submission.rule, "on_revision": rule}).where(Submission.id == submission.id).execute()

    assert told in browse(user("petugas")).get(at(submission, "return_for_revision"))


def test_a_return_without_remarks_says_what_to_do_and_keeps_the_note(browse):
    submission = a_submission(Status.IN_REVIEW)
    form = browse(user("petugas")).get(at(submission, "return_for_revision")).forms["step"]
    form["note"] = "Perbaiki."

    again = form.submit(status=422)

    assert "Tuliskan dahulu sedikitnya satu catatan" in again and "Yang terakhir tercatat" not in again
    assert (again.forms["step"]["note"].value, now(submission)) == ("Perbaiki.", "in_review")


def test_of_two_who_return_at_once_the_second_hears_of_the_first(browse):
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    forms = [browse(user(n)).get(at(submission, "return_for_revision")).forms["step"] for n in ("petugas", "petugas2")]
    for form in forms:
        form["note"] = "Perbaiki."

    forms[0].submit(status=303)
    told = forms[1].submit(status=422)

    assert "Langkah ini tidak dapat dilakukan lagi" in told
    assert "Yang terakhir tercatat: Dikembalikan untuk diperbaiki, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed label").text == "Surat pengantar untuk pemohon"
    assert told.html.select_one("#typed textarea").text.strip() == "Perbaiki."


def test_a_note_that_is_too_long_for_a_step_already_taken_stays_in_view(browse):
    submission = a_submission(Status.SUBMITTED)
    slow = browse(user("petugas2")).get(at(submission, "return_incomplete")).forms["step"]
    browse(user("petugas")).get(at(submission, "declare_complete")).forms["step"].submit(status=303)

    slow["note"] = "x" * 4001

    told = slow.submit(status=422)
    assert "Yang terakhir tercatat: Dinyatakan lengkap, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed textarea").text.strip() == "x" * 4001


def test_the_second_officer_is_told_who_was_quicker(browse):
    submission = a_submission(Status.SUBMITTED)
    slow = browse(user("petugas2")).get(at(submission, "declare_complete")).forms["step"]
    browse(user("petugas")).get(at(submission, "declare_complete")).forms["step"].submit(status=303)

    told = slow.submit(status=303).follow()

    assert "Yang terakhir tercatat: Dinyatakan lengkap, oleh Sinta Petugas, 23 November 2026 pukul 12.00 WIB" in told
    assert Event.select().where(Event.verb == "declare_complete").count() == 1


def test_a_late_page_leads_back_to_how_things_stand(browse):
    submission = a_submission(Status.IN_REVIEW)

    told = browse(user("petugas")).get(at(submission, "declare_complete"), status=303).follow()

    assert "Langkah ini tidak dapat dilakukan sekarang" in told


@pytest.mark.parametrize("verb", ["apa", "submit", "issue"])
def test_verbs_of_nobody_or_of_other_pages_do_not_exist_here(browse, verb):
    browser = browse(user("petugas"))
    submission = a_submission(Status.SUBMITTED)

    browser.get(at(submission, verb), status=404)
    token = browser.get(at(submission)).html.select_one("meta[name=csrf-token]")["content"]
    browser.post(at(submission, verb), {"csrf_token": token}, status=404)


def test_the_remarks_that_go_out_stand_in_the_order_of_the_questions(browse):
    submission = a_submission(Status.IN_REVIEW)
    for code, text in (("tujuan_kegiatan", "Ketiga."), ("judul_kegiatan", "Kedua."), ("", "Pertama.")):
        a_remark(submission, code, text)

    page = browse(user("petugas")).get(at(submission, "return_for_revision")).html

    told = [remark.p.text for remark in page.select("main .pst-remark")]
    assert told == ["Pertama.", "Kedua.", "Ketiga."]


def test_nothing_starts_the_clock_of_a_case_while_that_of_the_server_is_behind(browse):
    submission = a_submission(Status.SUBMITTED, at=WHEN + timedelta(days=1))
    page = browse(user("petugas")).get(at(submission, "declare_complete"))

    refused = page.forms["step"].submit(status=422)

    assert "Jam server berada di belakang" in refused.html.select_one("#error-summary").text
    assert now(submission) == "submitted"
