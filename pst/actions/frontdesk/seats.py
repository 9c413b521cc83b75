"""Sitting down at a counter and leaving it: one officer at one counter, and taking it over is an act of its own."""

from collections.abc import Iterable
from datetime import datetime

from pst.actions import audit
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.frontdesk.seats import Seat
from pst.rules import wording
from pst.rules.frontdesk.tickets import LETTERS
from pst.rules.refusals import Refusal


class SeatTaken(Refusal):
    """Somebody else sits there."""

    field = "counter"


def sit(officer: User, counter: int, services: Iterable[str], at: datetime, *, take_over: bool = False) -> None:
    """Sit down; all queues chosen is the same as none. Raises `SeatTaken` unless the counter is to be taken over."""
    wanted = set(services)
    chosen = "".join(letter for letter in LETTERS if letter in wanted)
    with write():
        before = Seat.taken(local(at).date()).get(counter)
        if before and before.officer.id != officer.id and not take_over:
            since = wording.clock_time(local(before.since))
            sitting = f"Di loket {counter} duduk {before.officer.name} sejak {since}."
            raise SeatTaken(f"{sitting} Centang “Ambil alih” untuk menggantikan.")
        Seat.delete().where((Seat.counter == counter) | (Seat.officer == officer.id)).execute()
        services = chosen if len(chosen) < len(LETTERS) else ""
        Seat.create(counter=counter, officer=officer, services=services, since=at)
        if before and before.officer.id != officer.id:
            facts = {"from": before.officer.name}
            audit.record("queue", f"loket-{counter}", "take_over", officer, at, facts=facts)


def stand_up(officer: User) -> None:
    """Leave the counter."""
    with write():
        Seat.delete().where(Seat.officer == officer.id).execute()
