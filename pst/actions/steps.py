"""The one door through which a submission's status changes."""

from datetime import date, datetime

from pst.actions import audit, emails
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import database
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Pause, Submission
from pst.rules import wording
from pst.rules.review.workflow import ClockMark, Step, find_step, open_steps
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions import deadlines

OWN_WORK = "Anda pemohon kegiatan ini; pemeriksaannya dilakukan petugas lain."


class NoteMissing(StepRefused):
    """The step needs a reason, and none was given."""


def roles_on(submission: Submission, actor: User | None) -> frozenset[Role]:
    """The hats this person wears towards this submission.

    Its applicant is its applicant and nothing else, also when an officer; an officer who entered it for a visitor
    may also do what the applicant may. The minute job comes without an actor.
    """
    if actor is None:
        return frozenset({Role.SYSTEM})
    if submission.applicant_id == actor.id:
        return frozenset({Role.APPLICANT})
    return actor.roles - {Role.APPLICANT}


def may_write(submission: Submission, actor: User) -> bool:
    """May fill in the form: its applicant, or an officer for a submission the office entered."""
    return submission.applicant_id == actor.id or (actor.has(Role.OFFICER) and submission.entered_by_id is not None)


def steps_for(submission: Submission, actor: User) -> list[Step]:
    """The steps this person may take on it now."""
    steps = open_steps(submission.status, roles_on(submission, actor))
    return [step for step in steps if step.verb != "submit" or may_write(submission, actor)]


def take_step(
    submission: Submission,
    verb: str,
    actor: User | None,
    at: datetime,
    note: str = "",
    facts: dict | None = None,
    mail: dict | None = None,
) -> Step:
    """Move the submission one step: status, clock, event and mail together. Only inside `write()`.

    `facts` go into the event, `mail` are facts for the applicant's mail beyond those every mail has.

    The status is read again under the write lock, so of two people pressing at once the second is refused.
    Raises `StepRefused`, `NoteMissing`.
    """
    assert database.in_transaction()
    refresh(submission)
    step = _permitted(submission, verb, actor)
    if step.note_needed and not note.strip():
        raise NoteMissing("Tuliskan alasannya; pemohon atau rekan Anda perlu mengetahuinya.")
    source = submission.status
    submission.status = step.target.value
    submission.entered_status_at = submission.changed_at = at
    submission.reminded_days = 0
    turn_clock(submission, step.clock, at)
    submission.save(only=submission.dirty_fields)
    audit.record(
        "submission",
        submission.number,
        verb,
        actor,
        at,
        source=source,
        target=step.target.value,
        note=note.strip(),
        facts=facts,
    )
    if step.email:
        tell_applicant(submission, step.email, at, note=note.strip(), **(mail or {}))
    return step


def turn_clock(submission: Submission, mark: ClockMark | None, at: datetime) -> None:
    """Start, pause, resume, stop or reset the fourteen working days, and set the due date as it is now known.

    A form that turns out incomplete never started the clock, also where the office counts from sending: reset.
    """
    if mark is ClockMark.START and submission.clock_started is None:
        submission.clock_started = at
    elif mark is ClockMark.PAUSE:
        Pause.create(submission=submission, started_at=at, why="Menunggu perbaikan dari pemohon")
    elif mark is ClockMark.RESUME:
        _end_pause(submission, at)
    elif mark is ClockMark.RESET:
        submission.clock_started = None
    elif mark is ClockMark.STOP:
        _end_pause(submission, at)
        submission.clock_stopped = at if submission.clock_started else None
    if mark is not None:
        set_due_date(submission)


def set_due_date(submission: Submission) -> None:
    """Compute the last day anew from the clock and the calendar; a stopped clock keeps the day it had."""
    if submission.clock_stopped is None:
        clock = submission.clock(Pause.of(submission))
        submission.due_on = deadlines.due_on(clock, HolidayRow.calendar()) if clock else None


def tell_applicant(submission: Submission, kind: str, at: datetime, **more) -> None:
    """Queue a mail of this kind to the applicant; `more` are facts beyond those every mail has."""
    name, address = User.reached_at(submission.applicant_id)
    emails.queue(kind, address, mail_facts(submission, name, **more), at, submission)


def mail_facts(submission: Submission, name: str, **more) -> dict:
    """What every mail about a submission can say; `rule` is the clock rule it is counted by, today's before sending."""
    return {
        "name": name,
        "number": submission.number,
        "code": submission.code,
        "title": submission.title,
        "status": submission.status,
        "path": f"/permohonan/{submission.number}",
        "due_on": wording.long_date(submission.due_on) if submission.due_on else "",
        "rule": submission.rule or the_office().clock_rule.to_json(),
        **more,
    }


def expected_due(submission: Submission, at: datetime) -> date | None:
    """The last day as it would be if the submission were declared complete now; None once it is known."""
    if submission.clock_started or submission.clock_rule is None:
        return None
    return deadlines.due_on(deadlines.Clock(submission.clock_rule, local(at)), HolidayRow.calendar())


def refresh(submission: Submission) -> None:
    """Read the row again, under the write lock where there is one."""
    now = Submission.as_it_stands(submission.id)
    for name, value in now.__data__.items():
        submission.__data__[name] = value
    submission._dirty.clear()


def _permitted(submission: Submission, verb: str, actor: User | None) -> Step:
    step = find_step(submission.status, verb, roles_on(submission, actor) | _own_hat(submission, actor))
    if not step.roles & roles_on(submission, actor):
        raise StepRefused(OWN_WORK)
    if verb == "submit" and actor is not None and not may_write(submission, actor):
        raise StepRefused("Permohonan ini dikirim oleh pemohonnya sendiri.")
    return step


def _own_hat(submission: Submission, actor: User | None) -> frozenset[Role]:
    """All hats of an applicant who also works here: only to say better why the step is refused."""
    return actor.roles if actor and submission.applicant_id == actor.id else frozenset()


def _end_pause(submission: Submission, at: datetime) -> None:
    """End the pause that runs. Where the server's clock was set back meanwhile it ends when it began."""
    running = Pause.submission == submission.id, Pause.ended_at.is_null()
    for pause in Pause.select().where(*running):
        pause.ended_at = max(at, pause.started_at)
        pause.save(only=[Pause.ended_at])
