"""The one door: status, clock, event and mail change together, or not at all."""

from datetime import timedelta

import pytest

from pst.actions import steps
from pst.actions.submissions import submissions
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.submissions.submissions import Pause, Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import WHEN, a_draft, a_submission, an_applicant, an_officer, answer_and_send, user

pytestmark = pytest.mark.usefixtures("db")


def test_a_step_is_only_taken_inside_a_transaction():
    with pytest.raises(AssertionError):
        steps.take_step(a_submission(Status.SUBMITTED), "declare_complete", an_officer(), WHEN)


def test_when_the_mail_cannot_be_written_nothing_has_happened(monkeypatch):
    submission = a_submission(Status.SUBMITTED)
    events = Event.select().count()

    def broken(*_, **__):
        raise RuntimeError("disk full")

    monkeypatch.setattr(steps.emails, "queue", broken)
    with pytest.raises(RuntimeError):
        submissions.declare_complete(submission, an_officer(), WHEN)

    now = Submission.get_by_id(submission.id)
    assert (now.status, now.clock_started, Event.select().count()) == (Status.SUBMITTED, None, events)


def test_a_step_that_needs_a_reason_is_refused_without():
    submission = a_submission(Status.SUBMITTED)

    with pytest.raises(steps.NoteMissing), write():
        steps.take_step(submission, "withdraw", an_applicant(), WHEN, "   ")
    with write():
        steps.take_step(submission, "withdraw", an_applicant(), WHEN, "Anggaran dialihkan.")

    assert (submission.status, Event.of("submission", submission.number)[-1].note) == (
        Status.WITHDRAWN,
        "Anggaran dialihkan.",
    )
    assert [mail.kind for mail in Email.select().order_by(Email.id)] == ["received", "withdrawn"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("pemohon", frozenset({Role.APPLICANT})),
        ("pemohon2", frozenset()),
        ("petugas", frozenset({Role.OFFICER})),
        ("kepala", frozenset({Role.HEAD})),
        ("admin", frozenset({Role.ADMIN})),
    ],
)
def test_the_hats_a_person_wears_towards_a_submission(name, expected):
    assert steps.roles_on(a_draft(), user(name)) == expected


def test_an_officer_sends_only_what_the_office_entered():
    online = a_draft()
    assisted = submissions.start_draft(an_applicant(), WHEN, channel="visit", entered_by=an_officer())

    assert "submit" not in {step.verb for step in steps.steps_for(online, an_officer())}
    assert "submit" in {step.verb for step in steps.steps_for(assisted, an_officer())}
    assert "submit" in {step.verb for step in steps.steps_for(assisted, an_applicant())}


def test_a_pause_ends_when_it_began_where_the_clock_of_the_server_was_set_back():
    submission = a_submission(Status.NEEDS_REVISION)
    due = a_submission(Status.IN_REVIEW).due_on
    (pause,) = Pause.of(submission)

    answer_and_send(submission, pause.started_at - timedelta(days=2))

    assert Pause.get_by_id(pause.id).ended_at == pause.started_at
    assert (Submission.get_by_id(submission.id).status, submission.due_on) == (Status.REVISED, due)
