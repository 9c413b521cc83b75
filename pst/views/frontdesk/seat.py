"""At which counter an officer sits and which queues it calls; kept with the signed-in browser."""

from dataclasses import dataclass

from flask import session

from pst.rules.frontdesk.tickets import LETTERS

KEPT = "seat"


@dataclass(frozen=True)
class Seat:
    """A counter and the queues it calls; none named means all."""

    counter: int
    services: tuple[str, ...]


def take_seat(counter: int, services: list[str]) -> None:
    """Sit down; all queues chosen is the same as none."""
    chosen = [letter for letter in LETTERS if letter in services]
    session[KEPT] = [counter, "".join(chosen) if len(chosen) < len(LETTERS) else ""]


def leave_seat() -> None:
    session.pop(KEPT, None)


def my_seat() -> Seat | None:
    """Where I sit, or None."""
    kept = session.get(KEPT)
    return Seat(kept[0], tuple(kept[1])) if kept else None
