"""The waiting room: the board with the numbers that are called, and one's own place on one's own phone."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, abort

from pst import clock
from pst.actions.frontdesk import visits
from pst.models.frontdesk.roster import OnDuty
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.roster import hours_in_words
from pst.rules.frontdesk.tickets import (
    OPEN,
    SERVICES,
    SERVICES_LETTERED,
    STATE_LABELS,
    STATE_TONES,
    TicketState,
    ahead_of,
    place_words,
    rests,
    spoken_call,
)
from pst.rules.frontdesk.waiting import expected_wait
from pst.views.frontdesk.desk_papers import slip_paper
from pst.web.access import public
from pst.web.fragments import page_or_fragment, wants_fragment
from pst.web.instance import the_office
from pst.web.limits import limit_misses

blueprint = Blueprint("tickets", __name__, url_prefix="/antrean")
SHOWN = 5
"""Calls on the board: the latest, and four before it."""
AT_WORK = timedelta(minutes=45)
"""A counter that called nobody for so long is not counted as working."""
POLLING_ENDS = 286
"""htmx stops asking when it reads this."""


@blueprint.get("")
@public
def board() -> Response:
    """Numbers only: the one called last, the four before, who is on duty, until when."""
    now, day = clock.now(), clock.today()
    calls = [(ticket, spoken_call(ticket.number, ticket.counter)) for ticket in Ticket.called(day, SHOWN)]
    desk = visits.desk_now(now)
    return page_or_fragment(
        "frontdesk/tickets/board.html",
        "frontdesk/tickets/_board.html",
        calls=calls,
        waiting=len(Ticket.waiting(day)),
        on_duty=OnDuty.names(day),
        hours=hours_in_words(desk.hours_today),
        desk=desk,
        rests=rests(desk.is_open, calls[0][0].last_called_at if calls else None, now),
        services=SERVICES,
        now=now,
        plain=True,
    )


@blueprint.get("/<code>")
@public
@limit_misses
def place(code: str) -> Response:
    """How many are ahead of this number, and how long it will take; whoever holds the code may know."""
    context = _place(_find(code))
    status = POLLING_ENDS if context["ended"] and wants_fragment() else 200
    return page_or_fragment("frontdesk/tickets/place.html", "frontdesk/tickets/_place.html", status, **context)


@blueprint.get("/<code>/struk.pdf")
@public
@limit_misses
def slip(code: str) -> Response:
    """The number on paper, 80 mm wide."""
    return slip_paper(_find(code))


def _find(code: str) -> Ticket:
    return Ticket.by_plain_code(code) or abort(404)


def _place(asked: Ticket) -> dict[str, Any]:
    """What the visitor reads; after a transfer, about the number that is valid now."""
    ticket = Ticket.last_of(asked)
    now, today = clock.now(), clock.today()
    state = TicketState(ticket.state)
    if state in OPEN and ticket.day < today:
        state = TicketState.CANCELLED  # the minute job will write it down
    ahead = ahead_of(ticket.as_queued, Ticket.waiting(ticket.day))
    return {
        "code": asked.code,
        "ticket": ticket,
        "before": asked.number if ticket.id != asked.id else "",
        "service": SERVICES_LETTERED[ticket.service],
        "state": state,
        "label": STATE_LABELS[state],
        "tone": STATE_TONES[state],
        "waits": state == TicketState.WAITING,
        "desk_opens": visits.desk_now(now).opens_in_words if state == TicketState.WAITING else "",
        "said": place_words(state, ticket.counter),
        "ended": state not in OPEN,
        "ahead": ahead,
        "minutes": _minutes(ticket, ahead),
        "survey": Rating.open_token(ticket.visit, now),
        "now": now,
    }


def _minutes(ticket: Ticket, ahead: int) -> int:
    """The expected wait from what today's visitors really took. Counters call from every queue unless told otherwise,
    so whoever waits before this number counts, whatever the service."""
    served = Ticket.serving_times(ticket.day, ticket.day)
    counters = Ticket.counters_at_work(ticket.day, clock.now() - AT_WORK)
    return expected_wait(ahead, served, counters, the_office().usual_minutes)
