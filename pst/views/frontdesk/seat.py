"""At which counter an officer sits and which queues it calls; kept with the signed-in browser."""

from dataclasses import dataclass

from flask import session

from pst.rules.frontdesk.tickets import LETTERS

SESSION = "seat"


@dataclass(frozen=True)
class Seat:
    """A counter and the queues it calls; none named means all."""

    counter: int
    services: tuple[str, ...]


def take_seat(counter: int, services: list[str]) -> None:
    """Sit down; all queues chosen is the same as none."""
    chosen = [letter for letter in LETTERS if letter in services]
    session[SESSION] = [counter, "".join(chosen) if len(chosen) < len(LETTERS) else ""]


def leave_seat() -> None:
    session.pop(SESSION, None)


def my_seat() -> Seat | None:
    """Where I sit, or None."""
    seat = session.get(SESSION)
    return Seat(seat[0], tuple(seat[1])) if seat else None
