"""An attachment beside the answers: shown under a policy of its own, or offered to take away."""

import pytest

from pst.actions.files import keep_file
from pst.models.base import write
from pst.models.files import Attachment
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user
from tests.views.review.test_remarks import HTMX, at

pytestmark = pytest.mark.usefixtures("monday")


def a_paper(store, submission, mime="application/pdf", name="kuesioner.pdf"):
    with write():
        file = keep_file(store, b"%PDF-1.7 isi", mime, WHEN)
        return Attachment.create(
            submission=submission, code="file_berkas_pendukung", file=file, name=name, by=user("pemohon"), at=WHEN
        )


def test_a_pdf_is_framed_by_our_own_page_and_can_do_nothing(browse, store):
    submission = a_submission(Status.IN_REVIEW)
    paper = a_paper(store, submission)
    officer = browse(user("petugas"))

    panel = officer.get(at(submission, f"/berkas/{paper.id}"), headers=HTMX)
    content = officer.get(panel.html.select_one("#viewer iframe")["src"].partition("#")[0])

    policy = content.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';") and policy.endswith("frame-ancestors 'self'; sandbox")
    assert (content.headers["Content-Type"], content.headers["X-Content-Type-Options"]) == (
        "application/pdf",
        "nosniff",
    )
    assert content.headers["Cache-Control"] == "private, no-store"
    assert officer.get(at(submission, f"/berkas/{paper.id}")).html.h1.text == "kuesioner.pdf"


def test_what_browsers_do_not_show_is_only_taken_away(browse, store):
    submission = a_submission(Status.IN_REVIEW)
    paper = a_paper(store, submission, "application/zip", "tabel.xlsx")
    officer = browse(user("petugas"))

    page = officer.get(at(submission, f"/berkas/{paper.id}"))

    assert page.html.iframe is None and "Unduh" in page
    officer.get(at(submission, f"/berkas/{paper.id}/isi"), status=404)


def test_a_file_of_another_submission_is_not_there(browse, store):
    submission, other = a_submission(Status.IN_REVIEW), a_submission(Status.IN_REVIEW)
    paper = a_paper(store, other)

    for more in ("", "/isi"):
        browse(user("petugas")).get(at(submission, f"/berkas/{paper.id}{more}"), status=404)
        browse(user("pemohon")).get(at(other, f"/berkas/{paper.id}{more}"), status=404)
