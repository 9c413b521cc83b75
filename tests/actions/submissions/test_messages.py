"""A message reaches the other side, on the page and by mail."""

import pytest

from pst.actions.submissions import messages, submissions
from pst.models.emails import Email
from pst.models.submissions.messages import Message
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import WHEN, a_draft, a_submission, an_applicant, an_officer

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
