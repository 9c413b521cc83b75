"""One number of the queue with what can be done with it: on the counter's desk and on the visit's page."""

from typing import Any

from flask_login import current_user

from pst import clock
from pst.models.frontdesk.seats import Seat
from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.tickets import RESULT_LABELS, SERVICE_LABELS, SERVICES, STATE_LABELS, STATE_TONES, open_steps


def my_seat() -> Seat | None:
    """Where I sit today, or None."""
    return Seat.of(current_user, clock.today())


def panel_of(ticket: Ticket | None, problems: dict[str, str] | None = None) -> dict[str, Any]:
    """What the panel shows; problems by the name of a field."""
    steps = open_steps(ticket.state) if ticket else []
    goals = [(service.letter, service.label) for service in SERVICES if ticket and service.letter != ticket.service]
    return {
        "ticket": ticket,
        "steps": {step.verb for step in steps},
        "plain_steps": [
            (step.verb, step.label, "primary" if step.forward else "secondary") for step in steps if step.at_once
        ],
        "results": list(RESULT_LABELS.items()),
        "goals": goals,
        "service_labels": SERVICE_LABELS,
        "state_labels": STATE_LABELS,
        "state_tones": STATE_TONES,
        "seat": my_seat(),
        "problems": problems or {},
    }
