"""How far a submission is, as every page shows it: the track, the days left, the clock day by day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from typing import NamedTuple

from pst import clock
from pst.models.submissions.submissions import Pause, Submission
from pst.rules import wording
from pst.rules.calendar import WorkCalendar
from pst.rules.review.workflow import DECIDED, TRACK, Status
from pst.rules.submissions import deadlines
from pst.rules.submissions.badges import clock_badge
from pst.rules.submissions.counting import Clock
from pst.rules.time_left import Badge
from pst.web.instance import the_calendar


@dataclass(frozen=True)
class Stop:
    """One stop of the track: state is done, current or todo."""

    label: str
    state: str
    note: str = ""


class Day(NamedTuple):
    """One day of the calendar strip; kinds are those of kit/calendar.html."""

    date: date
    label: str
    kind: str
    note: str


@dataclass(frozen=True)
class Progress:
    """All of it, worked out once for a page."""

    track: list[Stop]
    badge: Badge
    due_on: date | None
    rule: str
    counting: str
    started: bool
    explain: Callable[[], list[Day]]

    @cached_property
    def days(self) -> list[Day]:
        """The clock day by day, counted when a page shows it."""
        return self.explain()


def progress_of(submission: Submission, today: date | None = None, for_office: bool = False) -> Progress:
    """Everything a page of one submission shows of its clock; two queries. `for_office`: not the applicant reads it."""
    today = today or clock.today()
    calendar = the_calendar()
    running, rule = submission.clock(Pause.of(submission)), submission.clock_rule
    return Progress(
        track=track(submission, for_office) if submission.status != Status.WITHDRAWN else [],
        badge=clock_badge(running, submission.status == Status.WITHDRAWN, calendar, today),
        due_on=submission.due_on,
        rule=_promise(submission, rule) if rule else "",
        counting=deadlines.counting_in_words(rule) if rule else "",
        started=submission.clock_started is not None,
        explain=partial(days, submission, running, calendar, today),
    )


def _promise(submission: Submission, rule: deadlines.ClockRule) -> str:
    """The rule in words, and what the head added to it."""
    added = submission.extended_days
    more = f" Diperpanjang {wording.working_days(added)} oleh Kepala." if added else ""
    return deadlines.rule_in_words(rule) + more


def track(submission: Submission, for_office: bool = False) -> list[Stop]:
    """The stages in order; what is withdrawn stands still where it was."""
    done_all = submission.status == Status.COMPLETED
    here = next((index for index, stage in enumerate(TRACK) if submission.status in stage.statuses), -1)
    stops = []
    for index, stage in enumerate(TRACK):
        state = "done" if done_all or index < here else "current" if index == here else "todo"
        stops.append(Stop(stage.label, state, _note(submission, index, here, for_office)))
    return stops


def days(submission: Submission, running: Clock | None, calendar: WorkCalendar, today: date) -> list[Day]:
    """Every day from day 0 to the last one, or to today where that is later; none before the clock has started.

    While an open pause keeps the last day unknown, nobody knows of the days after today what they will be.
    """
    if running is None:
        return []
    due = submission.due_on
    until = max(due, min(today, due + timedelta(days=60))) if due else today
    lines = deadlines.explain(running, calendar, until)
    return [day_of(line, today, running.stopped) for line in lines]


KINDS = {"weekend": "weekend", "holiday": "holiday", "paused": "paused", "due": "due", "late": "late"}


def day_of(line: deadlines.DayLine, today: date, stopped: date | None) -> Day:
    """A line of the explanation as the calendar strip shows it."""
    label = "mulai" if line.kind == "start" else f"ke-{line.number}" if line.number is not None else ""
    kind = KINDS.get(line.kind) or ("worked" if line.date <= (stopped or today) else "waiting")
    if line.date == today and kind in ("worked", "waiting"):
        kind = "today"
    return Day(line.date, label, kind, line.why)


def _note(submission: Submission, index: int, here: int, for_office: bool) -> str:
    if index == 0 and submission.submitted_at:
        return f"dikirim {wording.short_date(clock.local(submission.submitted_at).date())}"
    if index != here:
        return ""
    if submission.status in DECIDED and submission.decided_at:
        return f"terbit {wording.short_date(clock.local(submission.decided_at).date())}"
    if submission.status in (Status.NEEDS_REVISION, Status.INCOMPLETE):
        return "menunggu pemohon" if for_office else "menunggu Anda"
    return f"sejak {wording.short_date(clock.local(submission.entered_status_at).date())}"
