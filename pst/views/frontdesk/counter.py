"""The counter: call, serve, put aside, pass on, finish."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.frontdesk import seats, tickets
from pst.forms.base import Form
from pst.forms.frontdesk.tickets import QUEUES, FinishForm, SeatForm, TransferForm
from pst.models.frontdesk.roster import OnDuty
from pst.models.frontdesk.seats import Seat
from pst.models.frontdesk.tickets import Ticket
from pst.rules import wording
from pst.rules.frontdesk.tickets import (
    AT_ONCE,
    RESULT_LABELS,
    SERVICE_LABELS,
    TicketState,
    may_return,
    may_serve_on,
    news_of,
)
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.views.frontdesk.ticket_panel import my_seat, panel_of
from pst.web.access import roles
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import led_to, page_or_fragment, saved, told, wants_fragment
from pst.web.instance import the_office
from pst.web.navigation import work_trail

blueprint = Blueprint("counter", __name__, url_prefix="/petugas/loket")
officers = roles(Role.OFFICER)

SEAT = "frontdesk/counter/seat.html"
NO_SEAT = "Pilih dahulu loket Anda."
NOBODY = "Tidak ada yang menunggu."
LATEST_FINISHED = 12


@blueprint.get("")
@officers
def desk() -> Response | str:
    """Whom I have before me and who waits; first, where I sit."""
    seat = my_seat()
    if seat is None and wants_fragment():  # left in another window
        return led_to(url_for(".desk"))
    if seat is None or "ganti" in request.args:
        return FormPage(SEAT, SeatForm(formdata=None), _seats).show()
    return page_or_fragment("frontdesk/counter/desk.html", "frontdesk/counter/_queue.html", **_desk(seat))


@blueprint.post("/duduk")
@officers
def sit() -> Response:
    """Sit down at a counter."""
    with FormPage(SEAT, SeatForm(), _seats) as form:
        if form.counter.data not in _counters():
            raise Refusal("Pilih loket Anda.", "counter")
        services, take_over = form.services.data or [], form.take_over.data
        seats.sit(current_user, form.counter.data, services, clock.now(), take_over=take_over)
    return saved(url_for(".desk"), f"Anda di loket {form.counter.data}.")


@blueprint.post("/berdiri")
@officers
def stand_up() -> Response:
    """Leave the counter."""
    seats.stand_up(current_user)
    return saved(url_for(".desk"), "Anda meninggalkan loket.")


@blueprint.post("/berikutnya")
@officers
def call_next() -> Response:
    """Call whoever is next by the rule."""
    seat = my_seat()
    if seat is None:
        return told(url_for(".desk"), NO_SEAT)
    ticket = tickets.call_next(current_user, seat.counter, clock.now(), tuple(seat.services))
    if ticket is None:
        return told(url_for(".desk"), NOBODY)
    return saved(url_for(".desk"), news_of("call", number=ticket.number, counter=ticket.counter), ticket.number)


@blueprint.post("/<int:ticket_id>/panggil")
@officers
def call(ticket_id: int) -> Response:
    """Call this very number."""
    ticket, seat = _find(ticket_id), my_seat()
    if seat is None:
        return told(url_for(".desk"), NO_SEAT)
    ticket = tickets.call(ticket, current_user, seat.counter, clock.now())
    return saved(url_for(".desk"), news_of("call", number=ticket.number, counter=ticket.counter), ticket.number)


@blueprint.post("/<int:ticket_id>/langkah/<verb>")
@officers
def step(ticket_id: int, verb: str) -> Response:
    """A step that needs nothing else."""
    ticket = _find(ticket_id)
    if verb not in AT_ONCE:
        abort(404)
    ticket = tickets.take(ticket, verb, current_user, clock.now())
    place = url_for("visit_page.show", number=ticket.visit.number) if verb == "serve" else url_for(".desk")
    return saved(place, news_of(verb, number=ticket.number), ticket.number)


@blueprint.post("/<int:ticket_id>/selesai")
@officers
def finish(ticket_id: int) -> Response:
    """The visitor has been served."""
    ticket = _find(ticket_id)
    with _ticket_page(ticket, FinishForm()) as form:
        done = tickets.finish(ticket, current_user, form.result.data, clock.now())
    return saved(
        url_for(".desk"), news_of("finish", number=done.number, result=RESULT_LABELS[done.result].lower()), done.number
    )


@blueprint.post("/<int:ticket_id>/urungkan")
@officers
def undo_finish(ticket_id: int) -> Response:
    """The visitor was finished by mistake."""
    ticket = tickets.undo_finish(_find(ticket_id), current_user, clock.now())
    return saved(url_for(".desk"), news_of("undo", number=ticket.number), ticket.number)


@blueprint.post("/<int:ticket_id>/alihkan")
@officers
def transfer(ticket_id: int) -> Response:
    """Pass the visitor on to another queue."""
    ticket = _find(ticket_id)
    with _ticket_page(ticket, TransferForm()) as form:
        new = tickets.transfer(ticket, form.service.data, current_user, clock.now())
    return saved(
        url_for(".desk"),
        news_of("transfer", before=ticket.number, number=new.number, service=SERVICE_LABELS[new.service]),
        new.number,
    )


def _desk(seat: Seat) -> dict[str, Any]:
    """The desk: whom this counter has, who waits, who was served today."""
    day = clock.today()
    queue = Ticket.in_queue(day)
    return {
        **panel_of(Ticket.at_counter(day, seat.counter)),
        "queue": queue,
        "mine_waiting": sum(
            it.state == TicketState.WAITING and (not seat.services or it.service in seat.services) for it in queue
        ),
        "finished": [(it, _way_back(it, clock.now())) for it in Ticket.finished(day)[:LATEST_FINISHED]],
        "result_labels": RESULT_LABELS,
        "now": clock.now(),
        "wide": True,
        "breadcrumbs": work_trail(("Loket", "")),
    }


def _way_back(ticket: Ticket, at: datetime) -> tuple[str, str]:
    """(label, address) of what takes its end back; ("", "") where nothing does any more."""
    if may_return(ticket.state):
        return "Kembalikan", url_for(".step", ticket_id=ticket.id, verb="return")
    if may_serve_on(ticket.state, ticket.ended_at, at):
        return "Urungkan", url_for(".undo_finish", ticket_id=ticket.id)
    return "", ""


def _find(ticket_id: int) -> Ticket:
    return Ticket.find(ticket_id) or abort(404)


def _ticket_page(ticket: Ticket, form: AnyForm) -> FormPage[AnyForm]:
    """The number with what is missing; asked from the desk or from the visit's page alike."""
    return FormPage("frontdesk/counter/ticket.html", form, lambda: _around(_find(ticket.id), form))


def _around(ticket: Ticket, form: Form) -> dict[str, Any]:
    crumbs = work_trail(("Loket", url_for(".desk")), (f"Nomor {ticket.number}", ""))
    problems = {name or "": errors[0] for name, errors in form.errors.items()}
    return {**panel_of(ticket, problems), "breadcrumbs": crumbs}


def _counters() -> range:
    return range(1, max(the_office().desk_counters, 1) + 1)


def _who_sits(seat: Seat | None) -> str:
    return f"{seat.officer.name}, sejak {wording.clock_time(clock.local(seat.since))}" if seat else ""


def _seats() -> dict[str, Any]:
    taken = Seat.taken(clock.today())
    return {
        "counters": [(number, f"Loket {number}", _who_sits(taken.get(number))) for number in _counters()],
        "is_taken": any(seat.officer.id != current_user.id for seat in taken.values()),
        "queues": QUEUES,
        "seat": my_seat(),
        "on_duty": OnDuty.names(clock.today()),
        "breadcrumbs": work_trail(("Loket", url_for(".desk")), ("Pilih loket", "")),
    }
