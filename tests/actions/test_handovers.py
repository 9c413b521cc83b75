"""Work that changes hands: who is told, on the page and by mail, and who is not."""

from datetime import timedelta

import pytest

from pst.actions import handovers
from pst.actions.accounts import sign_in
from pst.actions.complaints import complaint_steps, complaints, dialogue
from pst.actions.letters import letters
from pst.actions.review import evaluations
from pst.actions.submissions import messages, submissions
from pst.models.emails import Email
from pst.models.handovers import Notice
from pst.rules.complaints.complaints import Status as ComplaintStatus
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant, answer_and_send, user
from tests.factories_complaints import a_complaint

pytestmark = pytest.mark.usefixtures("db")
EVENING, MORNING = WHEN + timedelta(hours=8), WHEN + timedelta(hours=22, minutes=30)
"""Senin, 17.00 WIB; Selasa, 24 November 2026, 07.30 WIB."""


def told() -> set[tuple[str, str]]:
    """(kind, first name) of every notice."""
    return {
        (row.kind, row.person.name.split()[0]) for row in Notice.select(Notice, handovers.User).join(handovers.User)
    }


def mails(kind: str = "handover") -> list[tuple[str, str]]:
    rows = Email.select().where(Email.kind == kind).order_by(Email.id)
    return [(row.to.partition("@")[0], row.facts.get("words", "")) for row in rows]


def fresh(submission):
    """Only what is told from now on."""
    Notice.delete().execute()
    Email.delete().execute()
    return submission


def test_whoever_may_take_it_is_told_of_a_new_submission():
    submissions.submit(a_draft(), an_applicant(), WHEN)

    assert told() == {("new", "Sinta"), ("new", "Bayu")}
    assert mails() == [("petugas2", "Permohonan baru masuk"), ("petugas", "Permohonan baru masuk")]


def test_its_officer_is_told_of_a_revision_and_of_a_message():
    submission = fresh(a_submission(Status.NEEDS_REVISION))

    messages.send_message(submission, an_applicant(), "Boleh besok?", WHEN)
    answer_and_send(submission)

    assert told() == {("message", "Sinta"), ("revised", "Sinta")}
    assert [to for to, _ in mails("message")] == ["petugas"]


def test_a_colleague_is_told_of_an_assignment_and_of_an_opinion_asked():
    submission = fresh(a_submission(Status.EVALUATION))

    evaluations.invite(submission, user("kepala"), user("petugas"), WHEN)
    submissions.assign(submission, user("petugas2"), user("petugas"), WHEN)
    submissions.assign(submission, user("petugas"), user("petugas"), WHEN)  # nobody tells oneself

    assert told() == {("opinion", "Dewi"), ("assigned", "Bayu")}


def test_the_head_is_told_of_a_draft_and_its_officer_that_it_came_back():
    submission = a_submission(Status.AWAITING_SIGNATURE)
    assert ("to_sign", "Dewi") in told()
    fresh(submission)

    letters.send_back(submission, user("kepala"), WHEN, "Tujuan belum tepat.")

    assert told() == {("sent_back", "Sinta")}
    assert Email.get(Email.kind == "handover").facts["note"] == "Tujuan belum tepat."


def test_a_handler_is_told_of_a_complaint_and_of_words_at_no_hour():
    complaint = fresh(a_complaint(ComplaintStatus.IN_PROGRESS))

    dialogue.say(complaint, "Masih menunggu.", EVENING)
    complaint_steps.assign(complaint, user("petugas2"), user("petugas"), EVENING)

    assert told() == {("complaint_reply", "Sinta"), ("complaint_assigned", "Bayu")}
    assert mails("complaint_handover") == [("petugas2", "Pengaduan diserahkan kepada Anda")]


def test_whoever_may_not_know_of_a_complaint_any_more_loses_its_news():
    complaint = a_complaint(ComplaintStatus.IN_PROGRESS)
    dialogue.say(complaint, "Masih menunggu.", EVENING)

    complaints.name_subjects(complaint, [user("petugas").id], False, user("kepala"), "", EVENING)

    assert ("complaint_reply", "Sinta") not in told()


def test_mail_comes_at_once_in_the_morning_or_never_as_each_person_chose():
    sign_in.choose_mail(user("petugas"), "morning", WHEN)
    sign_in.choose_mail(user("petugas2"), "never", WHEN)

    submission = a_submission()
    assert mails() == []
    assert handovers.mail_the_morning(WHEN) == 0
    assert handovers.mail_the_morning(MORNING) == 1
    assert handovers.mail_the_morning(MORNING) == 0

    mail = Email.get(Email.kind == "morning")
    assert (mail.to, mail.facts["lines"]) == ("petugas@contoh.test", [f"Permohonan baru masuk: {submission.number}"])


def test_what_was_opened_before_the_morning_needs_no_mail():
    sign_in.choose_mail(user("petugas"), "morning", WHEN)
    submission = a_submission()

    handovers.mark_read(user("petugas"), "submission", submission.number, WHEN)

    assert handovers.mail_the_morning(MORNING) == 0


def test_the_morning_tells_not_even_the_number_of_a_complaint():
    dialogue.say(a_complaint(ComplaintStatus.IN_PROGRESS), "Masih menunggu.", EVENING)

    handovers.mail_the_morning(MORNING)

    assert Email.get(Email.kind == "morning").facts["lines"] == ["Pelapor menulis pada pengaduan Anda"]


def test_the_same_is_listed_once_until_it_is_opened_and_all_is_read_with_one_press():
    submission = fresh(a_submission(Status.IN_REVIEW))
    for text in ("Satu.", "Dua."):
        messages.send_message(submission, an_applicant(), text, WHEN)
    assert len(Notice.unread_of(user("petugas"))) == 1

    assert handovers.mark_all_read(user("petugas"), WHEN) == 1
    assert Notice.unread_of(user("petugas")) == []
