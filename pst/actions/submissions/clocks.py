"""The working days promised for a submission: when they run, when they rest, and on which day they end."""

from datetime import date, datetime

from pst.clock import local
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Pause, Submission
from pst.rules.review.workflow import ClockMark
from pst.rules.submissions import deadlines


def turn_clock(submission: Submission, mark: str, at: datetime) -> None:
    """Start, pause, resume, stop or reset the fourteen working days, and set the due date as it is now known.

    A form that turns out incomplete never started the clock, also where the office counts from sending: reset.
    """
    if mark == ClockMark.START and submission.clock_started is None:
        submission.clock_started = at
    elif mark == ClockMark.PAUSE:
        Pause.create(submission=submission, started_at=at, why="Menunggu perbaikan dari pemohon")
    elif mark == ClockMark.RESUME:
        _end_pause(submission, at)
    elif mark == ClockMark.RESET:
        submission.clock_started = None
    elif mark == ClockMark.STOP:
        _end_pause(submission, at)
        submission.clock_stopped = at if submission.clock_started else None
    if mark:
        set_due_date(submission)


def set_due_date(submission: Submission) -> None:
    """Compute the last day anew from the clock and the calendar; a stopped clock keeps the day it had."""
    if submission.clock_stopped is None:
        clock = submission.clock(Pause.of(submission))
        submission.due_on = deadlines.due_on(clock, HolidayRow.calendar()) if clock else None


def expected_due(submission: Submission, at: datetime) -> date | None:
    """The last day as it would be if the submission were declared complete now; None once it is known."""
    if submission.clock_started or submission.clock_rule is None:
        return None
    return deadlines.due_on(deadlines.Clock(submission.clock_rule, local(at)), HolidayRow.calendar())


def _end_pause(submission: Submission, at: datetime) -> None:
    """End the pause that runs. Where the server's clock was set back meanwhile it ends when it began."""
    running = Pause.submission == submission.id, Pause.ended_at.is_null()
    for pause in Pause.select().where(*running):
        pause.ended_at = max(at, pause.started_at)
        pause.save(only=[Pause.ended_at])
