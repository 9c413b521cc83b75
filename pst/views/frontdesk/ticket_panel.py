"""One number of the queue with what can be done with it: on the counter's desk and on the visit's page."""

from typing import Any

from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.tickets import (
    RESULT_LABELS,
    SERVICE_LABELS,
    SERVICES,
    STATE_LABELS,
    STATE_TONES,
    open_steps,
)
from pst.views.frontdesk.seat import my_seat

PLAIN_STEPS = ("serve", "call_again", "hold", "no_show", "cancel", "return")
"""Steps that need nothing but the press of their button."""


def panel_of(ticket: Ticket | None, **problems: str) -> dict[str, Any]:
    """What the panel shows; problems by the name of a field."""
    steps = {step.verb: step.label for step in open_steps(ticket.state)} if ticket else {}
    goals = [(service.letter, service.label) for service in SERVICES if ticket and service.letter != ticket.service]
    return {
        "ticket": ticket,
        "steps": steps,
        "plain_steps": [
            (verb, label, "primary" if verb == "serve" else "secondary")
            for verb, label in steps.items()
            if verb in PLAIN_STEPS
        ],
        "results": list(RESULT_LABELS.items()),
        "goals": goals,
        "service_labels": SERVICE_LABELS,
        "state_labels": STATE_LABELS,
        "state_tones": STATE_TONES,
        "seat": my_seat(),
        "problems": problems,
    }
