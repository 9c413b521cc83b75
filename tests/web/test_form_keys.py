"""A form acts once, for the one who sent it, and its second click is led where the first one led."""

import time

import pytest

from pst.models.base import FormKey
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, an_applicant, user


def test_the_same_form_sent_again_leads_where_the_first_one_led(browse):
    mine = browse(an_applicant())
    form = mine.get("/permohonan/baru").forms["start"]

    first, second = form.submit(status=303), form.submit(status=303)

    assert first.location == second.location
    assert FormKey.select().count() == 1


@pytest.mark.usefixtures("db")
def test_a_key_keeps_nobody_elses_form_from_acting(browse):
    mine, theirs = (
        browse(person).get("/permohonan/baru").forms["start"] for person in (user("pemohon"), user("pemohon2"))
    )
    theirs["_once"] = mine["_once"].value

    first, second = mine.submit(status=303), theirs.submit(status=303)

    assert first.location != second.location
    assert Submission.select().count() == 2


def test_a_key_keeps_no_other_form_from_acting(browse):
    mine, draft = browse(an_applicant()), a_draft()
    begun = mine.get("/permohonan/baru").forms["start"]
    begun.submit(status=303)
    withdrawal = mine.get(f"/permohonan/{draft.number}/langkah/withdraw").forms["withdraw"]
    withdrawal["_once"], withdrawal["note"] = begun["_once"].value, "Kegiatan batal."

    withdrawal.submit(status=303)

    assert Submission.get_by_id(draft.id).status == Status.WITHDRAWN


def test_the_second_click_on_a_piece_of_a_page_opens_the_page_without_waiting(browse):
    submission = a_submission(Status.SUBMITTED)
    mine, here = browse(an_applicant()), f"/permohonan/{submission.number}?lihat=pesan"
    form = mine.get(here).forms["message"]
    form["text"] = "Apakah sudah diterima?"
    as_htmx = {"HX-Request": "true", "Referer": f"http://pst.test{here}"}
    form.submit(headers=as_htmx, status=200)
    begun = time.perf_counter()

    second = form.submit(headers=as_htmx, status=204)

    assert second.headers["HX-Redirect"] == here
    assert time.perf_counter() - begun < 1
