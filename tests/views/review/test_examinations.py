"""Marking blocks on the officer's page, with and without script."""

import pytest

from pst.models.review.examinations import Examined
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user
from tests.views.review.test_remarks import at

pytestmark = pytest.mark.usefixtures("monday")


def test_a_press_marks_the_block_and_another_takes_it_back(browse):
    submission = a_submission(Status.IN_REVIEW)
    officer = browse(user("petugas"))
    button = officer.get(at(submission, "?lihat=isian")).html.select_one("#mark-3 form")
    assert "Tandai diperiksa" in button.text

    token = button.select_one("[name=csrf_token]")["value"]
    page = officer.post(button["action"], {"csrf_token": token}, status=303).follow()

    assert "Diperiksa oleh Sinta Petugas, 23 November 2026 pukul 12.00 WIB" in page.html.select_one("#mark-3").text
    back = page.html.select_one("#mark-3 form")["action"]
    officer.post(back, {"csrf_token": token}, status=303)
    assert Examined.select().count() == 0


def test_with_script_only_the_mark_comes_back(browse):
    submission = a_submission(Status.IN_REVIEW)
    officer = browse(user("petugas"))
    button = officer.get(at(submission, "?lihat=isian")).html.select_one("#mark-3 form")
    token = button.select_one("[name=csrf_token]")["value"]

    fragment = officer.post(button["hx-post"], {"csrf_token": token}, headers={"HX-Request": "true"}, status=200)

    assert fragment.html.select_one("#mark-3") and "<h1" not in fragment
    assert "Batalkan tanda" in fragment


def test_the_head_reads_what_was_not_examined_before_signing(browse):
    submission = a_submission(Status.AWAITING_SIGNATURE)
    Examined.delete().where(Examined.block == 3).execute()

    page = browse(user("kepala")).get(at(submission, "?lihat=surat"))

    assert "Belum ditandai diperiksa: " in page
    assert "mark-3" not in page


def test_a_block_that_is_not_there_is_refused(browse):
    submission = a_submission(Status.IN_REVIEW)
    officer = browse(user("petugas"))
    token = officer.get(at(submission, "?lihat=isian")).html.select_one("[name=csrf_token]")["value"]

    page = officer.post(at(submission, "/bagian/99/diperiksa"), {"csrf_token": token}, status=303).follow()

    assert "Bagian itu tidak ada pada formulir ini." in page
