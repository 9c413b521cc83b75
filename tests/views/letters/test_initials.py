"""Initials on the screen: whose turn it is reads the letter and passes it on, or sends it back with a reason."""

import pytest

from pst.actions.letters import initials
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_place, a_submission, an_officer, user

pytestmark = pytest.mark.usefixtures("monday")


def page_of(submission, room: str = "paraf") -> str:
    return f"/petugas/permohonan/{submission.number}/{room}"


def test_a_draft_goes_through_two_hands_back_and_through_two_hands_again_to_the_head(browse):
    a_place(1, user("petugas2"))
    a_place(2, user("kepala"))
    submission = a_submission(Status.DRAFTING)
    officer, first, head = browse(an_officer()), browse(user("petugas2")), browse(user("kepala"))

    hand_over(officer, submission)
    (waits,) = [link for link in first.get("/petugas").html.select("#desk a") if submission.title in link.text]
    assert "paraf Anda" in first.get("/petugas")
    first.get(waits["href"]).click("Baca dan paraf").forms["initial"].submit(status=303)
    form = head.get(page_of(submission)).forms["send-back"]
    refused = form.submit(status=422)
    assert "Tuliskan apa yang perlu diperbaiki." in refused
    form = refused.forms["send-back"]
    form["note"] = "Tujuan surat keliru."
    form.submit(status=303)
    assert "Tujuan surat keliru." in officer.get(page_of(submission, "naskah"))

    hand_over(officer, submission, recipient="Direktur RSUD")
    for browser in (first, head):
        page = browser.get(page_of(submission))
        assert "Direktur RSUD" in page
        page.forms["initial"].submit(status=303)
    page = head.get(page_of(submission, "pengesahan"))
    said = [line.text for line in page.html.select("#paraf li")]
    assert said == [
        "Paraf Ketua Tim 1: Bayu Petugas, 23 November 2026 pukul 12.00 WIB",
        "Paraf Ketua Tim 2: Dewi Kepala, 23 November 2026 pukul 12.00 WIB",
    ]
    page.forms["issue"].submit(status=303)
    letter = Letter.issued_of(submission)
    assert "Bayu Petugas, 23 November" in head.get(f"/petugas/surat/{letter.id}")


def hand_over(officer, submission, **changed) -> None:
    form = officer.get(page_of(submission, "naskah")).forms["letter-draft"]
    for name, value in changed.items():
        form[name] = value
    assert "Naskah diajukan untuk diparaf." in form.submit("_then", value="ajukan", status=303).follow()


def test_others_are_told_that_it_does_not_wait_for_them_and_the_head_may_only_send_it_back(browse):
    submission = a_submission(Status.INITIALLING)
    officer, head = browse(an_officer()), browse(user("kepala"))

    assert officer.get(page_of(submission), status=303).location == page_of(submission, "").rstrip("/")
    assert "Baca dan paraf" not in officer.get(page_of(submission, "naskah"))
    shown = head.get(page_of(submission))
    assert "initial" not in shown.forms and "menunggu Bayu Petugas" in shown
    shown.forms["send-back"]["note"] = "Ditarik."
    shown.forms["send-back"].submit(status=303)
    assert Submission.get_by_id(submission.id).status == Status.DRAFTING


def test_two_clicks_initial_once_and_whoever_comes_late_hears_by_whom(browse):
    submission = a_submission(Status.INITIALLING)
    stale = browse(user("petugas2")).get(page_of(submission)).forms["initial"]
    initials.initial(submission, user("petugas2"), WHEN)

    told = stale.submit(status=303)

    assert told.location == page_of(submission, "").rstrip("/")
    assert "Naskah diparaf dan diajukan kepada Kepala, oleh Bayu Petugas" in told.follow()
