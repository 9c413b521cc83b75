"""What is owed after the letter, and what of it is late."""

from datetime import timedelta

import pytest

from pst.models.submissions.duties import Duty
from pst.rules.review.workflow import Status
from pst.rules.submissions.duties import IDENTITY, METADATA, RESULTS
from tests.factories import WHEN, a_submission

pytestmark = pytest.mark.usefixtures("db")
TODAY = WHEN.date()


def owed(**more) -> Duty:
    """Results of a submission of their own, due today."""
    given = {"kind": RESULTS, "due_on": TODAY, **more}
    return Duty.create(submission=a_submission(Status.SUBMITTED), **given)


def test_results_and_metadata_are_due_from_their_day_on_for_a_month_until_handed_in_or_reminded_of():
    today, earlier = owed(), owed(due_on=TODAY - timedelta(days=30))
    owed(due_on=TODAY - timedelta(days=31))
    owed(due_on=TODAY + timedelta(days=1))
    owed(done_at=WHEN)
    owed(reminded=True)
    owed(kind=IDENTITY)
    described = owed(kind=METADATA)

    assert {duty.id for duty in Duty.due(TODAY)} == {today.id, earlier.id, described.id}


def test_the_duties_of_a_submission_are_its_own_as_they_were_laid_down():
    first = owed(kind=IDENTITY)
    second = Duty.create(submission=first.submission_id, kind=RESULTS)
    owed()

    assert list(Duty.of(first.submission)) == [first, second]
