"""Opening a case settles what was told of it."""

import pytest

from pst.actions.complaints import complaint_steps
from pst.actions.submissions import submissions
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("monday")


def unread(page) -> str:
    found = page.html.select_one(".pst-account__unread")
    return found.get_text(" ", strip=True) if found else ""


def test_the_masthead_counts_news_until_each_case_is_opened(browse):
    submission, complaint = a_submission(Status.IN_REVIEW), a_complaint()
    submissions.assign(submission, user("petugas2"), user("petugas"), WHEN)
    complaint_steps.assign(complaint, user("petugas2"), user("petugas"), WHEN)
    browser = browse(user("petugas2"))
    before = unread(browser.get("/petugas/permohonan"))

    seen = [
        unread(browser.get(f"/petugas/{case}"))
        for case in (f"permohonan/{submission.number}", f"pengaduan/{complaint.number}")
    ]

    assert (before, seen) == ("3 kabar belum dibuka", ["1 kabar belum dibuka", ""])
