"""What one side has not read yet."""

import pytest

from pst.actions.submissions import messages
from pst.models.submissions.messages import Message
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, an_applicant, an_officer

pytestmark = pytest.mark.usefixtures("db")


def test_each_side_counts_the_others_messages():
    submission = a_submission(Status.IN_REVIEW)
    for person in (an_officer(), an_officer(), an_applicant()):
        messages.send_message(submission, person, "Halo", WHEN)

    assert (Message.unread(submission, by_office=False), Message.unread(submission, by_office=True)) == (2, 1)
    assert [message.author.name for message in Message.of(submission)] == [
        "Sinta Petugas",
        "Sinta Petugas",
        "Ratna Pemohon",
    ]
