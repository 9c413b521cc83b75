"""What counters do with the queue: issue a number, call, serve, put aside, pass on, finish.

Every change reads the ticket again under the write lock, so of two counters that press at once the second is told
how things stand now.
"""

from datetime import date, datetime

from pst.actions import audit
from pst.actions.frontdesk import satisfaction
from pst.actions.steps import take_step
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import Sequence, database, write
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.office.settings import the_office
from pst.rules import numbering
from pst.rules.frontdesk.tickets import (
    LETTERS,
    RESULT_LABELS,
    TicketRefused,
    TicketState,
    find_step,
    may_serve_on,
    next_of,
    ticket_number,
)
from pst.rules.undoing import IN_WORDS

S = TicketState
ENDS = frozenset({S.DONE, S.NO_SHOW, S.TRANSFERRED, S.CANCELLED})


def issue(
    visit: Visit, service: str, priority: bool, at: datetime, *, before: Ticket | None = None, actor: User | None = None
) -> Ticket:
    """The next number of a service on this office day; one that continues another keeps its place in time.

    Only inside `write()`.
    """
    assert database.in_transaction()
    day = local(at).date()
    sequence = Sequence.draw(f"ticket-{day.isoformat()}-{service}")
    code = numbering.new_code()
    ticket = Ticket.create(
        visit=visit,
        day=day,
        service=service,
        sequence=sequence,
        number=ticket_number(service, sequence),
        code=code,
        code_hash=numbering.hash_code(code),
        priority=priority,
        since=before.since if before else at,
        issued_at=at,
        before=before,
    )
    facts = {"ticket": ticket.number}
    audit.record("visit", visit.number, "issue_ticket", actor, at, target=S.WAITING, facts=facts)
    return ticket


def call_next(officer: User, counter: int, at: datetime, services: tuple[str, ...] = ()) -> Ticket | None:
    """Call whoever is next (in these queues) to the counter; None when nobody waits. Raises `TicketRefused`."""
    day = local(at).date()
    with write():
        _refuse_busy(counter, day)
        run = the_office().priority_run
        chosen = next_of(Ticket.waiting(day, services), Ticket.last_calls(day, run), run)
        if chosen is None:
            return None
        return _call(_again(chosen.id), officer, counter, at)


def call(ticket: Ticket, officer: User, counter: int, at: datetime) -> Ticket:
    """Call this very number, e.g. one that was put aside. Raises `TicketRefused`."""
    with write():
        _refuse_busy(counter, local(at).date())
        return _call(_again(ticket.id), officer, counter, at)


def take(ticket: Ticket, verb: str, officer: User, at: datetime) -> Ticket:
    """A step that needs nothing else: call_again, serve, hold, no_show, cancel, return. Raises `TicketRefused`."""
    with write():
        ticket = _again(ticket.id)
        _step(ticket, verb, officer, at)
        if verb == "call_again":
            ticket.calls, ticket.last_called_at = ticket.calls + 1, at
        if verb == "serve":
            ticket.served_from, ticket.officer = at, officer
            Visit.update(officer=officer).where(Visit.id == ticket.visit_id).execute()
        if verb in ("hold", "return"):
            ticket.counter, ticket.ended_at = None, None
        ticket.save()
    return ticket


def finish(ticket: Ticket, officer: User, result: str, at: datetime) -> Ticket:
    """The visitor has been served: keep the result and open the survey. Raises `TicketRefused`."""
    if result not in RESULT_LABELS:
        raise TicketRefused("Pilih dahulu hasil pelayanannya.", "result")
    with write():
        ticket = _again(ticket.id)
        ticket.result = result
        _step(ticket, "finish", officer, at, facts={"result": result})
        ticket.save()
        satisfaction.open_for(ticket.visit, ticket.service, at)
    return ticket


def undo_finish(ticket: Ticket, officer: User, at: datetime) -> Ticket:
    """The visitor was finished by mistake and is served on; the survey stays open. Raises `TicketRefused`."""
    with write():
        ticket = _again(ticket.id)
        if not may_serve_on(ticket.state, ticket.ended_at, at):
            raise TicketRefused(f"Yang sudah selesai lebih dari {IN_WORDS} tidak dapat diurungkan.")
        _refuse_busy(ticket.counter, local(at).date())
        _step(ticket, "undo", officer, at)
        ticket.result, ticket.ended_at = "", None
        ticket.save()
    return ticket


def transfer(ticket: Ticket, service: str, officer: User, at: datetime) -> Ticket:
    """Pass the visitor on to another service: a new number there, with the time already waited.

    Raises `TicketRefused`.
    """
    if service not in LETTERS or service == ticket.service:
        raise TicketRefused("Pilih layanan lain sebagai tujuan.", "service")
    with write():
        ticket = _again(ticket.id)
        _step(ticket, "transfer", officer, at, facts={"to": service})
        ticket.save()
        return issue(ticket.visit, service, ticket.priority, at, before=ticket, actor=officer)


def end_earlier_days(at: datetime) -> int:
    """Cancel numbers that earlier days left open, so that every office day starts empty. For the minute job."""
    left = list(Ticket.left_open(local(at).date()))
    if left:
        with write():
            Ticket.update(state=S.CANCELLED.value, ended_at=at).where(Ticket.id.in_([it.id for it in left])).execute()
            audit.record(
                "queue", local(at).date().isoformat(), "end_earlier_days", None, at, facts={"count": len(left)}
            )
    return len(left)


def _call(ticket: Ticket, officer: User, counter: int, at: datetime) -> Ticket:
    _step(ticket, "call", officer, at, facts={"counter": counter})
    ticket.counter, ticket.officer, ticket.calls = counter, officer, ticket.calls + 1
    ticket.first_called_at, ticket.last_called_at = ticket.first_called_at or at, at
    ticket.save()
    return ticket


def _refuse_busy(counter: int, day: date) -> None:
    busy = Ticket.at_counter(day, counter)
    if busy is not None:
        raise TicketRefused(f"Loket {counter} masih menangani nomor {busy.number}. Selesaikan atau tunda dahulu.")


def _again(ticket_id: int) -> Ticket:
    """The row as it is now, under the write lock, with its visit."""
    ticket = Ticket.find(ticket_id)
    assert ticket is not None  # tickets are never deleted
    return ticket


def _step(ticket: Ticket, verb: str, officer: User, at: datetime, facts: dict | None = None) -> None:
    """Take the step; the visit's history tells of it."""
    step = find_step(ticket.state, verb)
    if step.target in ENDS:
        ticket.ended_at = at
    about, facts = ("visit", ticket.visit.number), {"ticket": ticket.number, **(facts or {})}
    take_step(ticket, step, officer, at, about=about, facts=facts)
