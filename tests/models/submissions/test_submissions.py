"""Who may know of a submission, and what lists read."""

import pytest

from pst.actions.submissions import submissions
from pst.models.submissions.submissions import Pause, Revision, Submission
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize(
    ("name", "sees_draft", "sees_sent"),
    [
        ("pemohon", True, True),
        ("pemohon2", False, False),
        ("petugas", False, True),
        ("petugas2", False, True),
        ("kepala", False, True),
        ("admin", False, False),
    ],
)
def test_what_a_person_may_not_see_does_not_exist(name, sees_draft, sees_sent):
    draft, sent = a_draft(), a_submission(Status.SUBMITTED)

    seen = [Submission.find(user(name), submission.number) is not None for submission in (draft, sent)]

    assert seen == [sees_draft, sees_sent]


def test_the_officer_who_enters_a_draft_sees_it_and_a_colleague_does_not():
    draft = submissions.start_draft(an_applicant(), WHEN, channel="visit", entered_by=an_officer())

    assert Submission.find(an_officer(), draft.number) is not None
    assert Submission.find(user("petugas2"), draft.number) is None


def test_pauses_of_many_come_in_one_go():
    paused, running = a_submission(Status.NEEDS_REVISION), a_submission(Status.IN_REVIEW)

    found = Pause.by_submission([paused.id, running.id])

    assert {key: len(rows) for key, rows in found.items()} == {paused.id: 1}


def test_the_latest_revision_is_the_last_one_sent():
    submission = a_submission(Status.SUBMITTED)

    assert Revision.latest(submission).number == 1
    assert Revision.latest(a_draft()) is None


def test_drafts_nobody_touched_for_long_are_found():
    draft, _ = a_draft(), a_submission(Status.SUBMITTED)

    assert [row.id for row in Submission.never_sent_since(WHEN.date().replace(year=2027))] == [draft.id]
    assert list(Submission.never_sent_since(WHEN.date())) == []
