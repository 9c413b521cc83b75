"""Sitting down: one officer at one counter."""

from datetime import date

import pytest

from pst.actions.frontdesk import seats
from pst.models.audit import Event
from pst.models.frontdesk.seats import Seat
from tests.factories import WHEN, user

MONDAY = date(2026, 11, 23)  # Senin


def where() -> dict[int, str]:
    return {counter: seat.officer.name for counter, seat in Seat.taken(MONDAY).items()}


@pytest.mark.parametrize(("chosen", "kept"), [([], ""), (["P", "R"], "RP"), ("AJPKR", ""), (["X", "K"], "K")])
def test_a_counter_calls_its_queues_in_the_order_of_the_services_and_all_is_none(db, chosen, kept):
    seats.sit(user("petugas"), 2, chosen, WHEN)

    assert Seat.of(user("petugas"), MONDAY).services == kept


def test_whoever_comes_second_hears_who_sits_there_and_may_take_over(db):
    seats.sit(user("petugas"), 1, [], WHEN)

    with pytest.raises(seats.SeatTaken, match=r"duduk Sinta Petugas sejak 09\.00"):
        seats.sit(user("petugas2"), 1, [], WHEN)
    assert where() == {1: "Sinta Petugas"}

    seats.sit(user("petugas2"), 1, [], WHEN, take_over=True)

    assert where() == {1: "Bayu Petugas"}
    assert Event.last().verb == "take_over" and Event.last().facts == {"from": "Sinta Petugas"}


def test_whoever_moves_or_leaves_sits_there_no_more(db):
    seats.sit(user("petugas"), 1, [], WHEN)
    seats.sit(user("petugas"), 2, [], WHEN)
    assert where() == {2: "Sinta Petugas"}

    seats.stand_up(user("petugas"))

    assert where() == {}
