"""What is due by itself: reminders, drafts that nobody sent, traces no longer needed. Called every minute.

Each row is changed only where it still stands as it was read, so that two callers at once remind once.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from pst.actions import audit, emails
from pst.actions.files import FileStore, erase_if_unowned
from pst.actions.submissions import submissions
from pst.actions.submissions.notices import mail_facts, tell_applicant
from pst.clock import local, midnight
from pst.models.accounts.users import Attempt, User
from pst.models.base import FormKey, write
from pst.models.emails import Email
from pst.models.files import Attachment
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.search import SubmissionIndex
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Pause, Submission, clock_of
from pst.rules import wording
from pst.rules.months import months_after
from pst.rules.office.emails import WITH_LETTER
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from pst.rules.submissions import deadlines
from pst.rules.submissions.duties import ASKED_FOR

FORMS_KEPT = timedelta(days=7)
"""How long a repeated form is still led where the first one was."""
SIGNATURE_REMINDERS = (1, 3, 7)
"""Days that a letter has waited for its signature."""
FAREWELL_KEPT = timedelta(days=7)
ATTEMPTS_KEPT = timedelta(days=30)
"""Longer than any wait that failed tries lead to."""


def remind_officers(at: datetime) -> int:
    """Mail the assignee (without one, every officer) when 50, 80 and 100 % of the days are used; once each.

    Returns how many submissions were reminded of.
    """
    calendar, today = HolidayRow.calendar(), local(at).date()
    running = Submission.to_remind_of(deadlines.may_be_due(Submission.most_promised(), calendar, today))
    pauses = Pause.by_submission([row.id for row in running])
    reminded = 0
    for row in running:
        clock = clock_of(row, pauses.get(row.id, ()))
        if clock is None or deadlines.open_pause(clock) is not None:
            continue
        mark = deadlines.reminder_due(clock, calendar, today)
        if mark is not None and mark > row.reminded_percent:
            left = deadlines.days_left(clock, calendar, today)
            reminded += _remind_officers_of(Submission.get_by_id(row.id), mark, left, at)
    return reminded


def remind_applicants(at: datetime) -> int:
    """Mail applicants whose remarks have waited 30, 60, 80 days (a setting); once each."""
    office, today = the_office(), local(at).date()
    marks, reminded = office.reminder_days, 0
    for row in _waiting(Status.NEEDS_REVISION, marks, today):
        since = local(row.entered_status_at).date()
        reached = deadlines.silence_reminders(since, today, marks)
        if reached and reached[-1] > row.reminded_days:
            refused_from = months_after(since, office.silence_months)
            reminded += _remind_applicant_of(Submission.get_by_id(row.id), reached[-1], refused_from, at)
    return reminded


def _waiting(status: Status, marks: Sequence[int], today: date) -> list[Any]:
    """What has stood there for the days of the first mark, and was not reminded of at the last."""
    since = midnight(today - timedelta(days=min(marks, default=0) - 1))
    return Submission.waiting_in(status, since, max(marks, default=0))


def remind_of_signatures(at: datetime) -> int:
    """Mail the assignee and the head when a letter has waited for its signed file one, three and seven days."""
    today, reminded = local(at).date(), 0
    for row in _waiting(Status.SIGNING, SIGNATURE_REMINDERS, today):
        reached = deadlines.silence_reminders(local(row.entered_status_at).date(), today, SIGNATURE_REMINDERS)
        if reached and reached[-1] > row.reminded_days:
            reminded += _remind_of_signature(Submission.get_by_id(row.id), reached[-1], at)
    return reminded


def remind_of_duties(at: datetime) -> int:
    """Mail applicants whose results or metadata are due today or were lately; once, what is due together in one."""
    reminded = 0
    for _, due in groupby(list(Duty.due(local(at).date())), key=lambda duty: duty.submission_id):
        duties = list(due)
        with write():
            waiting = (Duty.id.in_([duty.id for duty in duties]), ~Duty.reminded, Duty.done_at.is_null())
            if Duty.update(reminded=True).where(*waiting).execute():
                last = wording.long_date(duties[0].due_on)
                lacking = [ASKED_FOR[duty.kind] for duty in duties]
                tell_applicant(duties[0].submission, "results_due", at, results_due=last, lacking=lacking)
                reminded += 1
    return reminded


def drop_old_drafts(at: datetime, store: FileStore) -> int:
    """Erase drafts nobody sent for the months the office set, with their files.

    The event tells that, and nothing of their content.
    """
    months = the_office().draft_retention_months
    limit = months_after(local(at).date(), -months)
    return sum([_drop(draft, limit, at, store) for draft in list(Submission.never_sent_since(limit))])


def drop_draft(draft: Submission, actor: User | None, at: datetime) -> set[str]:
    """Erase a draft; returns its files, which `erase_files` takes once that is certain. Only inside `write()`."""
    held = {attachment.file_id for attachment in Attachment.ever_of(draft)}
    audit.record("submission", draft.number, "drop_draft", actor, at, source=Status.DRAFT)
    SubmissionIndex.drop([draft.id])
    draft.delete_instance()
    return held


def erase_files(held: Iterable[str], store: FileStore) -> None:
    """Erase those of these files that nothing names any more."""
    with write():
        for sha256 in held:
            erase_if_unowned(store, sha256)


def forget_farewells(at: datetime) -> int:
    """Forget the last mail to those whose accounts were erased, also where it is kept as a file or came to nothing.

    Only inside `write()`.
    """
    old = (Email.kind == "erasure", Email.state != "queued", Email.created_at < at - FAREWELL_KEPT)
    return Email.delete().where(*old).execute()


def forget_forms(at: datetime) -> int:
    """Forget the keys of forms carried out long ago. Only inside `write()`.

    One without a moment gets this one and is forgotten later.
    """
    FormKey.update(at=at).where(FormKey.at.is_null()).execute()
    return FormKey.delete().where(FormKey.at < at - FORMS_KEPT).execute()


def forget_attempts(at: datetime) -> int:
    """Forget failed tries that no longer make anybody wait. Only inside `write()`."""
    return Attempt.delete().where(Attempt.last_at < at - ATTEMPTS_KEPT).execute()


def note_letter_sent(email: Email, at: datetime) -> None:
    """The mail server has taken the letter for its applicant: the submission is complete, the clock stops.

    Any other mail, and a letter already noted as received, changes nothing.
    """
    if email.kind not in WITH_LETTER or email.submission_id is None:
        return
    submission = Submission.with_people().where(Submission.id == email.submission_id).get()
    if submission.applicant.email.lower() != email.to.lower() or submission.status != Status.ISSUED:
        return
    try:
        submissions.deliver(submission, None, at, "Surat terkirim melalui surel.")
    except StepRefused:
        return  # an officer noted it in the same moment


def _remind_officers_of(submission: Submission, mark: int, left: int, at: datetime) -> bool:
    """Whether it was still to be done."""
    with write():
        waiting = (Submission.id == submission.id, Submission.reminded_percent < mark)
        if not Submission.update(reminded_percent=mark).where(*waiting).execute():
            return False
        for officer in _responsible(submission, mark):
            facts = mail_facts(submission, officer.name, percent=mark, days_left=left)
            facts["path"] = f"/petugas/permohonan/{submission.number}"
            emails.queue("reminder_officer", officer.email, facts, at, submission)
    return True


def _remind_applicant_of(submission: Submission, days: int, refused_from: date, at: datetime) -> bool:
    with write():
        if not _still_to_remind(submission, Status.NEEDS_REVISION, days):
            return False
        last = wording.long_date(refused_from)
        tell_applicant(submission, "reminder_applicant", at, days=days, refused_from=last)
    return True


def _remind_of_signature(submission: Submission, days: int, at: datetime) -> bool:
    with write():
        if not _still_to_remind(submission, Status.SIGNING, days):
            return False
        for person in _responsible(submission, 100):
            facts = {**mail_facts(submission, person.name), "path": f"/petugas/permohonan/{submission.number}"}
            emails.queue("signature_waits", person.email, {**facts, "days": days}, at, submission)
    return True


def _still_to_remind(submission: Submission, status: Status, days: int) -> bool:
    """Nobody has reminded of it meanwhile, and it still waits; notes the reminder. Only inside `write()`."""
    waiting = (Submission.id == submission.id, Submission.status == status.value, Submission.reminded_days < days)
    return bool(Submission.update(reminded_days=days).where(*waiting).execute())


def _drop(draft: Submission, limit: date, at: datetime, store: FileStore) -> bool:
    """Whether the draft was still one that nobody had touched. Files that others also sent stay theirs."""
    with write():
        if not Submission.never_sent_since(limit).where(Submission.id == draft.id).exists():
            return False
        held = drop_draft(draft, None, at)
    erase_files(held, store)
    return True


def _responsible(submission: Submission, mark: int) -> list[User]:
    """The assignee, else every officer, also where the assignee has left; from 100 % the head as well."""
    assignee = User.with_id(submission.assignee_id)
    people = [assignee] if assignee and assignee.active else list(User.officers())
    heads = list(User.heads()) if mark >= 100 else []
    return list({user.id: user for user in (*people, *heads)}.values())
