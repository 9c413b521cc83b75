"""The counter: call, serve, put aside, pass on, finish."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.frontdesk import tickets
from pst.forms.frontdesk.tickets import FinishForm, SeatForm, TransferForm
from pst.models.frontdesk.roster import OnDuty
from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.tickets import (
    RESULT_LABELS,
    SERVICE_LABELS,
    SERVICES,
    STATE_LABELS,
    STATE_TONES,
    TicketRefused,
    TicketState,
    open_steps,
)
from pst.rules.roles import Role
from pst.views.frontdesk.seat import Seat, leave_seat, my_seat, take_seat
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, refused, saved, told, wants_fragment
from pst.web.instance import the_office

blueprint = Blueprint("counter", __name__, url_prefix="/petugas/loket")
officers = roles(Role.OFFICER)

SAID = {
    "call": "Nomor {number} dipanggil ke loket {counter}.",
    "call_again": "Nomor {number} dipanggil lagi.",
    "serve": "Nomor {number} mulai dilayani.",
    "hold": "Nomor {number} ditunda; dapat dipanggil lagi dari daftar.",
    "no_show": "Nomor {number} dicatat tidak hadir.",
    "cancel": "Nomor {number} dibatalkan.",
    "return": "Nomor {number} kembali ke antrean pada urutannya semula.",
}
NO_SEAT = "Pilih dahulu loket Anda."
NOBODY = "Tidak ada yang menunggu."
FINISHED_SHOWN = 12
PLAIN_STEPS = ("serve", "call_again", "hold", "no_show", "cancel", "return")


@blueprint.get("")
@officers
def desk() -> Response | str:
    """Whom I have before me and who waits; first, where I sit."""
    seat = my_seat()
    if seat is None and wants_fragment():  # left in another window
        return Response(status=204, headers={"HX-Redirect": url_for(".desk")})
    if seat is None or "ganti" in request.args:
        return render_template("frontdesk/counter/seat.html", **_seats(SeatForm(formdata=None)))
    return page_or_fragment("frontdesk/counter/desk.html", "frontdesk/counter/_queue.html", **shown(seat))


@blueprint.post("/duduk")
@officers
def sit() -> Response:
    """Sit down at a counter."""
    form, counters = SeatForm(), _counters()
    if not form.validate_on_submit() or form.counter.data not in counters:
        form.counter.errors = form.counter.errors or ["Pilih loket Anda."]
        return refused("frontdesk/counter/seat.html", **_seats(form))
    take_seat(form.counter.data, form.services.data)
    return saved(url_for(".desk"), f"Anda di loket {form.counter.data}.")


@blueprint.post("/berdiri")
@officers
def stand_up() -> Response:
    """Leave the counter."""
    leave_seat()
    return saved(url_for(".desk"), "Anda meninggalkan loket.")


@blueprint.post("/berikutnya")
@officers
def call_next() -> Response:
    """Call whoever is next by the rule."""
    seat = my_seat()
    if seat is None:
        return told(url_for(".desk"), NO_SEAT)
    try:
        ticket = tickets.call_next(current_user, seat.counter, clock.now(), seat.services)
    except TicketRefused as refusal:
        return told(url_for(".desk"), str(refusal))
    if ticket is None:
        return told(url_for(".desk"), NOBODY)
    return saved(url_for(".desk"), _said("call", ticket), ticket.number)


@blueprint.post("/<int:ticket_id>/panggil")
@officers
def call(ticket_id: int) -> Response:
    """Call this very number."""
    ticket, seat = _find(ticket_id), my_seat()
    if seat is None:
        return told(url_for(".desk"), NO_SEAT)
    return _carry_out("call", lambda: tickets.call(ticket, current_user, seat.counter, clock.now()))


@blueprint.post("/<int:ticket_id>/langkah/<verb>")
@officers
def step(ticket_id: int, verb: str) -> Response:
    """A step that needs nothing else."""
    ticket = _find(ticket_id)
    if verb not in PLAIN_STEPS:
        abort(404)
    place = _visit_url(ticket) if verb == "serve" else ""
    return _carry_out(verb, lambda: tickets.take(ticket, verb, current_user, clock.now()), place)


@blueprint.post("/<int:ticket_id>/selesai")
@officers
def finish(ticket_id: int) -> Response:
    """The visitor has been served."""
    ticket, form = _find(ticket_id), FinishForm()
    if not form.validate_on_submit():
        return _again(ticket, result="Pilih dahulu hasil pelayanannya.")
    try:
        done = tickets.finish(ticket, current_user, form.result.data, clock.now())
    except TicketRefused as refusal:
        return told(_visit_url(ticket), str(refusal))
    return saved(url_for(".desk"), f"Nomor {done.number} selesai: {RESULT_LABELS[done.result].lower()}.", done.number)


@blueprint.post("/<int:ticket_id>/alihkan")
@officers
def transfer(ticket_id: int) -> Response:
    """Pass the visitor on to another queue."""
    ticket, form = _find(ticket_id), TransferForm()
    if not form.validate_on_submit() or form.service.data == ticket.service:
        return _again(ticket, service="Pilih layanan lain sebagai tujuan.")
    try:
        new = tickets.transfer(ticket, form.service.data, current_user, clock.now())
    except TicketRefused as refusal:
        return told(_visit_url(ticket), str(refusal))
    return saved(
        url_for(".desk"),
        f"Nomor {ticket.number} menjadi {new.number} ({SERVICE_LABELS[new.service]}).",
        new.number,
    )


def panel(ticket: Ticket | None, **problems: str) -> dict[str, Any]:
    """What can be done with one ticket, for the desk and for the visit's page; problems by the name of a field."""
    steps = {step.verb: step.label for step in open_steps(ticket.state)} if ticket else {}
    goals = [(service.letter, service.label) for service in SERVICES if ticket and service.letter != ticket.service]
    return {
        "ticket": ticket,
        "steps": steps,
        "plain_steps": [(verb, label) for verb, label in steps.items() if verb in PLAIN_STEPS],
        "results": list(RESULT_LABELS.items()),
        "goals": goals,
        "service_labels": SERVICE_LABELS,
        "state_labels": STATE_LABELS,
        "state_tones": STATE_TONES,
        "seat": my_seat(),
        "problems": problems,
    }


def shown(seat: Seat) -> dict[str, Any]:
    """The desk: whom this counter has, who waits, who was served today."""
    day = clock.today()
    queue = Ticket.in_queue(day)
    return {
        **panel(Ticket.at_counter(day, seat.counter)),
        "queue": queue,
        "mine_waiting": sum(
            it.state == TicketState.WAITING and (not seat.services or it.service in seat.services) for it in queue
        ),
        "finished": Ticket.finished(day)[:FINISHED_SHOWN],
        "result_labels": RESULT_LABELS,
        "now": clock.now(),
        "wide": True,
        "breadcrumbs": [("Pekerjaan", url_for("worklist.desk")), ("Loket", "")],
    }


def _carry_out(verb: str, act: Callable[[], Ticket], place: str = "") -> Response:
    try:
        ticket = act()
    except TicketRefused as refusal:
        return told(url_for(".desk"), str(refusal))
    return saved(place or url_for(".desk"), _said(verb, ticket), ticket.number)


def _said(verb: str, ticket: Ticket) -> str:
    return SAID[verb].format(number=ticket.number, counter=ticket.counter)


def _find(ticket_id: int) -> Ticket:
    return Ticket.find(ticket_id) or abort(404)


def _visit_url(ticket: Ticket) -> str:
    return url_for("visit_page.show", number=ticket.visit.number)


def _again(ticket: Ticket, **problems: str) -> Response:
    """The number with what is missing; asked from the desk or from the visit's page alike."""
    crumbs = [
        ("Pekerjaan", url_for("worklist.desk")),
        ("Loket", url_for(".desk")),
        (f"Nomor {ticket.number}", ""),
    ]
    return refused("frontdesk/counter/ticket.html", **panel(ticket, **problems), breadcrumbs=crumbs)


def _counters() -> range:
    return range(1, max(the_office().desk_counters, 1) + 1)


def _seats(form: SeatForm) -> dict[str, Any]:
    return {
        "form": form,
        "counters": [(number, f"Loket {number}") for number in _counters()],
        "seat": my_seat(),
        "on_duty": OnDuty.names(clock.today()),
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            ("Loket", url_for(".desk")),
            ("Pilih loket", ""),
        ],
    }
