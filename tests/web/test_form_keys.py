"""A form acts once, for the one who sent it, and its second click is led where the first one led."""

import io

import pytest
from flask import request

from pst.models.base import FormKey
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.web.errors import ANSWER_LOST
from pst.web.form_keys import what_was_sent
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


def test_what_was_stopped_corrected_and_sent_again_is_another_form(browse):
    submission = a_submission(Status.SUBMITTED)
    form = browse(an_applicant()).get(f"/permohonan/{submission.number}?lihat=pesan").forms["message"]

    for text in ("Sampelnya 300.", "Sampelnya 350.", "Sampelnya 350."):
        form["text"] = text
        form.submit(status=303)

    assert [message.text for message in Message.of(submission)] == ["Sampelnya 300.", "Sampelnya 350."]


def test_another_file_of_the_same_name_is_another_form(app):
    def digest(content: bytes) -> bytes:
        sent = {"csrf_token": str(content), "code": "3.1", "file": (io.BytesIO(content), "kuesioner.pdf")}
        with app.test_request_context("/", method="POST", data=sent):
            found = what_was_sent()
            assert request.files["file"].read() == content
            return found

    assert (digest(b"satu") == digest(b"satu"), digest(b"satu") == digest(b"dua")) == (True, False)


def test_the_second_click_is_not_kept_waiting_while_the_first_one_is_being_answered(browse, monkeypatch):
    form = browse(an_applicant()).get("/permohonan/baru").forms["start"]
    second = []
    monkeypatch.setattr(FormKey, "remember", lambda *_: second.append(form.submit(status=409)))

    form.submit(status=303)

    [page] = second
    assert "muat ulang halaman ini" in page
    assert Submission.select().count() == 1


def test_a_form_that_was_done_but_never_answered_is_not_done_again_and_its_sender_is_told(browse):
    """Its process was killed before it could note where the form led."""
    form = browse(an_applicant()).get("/permohonan/baru").forms["start"]
    form.submit(status=303)
    FormKey.update(result=None).execute()

    page = form.submit(status=303).follow()

    assert ANSWER_LOST in page
    assert Submission.select().count() == 1


def test_the_second_click_on_a_piece_of_a_page_opens_the_page(browse):
    submission = a_submission(Status.SUBMITTED)
    mine, here = browse(an_applicant()), f"/permohonan/{submission.number}?lihat=pesan"
    form = mine.get(here).forms["message"]
    form["text"] = "Apakah sudah diterima?"
    as_htmx = {"HX-Request": "true", "Referer": f"http://pst.test{here}"}
    form.submit(headers=as_htmx, status=200)

    second = form.submit(headers=as_htmx, status=204)

    assert second.headers["HX-Redirect"] == here
