"""The working days of a submission: what starts, rests and ends them."""

from datetime import timedelta

import pytest

from pst.actions.submissions.clocks import expected_due
from pst.models.submissions.submissions import Pause, Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, answer_and_send

pytestmark = pytest.mark.usefixtures("db")


def test_a_pause_ends_when_it_began_where_the_clock_of_the_server_was_set_back():
    submission = a_submission(Status.NEEDS_REVISION)
    due = a_submission(Status.IN_REVIEW).due_on
    (pause,) = Pause.of(submission)

    answer_and_send(submission, pause.started_at - timedelta(days=2))

    assert Pause.get_by_id(pause.id).ended_at == pause.started_at
    assert (Submission.get_by_id(submission.id).status, submission.due_on) == (Status.REVISED, due)


def test_the_last_day_is_expected_from_sending_until_it_is_known():
    sent, complete = a_submission(Status.SUBMITTED), a_submission(Status.IN_REVIEW)

    assert [expected_due(it, WHEN) for it in (a_draft(), sent, complete)] == [None, complete.due_on, None]
