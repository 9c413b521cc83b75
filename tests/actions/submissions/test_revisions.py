"""A new revision keeps the officers' marks of the blocks in which nothing changed."""

import pytest

from pst.actions.review import examinations, remarks
from pst.actions.submissions import submissions
from pst.models.review.examinations import Examined
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, an_applicant, an_officer, answer_and_send

pytestmark = pytest.mark.usefixtures("db")


def test_blocks_that_the_applicant_changed_are_examined_again():
    submission = a_submission(Status.IN_REVIEW)
    for block in (0, 1, 3, 9):
        examinations.mark(submission, block, an_officer(), WHEN)
    a_remark(submission)
    remarks.return_for_revision(submission, an_officer(), WHEN, "Mohon perbaiki judul.")
    submissions.save_answers(submission, an_applicant(), {"judul_kegiatan": "Judul yang lebih lengkap"}, WHEN)

    answer_and_send(submission)

    assert sorted(Examined.of(Submission.get_by_id(submission.id))) == [
        1,
        3,
    ]  # the title is in block 0, the closing note in 9
