"""The door of a submission: status, clock, event and mail change together, or not at all."""

import pytest

from pst.actions.submissions import notices, progress, submissions
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.emails import Email
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import NoteMissing, StepRefused
from tests.factories import WHEN, a_draft, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def test_when_the_mail_cannot_be_written_nothing_has_happened(monkeypatch):
    submission = a_submission(Status.SUBMITTED)
    events = Event.select().count()

    def broken(*_, **__):
        raise RuntimeError("disk full")

    monkeypatch.setattr(notices.emails, "queue", broken)
    with pytest.raises(RuntimeError):
        submissions.declare_complete(submission, an_officer(), WHEN)

    now = Submission.get_by_id(submission.id)
    assert (now.status, now.clock_started, Event.select().count()) == (Status.SUBMITTED, None, events)


def test_a_step_that_needs_a_reason_is_refused_without():
    submission = a_submission(Status.SUBMITTED)

    with pytest.raises(NoteMissing), write():
        progress.take_step(submission, "withdraw", an_applicant(), WHEN, "   ")
    with write():
        progress.take_step(submission, "withdraw", an_applicant(), WHEN, "Anggaran dialihkan.")

    assert (submission.status, Event.of("submission", submission.number)[-1].note) == (
        Status.WITHDRAWN,
        "Anggaran dialihkan.",
    )
    to_applicant = Email.select().where(Email.to == "pemohon@contoh.test").order_by(Email.id)
    assert [mail.kind for mail in to_applicant] == ["received", "withdrawn"]


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
    assert progress.hats_on(a_draft(), user(name)) == expected


def test_an_officer_sends_only_what_the_office_entered():
    online = a_draft()
    assisted = submissions.start_draft(an_applicant(), WHEN, channel="visit", entered_by=an_officer())

    assert "submit" not in {step.verb for step in progress.steps_for(online, an_officer())}
    assert "submit" in {step.verb for step in progress.steps_for(assisted, an_officer())}
    assert "submit" in {step.verb for step in progress.steps_for(assisted, an_applicant())}


def test_an_officer_who_applied_hears_that_a_colleague_does_the_work():
    officer = an_officer()
    User.update(roles=frozenset({Role.APPLICANT, Role.OFFICER})).where(User.id == officer.id).execute()
    own = a_submission(Status.SUBMITTED, applicant=User.get_by_id(officer.id))

    with pytest.raises(StepRefused, match="pemeriksaannya dilakukan petugas lain"), write():
        progress.take_step(own, "declare_complete", User.get_by_id(officer.id), WHEN)
