"""Counting what the applicant still has to answer."""

import pytest

from pst.models.base import write
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from tests.factories import a_remark, a_submission

pytestmark = pytest.mark.usefixtures("db")


def test_only_sent_remarks_count_as_open():
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    returned = a_submission(Status.NEEDS_REVISION)

    assert [Remark.count_open(item) for item in (submission, returned)] == [0, 1]


def test_a_reply_leaves_the_remark_open_but_answered():
    submission = a_submission(Status.NEEDS_REVISION)
    with write():
        Remark.update(reply="Sudah.").where(Remark.submission == submission.id).execute()

    assert (Remark.count_open(submission), Remark.count_open(submission, unanswered=True)) == (1, 0)


def test_dropped_remarks_are_gone_from_the_page():
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    with write():
        Remark.update(state="dropped").where(Remark.id == remark.id).execute()

    assert list(Remark.of(submission)) == []


def test_remarks_taken_back_are_still_counted():
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission)
    Remark.update(state="dropped").where(Remark.id == a_remark(submission).id).execute()

    assert Remark.count_dropped(submission) == 1
