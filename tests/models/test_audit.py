"""Reading what happened."""

import pytest

from pst.models.audit import Event
from pst.rules.review.workflow import Status
from tests.factories import a_submission

pytestmark = pytest.mark.usefixtures("db")


def test_a_history_is_read_from_its_beginning():
    submission = a_submission(Status.NEEDS_REVISION)

    verbs = [event.verb for event in Event.of("submission", submission.number)]

    assert verbs == ["start", "submit", "declare_complete", "return_for_revision"]


def test_the_last_note_of_a_step_is_found_and_its_absence_is_empty():
    submission = a_submission(Status.NEEDS_REVISION)

    assert Event.last_note(submission.number, ("return_for_revision", "return_incomplete")) == "Mohon perbaiki judul."
    assert Event.last_note(submission.number, ("withdraw",)) == ""
