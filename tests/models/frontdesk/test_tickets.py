"""Tickets as the board, the counters, the visitor and the report read them."""

from datetime import date, timedelta

import pytest

from pst.actions.frontdesk import tickets
from pst.models.frontdesk.tickets import Ticket
from tests.factories import WHEN, an_officer, user
from tests.factories_desk import a_guest, guests, served

pytestmark = pytest.mark.usefixtures("db")
DAY = date(2026, 11, 23)  # Senin
MINUTE = timedelta(minutes=1)


def call(ticket: Ticket, minutes: int, counter: int = 1) -> Ticket:
    return tickets.call(ticket, an_officer(), counter, WHEN + minutes * MINUTE)


def test_who_waits_is_read_by_service():
    one, two = guests(2)
    other = a_guest(WHEN + 5 * MINUTE, service="R", needs=["lansia"]).ticket

    assert [waiting.id for waiting in Ticket.waiting(DAY, ("K",))] == [one.id, two.id]
    assert {(waiting.id, waiting.priority) for waiting in Ticket.waiting(DAY)} == {
        (one.id, False),
        (two.id, False),
        (other.id, True),
    }
    assert Ticket.waiting(DAY + timedelta(days=1)) == []


def test_the_board_shows_the_latest_calls_first_and_forgets_what_was_put_aside():
    first, second, third = guests(3)
    call(first, 10)
    call(second, 12, counter=2)
    call(third, 13, counter=3)
    tickets.take(second, "hold", an_officer(), WHEN + 14 * MINUTE)
    tickets.take(first, "call_again", an_officer(), WHEN + 15 * MINUTE)

    assert [(it.number, it.counter, it.calls) for it in Ticket.called(DAY)] == [("K-001", 1, 2), ("K-003", 3, 1)]
    assert [it.number for it in Ticket.called(DAY, 1)] == ["K-001"]


def test_a_ticket_is_found_by_its_code_however_it_was_typed():
    ticket = a_guest().ticket

    assert Ticket.by_plain_code(f" {ticket.code.lower().replace('-', ' ')} ").id == ticket.id
    assert Ticket.by_plain_code("7KMP-2QXA-W9DT-3HFB") is None
    assert Ticket.by_plain_code("K-001") is None


def test_the_number_that_is_valid_now_is_the_last_of_its_transfers():
    ticket = a_guest().ticket
    assert Ticket.last_of(ticket).id == ticket.id

    call(ticket, 1)
    second = tickets.transfer(ticket, "P", an_officer(), WHEN + 2 * MINUTE)
    call(second, 3)
    third = tickets.transfer(second, "R", an_officer(), WHEN + 4 * MINUTE)

    assert Ticket.last_of(Ticket.find(ticket.id)).number == third.number == "R-001"


def test_waiting_and_serving_are_measured_from_the_moments_kept():
    early, late = guests(2)
    served(early, minutes=10, at=WHEN + 5 * MINUTE)
    served(late, minutes=20, at=WHEN + 16 * MINUTE)

    assert Ticket.waiting_times(DAY, DAY, "K") == [5 * MINUTE, 15 * MINUTE]
    assert Ticket.serving_times(DAY, DAY) == [10 * MINUTE, 20 * MINUTE]
    assert Ticket.serving_times(DAY, DAY, "R") == []
    done = Ticket.find(early.id)
    assert (done.waited(WHEN), done.served(WHEN)) == (5 * MINUTE, 10 * MINUTE)


def test_one_who_still_waits_has_waited_so_far_and_was_not_served():
    ticket = a_guest().ticket

    assert (ticket.waited(WHEN + 7 * MINUTE), ticket.served(WHEN)) == (7 * MINUTE, None)


def test_counters_at_work_have_a_visitor_or_called_one_lately():
    one, two, _ = guests(3)
    call(one, 1, counter=1)
    served(two, minutes=2, at=WHEN + 2 * MINUTE, officer=user("petugas2"), counter=2)

    assert Ticket.counters_at_work(DAY, WHEN) == 2
    assert Ticket.counters_at_work(DAY, WHEN + 30 * MINUTE) == 1


def test_last_calls_tell_whether_they_were_priority_newest_first():
    plain = a_guest().ticket
    elder = a_guest(WHEN + MINUTE, needs=["lansia"]).ticket
    call(plain, 5)
    call(elder, 6, counter=2)

    assert (Ticket.last_calls(DAY, 3), Ticket.last_calls(DAY, 1), Ticket.last_calls(DAY, 0)) == (
        [True, False],
        [True],
        [],
    )


def test_numbers_left_open_on_earlier_days_are_found():
    left, done = guests(2)
    served(done, minutes=1)

    assert [it.id for it in Ticket.left_open(DAY + timedelta(days=1))] == [left.id]
    assert list(Ticket.left_open(DAY)) == []


def test_the_counter_reads_its_visitor_the_queue_and_what_ended():
    mine, aside, waits = guests(3)
    call(aside, 1)
    tickets.take(aside, "hold", an_officer(), WHEN + 2 * MINUTE)
    call(mine, 3)

    assert Ticket.at_counter(DAY, 1).number == mine.number
    assert Ticket.at_counter(DAY, 2) is None
    assert [it.number for it in Ticket.in_queue(DAY)] == [aside.number, waits.number]
    tickets.take(mine, "no_show", an_officer(), WHEN + 9 * MINUTE)
    assert [it.number for it in Ticket.finished(DAY)] == [mine.number]
    assert sorted(Ticket.states(DAY, DAY)) == [("K", "held"), ("K", "no_show"), ("K", "waiting")]


def test_the_tickets_of_visits_are_read_in_one_go(count_queries):
    signed = [a_guest(name=name) for name in ("Ani", "Budi")]

    with count_queries() as seen:
        found = Ticket.of_visits([it.visit.id for it in signed])

    assert {visit: ticket.id for visit, ticket in found.items()} == {it.visit.id: it.ticket.id for it in signed}
    assert (seen.number, Ticket.of_visits([])) == (1, {})
    assert [it.id for it in Ticket.of_visit(signed[0].visit)] == [signed[0].ticket.id]
