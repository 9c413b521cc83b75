"""What is due by itself: each reminder once, at its mark; what is old goes, and what is not stays."""

from datetime import date, datetime, timedelta

import pytest

from pst.actions.office import housekeeping
from pst.actions.review import evaluations, remarks
from pst.actions.submissions import attachments, replies, submissions
from pst.clock import local
from pst.models.accounts.users import Attempt, User
from pst.models.audit import Event
from pst.models.base import FormKey
from pst.models.emails import Email
from pst.models.files import Attachment, StoredFile
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import Setting
from pst.models.search import SubmissionIndex
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from pst.rules.submissions.duties import RESULTS
from tests.factories import WHEN, a_draft, a_remark, a_submission, an_applicant, an_officer, issue, sign_letters, user

pytestmark = pytest.mark.usefixtures("db")


def mails(kind: str) -> list[tuple[str, int]]:
    """(address, mark) of every mail of this kind, oldest first."""
    facts = Email.select().where(Email.kind == kind).order_by(Email.id)
    return [(mail.to, mail.facts.get("percent", mail.facts.get("days"))) for mail in facts]


def every_day(remind, first: datetime, days: int) -> dict[date, int]:
    """How many were reminded on which day, asked twice a day; days without are left out."""
    told = {}
    for number in range(days):
        at = first + timedelta(days=number)
        told[local(at).date()] = remind(at) + remind(at + timedelta(hours=1))
    return {day: count for day, count in told.items() if count}


def test_officers_are_reminded_at_half_four_fifths_and_all_of_fourteen_days_once_each():
    submission = a_submission(Status.IN_REVIEW)  # day 0 is Senin, 23 November 2026

    told = every_day(housekeeping.remind_officers, WHEN, 40)

    seventh, twelfth, last = (HolidayRow.calendar().add(date(2026, 11, 23), days) for days in (7, 12, 14))
    assert told == {seventh: 1, twelfth: 1, last: 1}
    assert (last, Submission.get_by_id(submission.id).due_on) == (date(2026, 12, 11), date(2026, 12, 11))
    assert mails("reminder_officer") == [
        ("petugas@contoh.test", 50),
        ("petugas@contoh.test", 80),
        ("petugas@contoh.test", 100),
        ("kepala@contoh.test", 100),
    ]


def test_a_job_that_slept_tells_the_highest_mark_alone_and_says_how_late_it_is():
    a_submission(Status.IN_REVIEW)

    assert housekeeping.remind_officers(datetime(2026, 12, 15, 2)) == 1  # Selasa, dua hari kerja lewat

    mail = Email.select().where(Email.kind == "reminder_officer").first()
    assert (mail.facts["percent"], mail.facts["days_left"]) == (100, -2)
    assert mail.facts["path"].startswith("/petugas/permohonan/REK-6104-2026-")


def test_without_an_assignee_every_officer_is_reminded_but_none_that_left():
    submission = a_submission(Status.IN_REVIEW)
    Submission.update(assignee=None).where(Submission.id == submission.id).execute()
    User.update(active=False).where(User.email == "petugas2@contoh.test").execute()

    housekeeping.remind_officers(datetime(2026, 12, 2, 2))

    assert mails("reminder_officer") == [("petugas@contoh.test", 50)]


def test_where_the_assignee_has_left_the_others_are_reminded():
    a_submission(Status.IN_REVIEW)
    User.update(active=False).where(User.email == "petugas@contoh.test").execute()

    housekeeping.remind_officers(datetime(2026, 12, 2, 2))

    assert mails("reminder_officer") == [("petugas2@contoh.test", 50)]


def test_while_the_applicant_has_the_form_no_officer_is_reminded():
    a_submission(Status.NEEDS_REVISION)

    assert every_day(housekeeping.remind_officers, WHEN, 60) == {}


def test_applicants_are_reminded_after_thirty_sixty_and_eighty_days_once_each():
    a_submission(Status.NEEDS_REVISION)

    told = every_day(housekeeping.remind_applicants, WHEN, 120)

    noted = date(2026, 11, 23)
    assert told == {noted + timedelta(days=days): 1 for days in (30, 60, 80)}
    assert mails("reminder_applicant") == [("pemohon@contoh.test", days) for days in (30, 60, 80)]
    facts = Email.select().where(Email.kind == "reminder_applicant").first().facts
    assert facts["refused_from"] == "23 Februari 2027"


def test_an_answer_ends_the_reminders_and_new_remarks_begin_them_anew():
    submission = a_submission(Status.NEEDS_REVISION)
    housekeeping.remind_applicants(WHEN + timedelta(days=61))
    answered = WHEN + timedelta(days=62)
    _answer(submission, answered)
    assert every_day(housekeeping.remind_applicants, answered, 40) == {}

    submissions.resume_review(submission, an_officer(), answered)
    a_remark(submission, text="Sebutkan periodenya.")
    remarks.return_for_revision(submission, an_officer(), answered, "Sedikit lagi.")

    told = every_day(housekeeping.remind_applicants, answered, 40)
    assert list(told.values()) == [1]
    assert mails("reminder_applicant")[-1] == ("pemohon@contoh.test", 30)


def test_the_office_may_set_other_days():
    Setting.create(key="silence_reminders", value="10, 20", changed_at=WHEN, changed_by="")
    a_submission(Status.NEEDS_REVISION)

    told = every_day(housekeeping.remind_applicants, WHEN, 90)

    assert [(day - date(2026, 11, 23)).days for day in told] == [10, 20]


def test_after_three_months_of_silence_a_refusal_may_be_proposed_and_a_person_decides():
    submission = a_submission(Status.NEEDS_REVISION)
    every_day(housekeeping.remind_applicants, WHEN, 150)
    assert Submission.get_by_id(submission.id).status == Status.NEEDS_REVISION, "nothing is refused by itself"

    with pytest.raises(StepRefused):
        evaluations.propose_refusal(submission, an_officer(), datetime(2027, 2, 22, 2), "Tidak ditanggapi.")
    evaluations.propose_refusal(submission, an_officer(), datetime(2027, 2, 23, 2), "Tidak ditanggapi.")

    assert Submission.get_by_id(submission.id).status == Status.DRAFTING


def test_results_that_are_due_are_asked_for_once_and_not_once_they_came():
    submission = a_submission(Status.COMPLETED)
    results = Duty.get(Duty.kind == RESULTS)
    day_before = datetime.combine(results.due_on - timedelta(days=1), datetime.min.time()) + timedelta(hours=3)

    told = every_day(housekeeping.remind_of_duties, day_before, 5)

    assert told == {results.due_on: 1}
    (mail,) = Email.select().where(Email.kind == "results_due")
    assert (mail.to, mail.facts["number"]) == ("pemohon@contoh.test", submission.number)
    assert mail.facts["lacking"] == ["serahkan hasil kegiatan", "lengkapi metadata"]
    Duty.update(reminded=False, done_at=WHEN).execute()
    assert every_day(housekeeping.remind_of_duties, day_before, 5) == {}


def test_an_office_that_begins_to_remind_does_not_write_about_what_was_due_long_ago():
    for days_ago in (1, 29, 31, 400):
        a_submission(Status.COMPLETED)
        newest = Duty.select().where(Duty.kind == RESULTS).order_by(Duty.id.desc()).get()
        Duty.update(due_on=WHEN.date() - timedelta(days=days_ago)).where(Duty.id == newest.id).execute()

    assert every_day(housekeeping.remind_of_duties, WHEN, 10) == {WHEN.date(): 2}


def test_a_draft_nobody_touched_for_half_a_year_goes_with_its_files(store):
    old = a_draft()
    Attachment.delete().execute()
    StoredFile.delete().execute()
    attachments.attach_file(store, old, an_applicant(), "file_berkas_pendukung", "rahasia.pdf", _pdf(), WHEN)
    (sha256,) = (row.sha256 for row in StoredFile.select())
    assert store.path(sha256).exists()

    assert housekeeping.drop_old_drafts(datetime(2027, 5, 22, 2), store) == 0
    assert housekeeping.drop_old_drafts(datetime(2027, 5, 24, 2), store) == 1

    left = [table.select().count() for table in (Submission, Attachment, StoredFile, SubmissionIndex)]
    assert (left, store.path(sha256).exists()) == ([0, 0, 0, 0], False)
    event = Event.last()
    assert (event.verb, event.key, event.note, event.facts) == ("drop_draft", old.number, "", {})


def test_what_was_ever_sent_stays_and_so_does_a_file_that_another_submission_holds(store):
    content = _pdf()
    kept, old = a_draft(at=datetime(2027, 5, 1, 2)), a_draft()
    sent = a_submission(Status.INCOMPLETE)
    for draft in (kept, old):
        attachments.attach_file(store, draft, an_applicant(), "file_berkas_pendukung", "sama.pdf", content, WHEN)
    Submission.update(changed_at=datetime(2027, 5, 1)).where(Submission.id == kept.id).execute()

    assert housekeeping.drop_old_drafts(datetime(2027, 6, 1, 2), store) == 1

    assert {row.id for row in Submission.select()} == {kept.id, sent.id}
    held = [item.file_id for item in Attachment.of(kept) if item.name == "sama.pdf"]
    assert [store.read(sha256) for sha256 in held] == [content]


def test_keys_of_forms_and_failed_tries_are_forgotten_once_they_no_longer_count():
    FormKey.create(key="lama", at=WHEN - timedelta(days=8))
    FormKey.create(key="baru", at=WHEN - timedelta(days=6))
    FormKey.create(key="tanpa waktu")
    Attempt.create(purpose="sign_in", who="lama", count=3, last_at=WHEN - timedelta(days=31))
    Attempt.create(purpose="sign_in", who="baru", count=3, last_at=WHEN - timedelta(days=29))

    assert (housekeeping.forget_forms(WHEN), housekeeping.forget_attempts(WHEN)) == (1, 1)
    assert housekeeping.forget_forms(WHEN + timedelta(days=6)) == 1

    assert [row.key for row in FormKey.select()] == ["tanpa waktu"]
    assert [row.who for row in Attempt.select()] == ["baru"]


def test_once_the_letter_has_reached_its_applicant_by_mail_the_case_is_done():
    submission = a_submission(Status.ISSUED)
    letter = Email.get(Email.kind == "issued", Email.to == "pemohon@contoh.test")
    other = Email.get(Email.kind == "received")

    housekeeping.note_letter_sent(other, WHEN + timedelta(days=1))
    assert Submission.get_by_id(submission.id).status == Status.ISSUED
    for _ in range(2):
        housekeeping.note_letter_sent(letter, WHEN + timedelta(days=1))

    row = Submission.get_by_id(submission.id)
    assert (row.status, row.clock_stopped) == (Status.COMPLETED, submission.clock_stopped)
    assert Event.of("submission", submission.number).where(Event.verb == "deliver").count() == 1


def test_of_two_jobs_at_once_one_reminds(monkeypatch):
    a_submission(Status.IN_REVIEW)
    late = Submission.to_remind_of({100: date.max})
    monkeypatch.setattr(Submission, "to_remind_of", lambda mark: late)  # both read before either wrote

    told = [housekeeping.remind_officers(datetime(2026, 12, 2, 2)) for _ in range(2)]

    assert told == [1, 0]
    assert len(mails("reminder_officer")) == 1


def _answer(submission: Submission, at: datetime) -> None:
    applicant = user("pemohon")
    waiting = remarks.Remark.of(submission)
    replies.save_replies(submission, applicant, {remark.id: "Sudah." for remark in waiting}, at)
    submissions.save_answers(submission, applicant, {"catatan_pemohon": "Sudah diperbaiki."}, at)
    submissions.submit(submission, applicant, at)


def _pdf() -> bytes:
    from fpdf import FPDF

    page = FPDF()
    page.add_page()
    return bytes(page.output())


def test_a_letter_that_waits_for_its_signature_is_told_of_on_three_days_once_each(store):
    sign_letters()
    issue(a_submission(Status.AWAITING_SIGNATURE), store)
    Email.delete().execute()

    days = [housekeeping.remind_of_signatures(WHEN + timedelta(days=day)) for day in (0, 1, 1, 2, 3, 7, 8)]

    assert days == [0, 1, 0, 0, 1, 1, 0]
    told = {(mail.kind, mail.to) for mail in Email.select()}
    assert ("signature_waits", "kepala@contoh.test") in told and {kind for kind, _ in told} == {"signature_waits"}
