"""The one door of every case: the status and the event that tells of it, together and only in a transaction."""

import pytest

from pst.actions.steps import refresh, take_step
from pst.models.audit import Event
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status, find_step
from pst.rules.roles import Role
from tests.factories import WHEN, a_submission, an_officer

pytestmark = pytest.mark.usefixtures("db")
COMPLETE = find_step(Status.SUBMITTED, "declare_complete", [Role.OFFICER])


def test_a_step_is_only_taken_inside_a_transaction():
    with pytest.raises(AssertionError):
        take_step(a_submission(Status.SUBMITTED), COMPLETE, an_officer(), WHEN, about=("submission", "REK"))


def test_a_step_sets_the_status_and_tells_of_it():
    submission = a_submission(Status.SUBMITTED)

    with write():
        take_step(submission, COMPLETE, an_officer(), WHEN, about=("submission", submission.number), note="Lengkap.")

    event = Event.latest("submission", submission.number)
    assert Submission.get_by_id(submission.id).status == "in_review"
    assert (event.verb, event.source, event.target, event.note) == (
        "declare_complete",
        "submitted",
        "in_review",
        "Lengkap.",
    )


def test_a_step_that_was_found_for_another_status_is_not_taken():
    with pytest.raises(AssertionError, match="changed since"), write():
        take_step(a_submission(Status.IN_REVIEW), COMPLETE, an_officer(), WHEN, about=("submission", "REK"))


def test_a_row_read_again_is_as_it_stands():
    early = a_submission(Status.SUBMITTED)
    late = Submission.get_by_id(early.id)
    with write():
        take_step(late, COMPLETE, an_officer(), WHEN, about=("submission", late.number))

    early.title = "Belum tersimpan"
    refresh(early)

    assert (early.status, early.title, early.applicant_id) == (late.status, late.title, late.applicant_id)
