"""Every verb that the officer's page offers is carried out by an action."""

import pytest

from pst.actions.review.steps import ACTIONS
from pst.models.audit import Event
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_officer, examine

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize(
    ("verb", "source", "target"),
    [
        ("declare_complete", Status.SUBMITTED, Status.IN_REVIEW),
        ("return_incomplete", Status.SUBMITTED, Status.INCOMPLETE),
        ("start_evaluation", Status.IN_REVIEW, Status.EVALUATION),
        ("back_to_review", Status.EVALUATION, Status.IN_REVIEW),
        ("back_to_evaluation", Status.DRAFTING, Status.EVALUATION),
        ("deliver", Status.ISSUED, Status.COMPLETED),
        ("withdraw", Status.EVALUATION, Status.WITHDRAWN),
    ],
)
def test_every_action_takes_case_actor_moment_and_note(verb, source, target):
    submission = a_submission(source)
    if verb == "start_evaluation":
        examine(submission)

    ACTIONS[verb](submission, an_officer(), WHEN, "Sesuai pembicaraan.")

    event = Event.latest("submission", submission.number, (verb,))
    assert (Submission.get_by_id(submission.id).status, event.note) == (target, "Sesuai pembicaraan.")
