"""The applicant's copies say what was sent, word for word."""

import pytest

from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Revision
from pst.rules.review.workflow import Status
from pst.views.submissions import copies
from tests.factories import a_submission
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("db")


def test_the_copy_holds_number_title_answers_tables_and_files():
    submission = a_submission(Status.SUBMITTED)

    text = words_of(copies.filled_form(submission, Revision.latest(submission), the_office(), "http://pst.test"))

    for expected in (
        submission.number,
        submission.title,
        "Pengumpulan Data",
        "instrumen.pdf",
        submission.answers["variabel"][0]["nama"],
    ):
        assert expected in text


def test_the_receipt_holds_the_code_and_the_rule_in_force():
    submission = a_submission(Status.SUBMITTED)

    text = words_of(copies.receipt(submission, Revision.latest(submission), the_office(), "http://pst.test"))

    for expected in (submission.number, submission.code, "14 (empat belas) hari kerja", "http://pst.test/lacak"):
        assert expected in text
