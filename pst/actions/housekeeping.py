"""What is due by itself: reminders, and drafts that nobody sent. Called every minute."""

from datetime import datetime

from pst.actions import audit, emails
from pst.actions.steps import mail_facts, tell_applicant
from pst.clock import local
from pst.models.base import write
from pst.models.office import HolidayRow, the_office
from pst.models.submissions import Duty, Pause, Submission
from pst.models.users import User
from pst.rules import deadlines, wording
from pst.rules.roles import Role
from pst.rules.workflow import Status


def remind_officers(at: datetime) -> int:
    """Mail the assignee (without one, every officer) when 50, 80 and 100 % of the days are used; once each.

    Returns how many submissions were reminded of.
    """
    calendar, today = HolidayRow.calendar(), local(at).date()
    running = list(Submission.clock_running())
    pauses = Pause.by_submission([submission.id for submission in running])
    reminded = 0
    for submission in running:
        clock = submission.clock(pauses.get(submission.id, ()))
        if deadlines.open_pause(clock) is not None:
            continue
        mark = deadlines.reminder_due(clock, calendar, today)
        if mark is not None and mark > submission.reminded_percent:
            _remind_officers_of(submission, mark, deadlines.days_left(clock, calendar, today), at)
            reminded += 1
    return reminded


def remind_applicants(at: datetime) -> int:
    """Mail applicants whose remarks have waited 30, 60, 80 days (a setting); once each."""
    office, today = the_office(), local(at).date()
    reminded = 0
    for submission in Submission.silent():
        reached = deadlines.silence_reminders(
            local(submission.entered_status_at).date(), today, office.reminder_days
        )
        if reached and reached[-1] > submission.reminded_days:
            with write():
                Submission.update(reminded_days=reached[-1]).where(Submission.id == submission.id).execute()
                last = deadlines.months_after(
                    local(submission.entered_status_at).date(), office.silence_months
                )
                tell_applicant(
                    submission,
                    "reminder_applicant",
                    at,
                    days=reached[-1],
                    refused_from=wording.long_date(last),
                )
            reminded += 1
    return reminded


def remind_of_results(at: datetime) -> int:
    """Mail applicants whose results are due today or were before; once."""
    today = local(at).date()
    due = list(Duty.results_due(today))
    for duty in due:
        with write():
            Duty.update(reminded=True).where(Duty.id == duty.id).execute()
            tell_applicant(duty.submission, "results_due", at, results_due=wording.long_date(duty.due_on))
    return len(due)


def drop_old_drafts(at: datetime) -> int:
    """Erase drafts nobody sent for the months the office set; the event tells that, and nothing of their content."""
    months = the_office().draft_retention_months
    limit = deadlines.months_after(local(at).date(), -months)
    dropped = 0
    for draft in Submission.never_sent_since(limit):
        with write():
            audit.record("submission", draft.number, "drop_draft", None, at, source=Status.DRAFT)
            draft.delete_instance(recursive=False)
        dropped += 1
    return dropped


def _remind_officers_of(submission: Submission, mark: int, left: int, at: datetime) -> None:
    with write():
        Submission.update(reminded_percent=mark).where(Submission.id == submission.id).execute()
        for officer in _responsible(submission, mark):
            facts = mail_facts(submission, officer.name, percent=mark, days_left=left)
            facts["path"] = f"/petugas/permohonan/{submission.number}"
            emails.queue("reminder_officer", officer.email, facts, at, submission)


def _responsible(submission: Submission, mark: int) -> list[User]:
    """The assignee, else every officer; from 100 % the head as well."""
    people = [User.get_by_id(submission.assignee_id)] if submission.assignee_id else list(User.officers())
    heads = [user for user in User.select().where(User.active) if user.has(Role.HEAD)] if mark >= 100 else []
    return list({user.id: user for user in (*people, *heads) if user.active}.values())
