"""A message reaches the other side, on the page and by mail."""

from datetime import timedelta

import pytest

from pst.actions.submissions import messages, submissions
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.submissions.messages import Message
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from pst.rules.undoing import WITHDRAWN
from tests.factories import WHEN, a_draft, a_submission, an_applicant, an_officer, user

pytestmark = pytest.mark.usefixtures("db")


def mails() -> list[tuple[str, str]]:
    return [(mail.to, mail.facts["path"]) for mail in Email.select().where(Email.kind == "message")]


def test_an_officer_writes_and_the_applicant_is_mailed():
    submission = a_submission(Status.IN_REVIEW)

    messages.send_message(submission, an_officer(), " Mohon unggah ulang. ", WHEN)

    assert [(m.text, m.from_office) for m in Message.of(submission)] == [("Mohon unggah ulang.", True)]
    assert mails() == [("pemohon@contoh.test", f"/permohonan/{submission.number}")]


def test_an_applicant_writes_and_the_assigned_officer_is_mailed():
    submission = a_submission(Status.IN_REVIEW)

    messages.send_message(submission, an_applicant(), "Sudah saya unggah.", WHEN)

    assert mails() == [("petugas@contoh.test", f"/petugas/permohonan/{submission.number}")]


def test_a_draft_has_nobody_to_write_to():
    with pytest.raises(StepRefused, match="setelah permohonan dikirim"):
        messages.send_message(a_draft(), an_applicant(), "Halo", WHEN)


def test_reading_marks_the_other_sides_messages_once():
    submission = a_submission(Status.IN_REVIEW)
    messages.send_message(submission, an_officer(), "Halo", WHEN)
    messages.send_message(submission, an_applicant(), "Ya", WHEN)
    assert (Message.unread(submission, by_office=False), Message.unread(submission, by_office=True)) == (1, 1)

    messages.mark_read(submission, by_office=False, at=WHEN)

    assert (Message.unread(submission, by_office=False), Message.unread(submission, by_office=True)) == (0, 1)
    assert submissions.Submission.get_by_id(submission.id).status == Status.IN_REVIEW


def test_a_message_is_taken_back_with_its_mail_while_that_waits():
    submission = a_submission(Status.IN_REVIEW)
    message = messages.send_message(submission, an_officer(), "Salah alamat.", WHEN)
    assert Email.due(WHEN + timedelta(minutes=9)).where(Email.kind == "message").count() == 0

    words = messages.withdraw_message(message, submission, an_officer(), WHEN + timedelta(minutes=9))

    assert (words, mails(), [m.text for m in Message.of(submission)]) == ("Salah alamat.", [], [WITHDRAWN])
    assert Event.latest("submission", submission.number).verb == "withdraw_message"


def test_nobody_takes_back_what_is_anothers_too_old_or_whose_mail_has_left():
    submission = a_submission(Status.IN_REVIEW)
    message = messages.send_message(submission, an_officer(), "Halo", WHEN)
    own = messages.send_message(submission, an_applicant(), "Ya", WHEN)

    for each, actor, at in (
        (message, user("petugas2"), WHEN),
        (message, an_officer(), WHEN + timedelta(minutes=11)),
        (own, an_applicant(), WHEN),
    ):
        with pytest.raises(StepRefused, match="sepuluh menit"):
            messages.withdraw_message(each, submission, actor, at)
    Email.update(tries=1).where(Email.kind == "message").execute()
    with pytest.raises(StepRefused, match="sudah dikirim"):
        messages.withdraw_message(message, submission, an_officer(), WHEN)
    assert [m.text for m in Message.of(submission)] == ["Halo", "Ya"]
