"""Extending what was promised for one submission: by the head, with a reason the applicant reads, within a limit."""

from datetime import date, datetime

from pst.actions import audit
from pst.actions.seen import refuse_if_changed
from pst.actions.steps import refresh
from pst.actions.submissions.clocks import set_due_date
from pst.actions.submissions.notices import tell_applicant
from pst.actions.submissions.progress import hats_on
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Pause, Submission
from pst.rules import wording
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import BEFORE_ISSUE
from pst.rules.roles import Role
from pst.rules.submissions import deadlines


class ExtensionRefused(Refusal):
    """The promise stays as it is; the message says why."""

    field = "days"


def extend(submission: Submission, days: int, reason: str, actor: User, at: datetime, seen: str = "") -> None:
    """Give this submission so many working days more. The applicant is told why, and the new last day.

    `seen` is the mark of the promise that the page showed: two who press at once do not add up unawares. Raises
    `ExtensionRefused`, `ChangedMeanwhile`.
    """
    with write():
        refresh(submission)
        if Role.HEAD not in hats_on(submission, actor):
            raise ExtensionRefused("Perpanjangan diputuskan Kepala.")
        if not may_be_extended(submission):
            raise ExtensionRefused("Hitungan hari kerja permohonan ini tidak sedang berjalan.")
        refuse_if_changed(seen, promised(submission), "submission", [submission.number], ("extend",))
        if not 1 <= days <= days_left(submission):
            raise ExtensionRefused(_beyond(days_left(submission)))
        before = submission.due_on
        submission.extended_days += days
        set_due_date(submission)
        submission.changed_at = at
        submission.reminded_percent = _mark_reached(submission, at)
        submission.save()
        facts = {"days": days, "before": _iso(before), "after": _iso(submission.due_on)}
        audit.record("submission", submission.number, "extend", actor, at, note=reason.strip(), facts=facts)
        told = wording.long_date(before) if before else ""
        tell_applicant(submission, "extended", at, days=days, reason=reason.strip(), before=told)


def promised(submission: Submission) -> dict[str, object]:
    """What an extension adds to."""
    return {"extended_days": submission.extended_days}


def may_be_extended(submission: Submission) -> bool:
    """Its days run, or wait for the applicant, and no letter is out yet."""
    return submission.clock_started is not None and submission.status in BEFORE_ISSUE


def days_left(submission: Submission) -> int:
    """By how many working days it may still be extended."""
    return max(0, the_office().extension_days - submission.extended_days)


def _beyond(left: int) -> str:
    if not left:
        return "Permohonan ini sudah diperpanjang selama yang dibolehkan pengaturan kantor."
    return f"Perpanjangan yang masih dapat diberikan: 1 sampai {wording.working_days(left)}."


def _mark_reached(submission: Submission, at: datetime) -> int:
    """The reminder already due for the longer time: officers are reminded anew at those still to come."""
    clock = submission.clock(Pause.of(submission))
    assert clock is not None
    return deadlines.reminder_due(clock, HolidayRow.calendar(), local(at).date()) or 0


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
