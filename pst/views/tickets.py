"""The waiting room: the board with the numbers that are called, and one's own place on one's own phone."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response

from pst import clock
from pst.models.office import the_office
from pst.models.roster import OnDuty, timetable
from pst.models.satisfaction import Rating
from pst.models.tickets import Ticket
from pst.paper.ticket_slip import SlipFacts, ticket_slip_pdf
from pst.rules import wording
from pst.rules.roster import desk_state, hours_in_words
from pst.rules.tickets import (
    AT_COUNTER,
    OPEN,
    SERVICE_LABELS,
    STATE_LABELS,
    STATE_TONES,
    TicketState,
    ahead_of,
    spoken_call,
)
from pst.rules.waiting import expected_wait
from pst.views.access import public
from pst.views.fragments import page_or_fragment, wants_fragment
from pst.views.limits import limit_misses

blueprint = Blueprint("tickets", __name__, url_prefix="/antrean")
AT_WORK = timedelta(minutes=45)
"""A counter that called nobody for so long is not counted as working."""
POLLING_ENDS = 286
"""htmx stops asking when it reads this."""


@blueprint.get("")
@public
def board() -> Response:
    """Numbers only: the one called last, the four before, who is on duty, until when."""
    day = clock.today()
    called = Ticket.called(day, 5)
    table = timetable(the_office(), day)
    return page_or_fragment(
        "tickets/board.html", "tickets/_board.html", latest=called[0] if called else None, earlier=called[1:],
        spoken=spoken_call(called[0].number, called[0].counter) if called else "", waiting=len(Ticket.waiting(day)),
        on_duty=OnDuty.names(day), hours=hours_in_words(table.hours_on(day)),
        desk=desk_state(table, clock.local(clock.now())), now=clock.now(), plain=True, wide=True,
    )  # fmt: skip


@blueprint.get("/<code>")
@public
@limit_misses
def place(code: str) -> Response:
    """How many are ahead of this number, and how long it will take; whoever holds the code may know."""
    context = _place(_find(code))
    is_over = context["ticket"].state not in OPEN
    status = POLLING_ENDS if is_over and wants_fragment() else 200
    return page_or_fragment("tickets/place.html", "tickets/_place.html", status, **context)


@blueprint.get("/<code>/struk.pdf")
@public
@limit_misses
def slip(code: str) -> Response:
    """The number on paper, 80 mm wide."""
    ticket = _find(code)
    rating, site = Rating.of(ticket.visit), current_app.extensions["pst_config"].site
    issued = clock.local(ticket.issued_at)
    facts = SlipFacts(
        office=the_office().office_short, number=ticket.number, service=SERVICE_LABELS[ticket.service],
        when=wording.long_moment(issued), priority=ticket.priority, place_url=f"{site}/antrean/{ticket.code}",
        code=ticket.code, survey_url=f"{site}/survei/{rating.token}" if rating and rating.token else "",
        made_at=ticket.issued_at,
    )  # fmt: skip
    answer = make_response(ticket_slip_pdf(facts))
    answer.mimetype = "application/pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="antrean-{ticket.number}.pdf"'
    return answer


def _find(code: str) -> Ticket:
    return Ticket.by_plain_code(code) or abort(404)


def _place(asked: Ticket) -> dict[str, Any]:
    """What the visitor reads; after a transfer, about the number that is valid now."""
    ticket = asked
    while ticket.state == TicketState.TRANSFERRED and (follower := Ticket.follower(ticket)) is not None:
        ticket = follower
    day = clock.today()
    ahead = ahead_of(ticket.as_queued, Ticket.waiting(ticket.day, (ticket.service,)))
    return {
        "code": asked.code,
        "ticket": ticket,
        "before": asked.number if ticket.id != asked.id else "",
        "service": SERVICE_LABELS[ticket.service],
        "state": STATE_LABELS[ticket.state],
        "tone": STATE_TONES[ticket.state],
        "waits": ticket.state == TicketState.WAITING and ticket.day == day,
        "is_called": ticket.state == TicketState.CALLED,
        "at_counter": ticket.state in AT_COUNTER,
        "ended": ticket.state not in OPEN,
        "ahead": ahead,
        "minutes": _minutes(ticket, ahead),
        "now": clock.now(),
    }


def _minutes(ticket: Ticket, ahead: int) -> int:
    """The expected wait from what today's visitors of this service really took."""
    served = Ticket.serving_times(ticket.day, ticket.day, ticket.service)
    counters = Ticket.counters_at_work(ticket.day, clock.now() - AT_WORK)
    return expected_wait(ahead, served, counters, the_office().usual_minutes)
