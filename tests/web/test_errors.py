"""What goes wrong gets a page in Indonesian with a reference, and never a trace."""

import re

import pytest

from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, an_applicant, an_officer


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/tidak-ada", 404),
        ("GET", "/petugas/permohonan/REK-1", 404),
        ("DELETE", "/masuk", 405),
        ("POST", "/masuk", 400),
    ],
)
def test_every_refusal_has_its_page_and_a_reference(method, path, code, browse):
    page = getattr(browse(an_applicant()), method.lower())(path, status=code)

    assert re.search(r"[0-9a-f]{8}", page.text)
    assert "Traceback" not in page


def test_a_form_too_large_is_refused_before_it_is_read(applicant):
    page = applicant.post("/masuk", {"email": "x" * 27_000_000}, status=413)

    assert "terlalu besar" in page


def test_a_broken_database_gives_a_calm_page(db, applicant):
    submission = a_submission(Status.SUBMITTED)
    db.execute_sql("ALTER TABLE remark RENAME TO elsewhere")

    page = applicant.get(f"/permohonan/{submission.number}", status=503)

    assert "tetap aman" in page


def test_what_one_may_not_see_answers_like_what_does_not_exist(browse):
    submission = a_submission(Status.SUBMITTED)
    stranger = browse(an_officer())

    hidden = stranger.get(f"/permohonan/{submission.number}", status=404)
    missing = stranger.get("/permohonan/REK-6104-2026-9999", status=404)

    assert _without_reference(hidden) == _without_reference(missing)


def _without_reference(page) -> str:
    tokens = r'[0-9a-f]{8}|content="[^"]+"|value="[^"]+"'
    return re.sub(tokens, "", page.text)


def test_a_file_that_the_storage_lost_is_told_in_words(browse):
    draft = a_draft()  # its attachment is a row without bytes
    link = browse(an_applicant()).get(f"/permohonan/{draft.number}/blok/9").html.find("a", string="instrumen.pdf")

    page = browse(an_applicant()).get(link["href"], status=503)

    assert "tidak ditemukan di penyimpanan" in page


def test_help_is_offered_from_a_page_that_is_not_there(anyone):
    page = anyone.get("/tidak-ada", status=404)

    assert page.html.select_one(".pst-nav__help a")["href"] == "/bantuan"
    assert page.html.select_one(".pst-error__code")
