"""The one door through which a complaint's status changes, and the days that follow from it."""

from datetime import date, datetime

from pst.actions import audit, handovers
from pst.actions.steps import refresh
from pst.actions.steps import take_step as take_any_step
from pst.clock import day_of, local, midnight
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.complaints.complaints import Complaint, add_part, is_designate, is_manager
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.rules.calendar import WorkCalendar
from pst.rules.complaints import days
from pst.rules.complaints.complaints import CLASSES, FINAL, WITH_OFFICE, Hat, Status, find_step, hats_of, open_steps
from pst.rules.office.office import Office
from pst.rules.office.sentences import refuse_gaps
from pst.rules.steps import Step, StepRefused, written_note

COMPLAINANT = frozenset({Hat.COMPLAINANT})
SYSTEM = frozenset({Hat.SYSTEM})
ANSWERS = FINAL - {Status.WITHDRAWN} | {Status.ANSWERED}
"""Reached by the office's word: the first of them says whether the promise was kept."""


class Hidden(StepRefused):
    """This person may not know of the complaint (any more)."""


def hats_on(complaint: Complaint, actor: User) -> frozenset[Hat]:
    """The hats an account of the office wears towards this complaint; none for whoever may not know of it."""
    if not Complaint.visible_to(actor).where(Complaint.id == complaint.id).exists():
        return frozenset()
    office = the_office()
    return hats_of(
        is_handler=complaint.assignee_id == actor.id,
        is_manager=is_manager(actor, office),
        is_designate=is_designate(actor, office),
        about_head=complaint.about_head,
    )


def refuse_strangers(complaint: Complaint, actor: User) -> frozenset[Hat]:
    """The hats of whoever may know of the complaint. Raises `Hidden` for everybody else."""
    hats = hats_on(complaint, actor)
    if not hats:
        raise Hidden("Pengaduan tidak ditemukan.")
    return hats


def steps_for(complaint: Complaint, actor: User) -> list[Step]:
    """The steps this account may take on it now."""
    return open_steps(complaint.status, hats_on(complaint, actor))


def take_step(
    complaint: Complaint,
    verb: str,
    hats: frozenset[Hat],
    actor: User | None,
    at: datetime,
    note: str = "",
    facts: dict | None = None,
) -> Step:
    """Move the complaint one step: status, days, message and event together. Only inside `write()`.

    The note becomes a message where the complainant is to read it. Raises `StepRefused`, `NoteMissing`, `Hidden`.
    """
    refresh(complaint)
    if not hats:
        raise Hidden("Pengaduan tidak ditemukan.")
    step = find_step(complaint.status, verb, hats)
    note, moment = written_note(step, note, "Isian ini wajib diisi."), moment_to_keep(complaint, at, hats)
    by_complainant = Hat.COMPLAINANT in hats
    if step.note_told:
        refuse_gaps(note, "isian ini", "note")
    is_message = bool(step.note) and (step.note_told or by_complainant)
    inside = "" if step.note_told or by_complainant else note
    about = "complaint", complaint.number
    take_any_step(complaint, step, actor, moment, about=about, note=inside, facts=facts)
    _follow(complaint, step, at)
    if is_message:
        side = "complainant" if by_complainant else "office"
        add_part(ComplaintMessage, complaint, side=side, author=actor, text=note, at=moment)
    if step.tells:
        tell_handler(complaint, step.tells, moment, actor)
    return step


def tell_handler(complaint: Complaint, kind: str, moment: datetime, actor: User | None) -> None:
    """Tell whoever handles it, as long as that person may know of it. Only inside `write()`."""
    handler = User.with_id(complaint.assignee_id)
    if handler is not None and hats_on(complaint, handler):
        facts = {"path": "/petugas/pengaduan"}
        handovers.tell(kind, [handler], ("complaint", complaint.number), moment, actor, facts)


def take(complaint: Complaint, verb: str, actor: User, note: str, at: datetime) -> None:
    """Take a step that needs nothing but a note."""
    with write():
        take_step(complaint, verb, hats_on(complaint, actor), actor, at, note)


def verify(complaint: Complaint, actor: User, kind: str, topic: str, handler: User, at: datetime) -> None:
    """Declare it complete, class it and give it to somebody who may know of it."""
    with write():
        if kind not in CLASSES:
            raise StepRefused("Pilih kelas pengaduan.", "kind")
        _may_handle(complaint, handler)
        facts = {"kind": kind, "before": complaint.kind, "topic": topic}
        take_step(complaint, "verify", hats_on(complaint, actor), actor, at, facts=facts)
        complaint.kind, complaint.topic, complaint.assignee = kind, topic, handler
        set_days(complaint)
        complaint.save()
        tell_handler(complaint, "complaint_assigned", at, actor)


def assign(complaint: Complaint, handler: User, actor: User, at: datetime) -> None:
    """Give it to another officer who may know of it. Raises `StepRefused`."""
    with write():
        refresh(complaint)
        refuse_strangers(complaint, actor)
        _may_handle(complaint, handler)
        if complaint.assignee_id == handler.id:
            return
        complaint.assignee = handler
        complaint.save()
        audit.record("complaint", complaint.number, "assign", actor, at)
        tell_handler(complaint, "complaint_assigned", at, actor)


def take_up(complaint: Complaint, handler: User, at: datetime) -> None:
    """Take what is nobody's yet. Raises `StepRefused`, also where a colleague was quicker."""
    with write():
        refresh(complaint)
        if complaint.assignee_id not in (None, handler.id):
            raise StepRefused("Pengaduan ini sudah diambil petugas lain.")
        assign(complaint, handler, handler, at)


def escalate(complaint: Complaint, actor: User, to: str, note: str, at: datetime) -> None:
    """Hand it to the next level, inside the office or above it."""
    with write():
        take_step(complaint, "escalate", hats_on(complaint, actor), actor, at, note, {"to": to})
        complaint.escalated_to = to
        complaint.save()


def mark_duplicate(complaint: Complaint, actor: User, other: str, note: str, at: datetime) -> None:
    """It says what another one says; the other must be one this person may know of."""
    with write():
        same = Complaint.find(actor, other)
        if same is None or same.id == complaint.id:
            raise StepRefused("Nomor pengaduan yang sama itu tidak ditemukan.", "other")
        take_step(complaint, "mark_duplicate", hats_on(complaint, actor), actor, at, note, {"of": same.number})


def set_days(complaint: Complaint) -> None:
    """Work out the last days anew from class, status and calendar; an ended complaint keeps what it had."""
    _count_days(complaint, HolidayRow.calendar(), the_office())


def recount_days() -> int:
    """Work out every open complaint's last days anew, after the calendar or a limit changed; returns how many moved.

    Only inside the `write()` of that change.
    """
    assert database.in_transaction()
    calendar, office, moved = HolidayRow.calendar(), the_office(), 0
    for complaint in Complaint.every_open():
        before = _days_of(complaint)
        _count_days(complaint, calendar, office)
        if _days_of(complaint) != before:
            complaint.save(only=[Complaint.due_on, Complaint.stage_due_on, Complaint.limit_on])
            moved += 1
    return moved


def _days_of(complaint: Complaint) -> tuple[date | None, ...]:
    return complaint.due_on, complaint.stage_due_on, complaint.limit_on


def _count_days(complaint: Complaint, calendar: WorkCalendar, office: Office) -> None:
    if complaint.is_open:
        complaint.due_on = days.last_day(complaint.kind, complaint.counted_from, calendar, office)
    complaint.stage_due_on = days.stage_last_day(complaint.status, complaint.entered_status_on, calendar, office)
    waits = complaint.status in WITH_OFFICE
    complaint.limit_on = days.next_limit(complaint.due_on, complaint.stage_due_on) if waits else None


def moment_to_keep(complaint: Complaint, at: datetime, hats: frozenset[Hat] = COMPLAINANT) -> datetime:
    """The moment as it may be kept: what an anonymous complainant does is kept as the day alone."""
    if complaint.is_anonymous and Hat.COMPLAINANT in hats:
        return midnight(day_of(at))
    return at


def _follow(complaint: Complaint, step: Step, at: datetime) -> None:
    """The days that a step which was taken brings with it."""
    today = local(at).date()
    first_answer = complaint.in_time is None and step.target in ANSWERS
    if first_answer:
        complaint.in_time = complaint.due_on is None or today <= complaint.due_on
    if step.target in ANSWERS:
        complaint.answered_on = today
    if step.target == Status.REOPENED:
        complaint.reopened += 1
    if step.verb in ("supply", "not_resolved"):
        complaint.counted_from = today
    complaint.entered_status_on = today
    complaint.closed_on = today if step.target in FINAL | {Status.CLOSED} else None
    set_days(complaint)
    complaint.save()


def _may_handle(complaint: Complaint, handler: User) -> None:
    if handler not in Complaint.handlers_if_given(complaint):
        raise StepRefused("Petugas itu tidak dapat menangani pengaduan ini.", "handler")
