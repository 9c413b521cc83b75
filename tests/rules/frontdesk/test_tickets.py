"""The queue's rules: who is next, what may be done with a ticket, how numbers are written and said."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.frontdesk import tickets
from pst.rules.frontdesk.tickets import InQueue, TicketRefused, TicketState, ahead_of, find_step, next_of, open_steps

NINE = datetime(2026, 11, 23, 2, 0)  # Senin, 09.00 WIB
S = TicketState


def waiting(number: int, minutes: int = 0, priority: bool = False) -> InQueue:
    return InQueue(number, NINE + timedelta(minutes=minutes), priority)


QUEUES = st.lists(st.tuples(st.integers(0, 90), st.booleans()), max_size=12).map(
    lambda rows: [waiting(number, *row) for number, row in enumerate(rows)]
)


def test_whoever_has_waited_longest_is_next():
    assert next_of([waiting(1, 5), waiting(2, 1), waiting(3, 9)]) == waiting(2, 1)


def test_elderly_pregnant_and_disabled_visitors_come_first():
    assert next_of([waiting(1, 0), waiting(2, 30, True), waiting(3, 20, True)]) == waiting(3, 20, True)


def test_after_three_priority_calls_one_of_the_others_is_called():
    queue = [waiting(1, 0), waiting(2, 30, True)]

    assert next_of(queue, [True, True, True]) == waiting(1, 0)
    assert next_of(queue, [True, True]) == waiting(2, 30, True)
    assert next_of(queue, [True, False, True, True]) == waiting(2, 30, True)
    assert next_of([waiting(2, 30, True)], [True, True, True]) == waiting(2, 30, True)


def test_an_office_may_let_priority_always_come_first():
    assert next_of([waiting(1, 0), waiting(2, 30, True)], [True] * 9, run=0) == waiting(2, 30, True)


def test_nobody_waits_and_nobody_is_next():
    assert next_of([]) is None


@given(QUEUES)
def test_everybody_is_called_once_and_nobody_is_overtaken_by_a_later_one_of_their_kind(queue):
    called: list[InQueue] = []
    left = list(queue)
    while (ticket := next_of(left, [done.priority for done in reversed(called)])) is not None:
        left.remove(ticket)
        called.append(ticket)

    assert sorted(it.id for it in called) == [it.id for it in queue]
    for kind in (True, False):
        mine = [(it.since, it.id) for it in called if it.priority is kind]
        assert mine == sorted(mine)


@given(QUEUES)
def test_no_more_than_three_priority_calls_pass_somebody_who_waits(queue):
    last: list[bool] = []
    left = list(queue)
    run = 0
    while (ticket := next_of(left, last)) is not None:
        run = run + 1 if ticket.priority and any(not it.priority for it in left) else 0
        assert run <= 3
        left.remove(ticket)
        last.insert(0, ticket.priority)


def test_people_ahead_are_those_who_are_called_before():
    queue = [waiting(1, 0), waiting(2, 10, True), waiting(3, 5)]

    assert [ahead_of(mine, queue) for mine in queue] == [1, 0, 2]


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        (S.WAITING, ["call", "cancel"]),
        (S.CALLED, ["serve", "call_again", "hold", "no_show", "transfer", "cancel"]),
        (S.SERVING, ["finish", "hold", "transfer"]),
        (S.HELD, ["call", "no_show", "transfer", "cancel"]),
        (S.NO_SHOW, ["return"]),
        (S.DONE, ["undo"]),
        (S.TRANSFERRED, []),
        (S.CANCELLED, []),
    ],
)
def test_what_may_be_done_with_a_ticket_in_each_state(state, verbs):
    assert [step.verb for step in open_steps(state)] == verbs


def test_a_step_out_of_time_says_how_the_number_stands():
    with pytest.raises(TicketRefused, match="sudah “selesai”"):
        find_step(S.DONE, "call")
    with pytest.raises(TicketRefused, match="tidak dikenal"):
        find_step(S.WAITING, "fly")
    assert find_step(S.WAITING, "call").target == S.CALLED


def test_every_state_result_and_service_has_its_word():
    assert set(tickets.STATE_LABELS) == set(tickets.STATE_TONES) == set(TicketState)
    assert tickets.LETTERS == ("R", "K", "P", "J", "A")


def test_once_it_no_longer_waits_a_number_has_words_for_its_visitor():
    assert [state for state in S if tickets.place_words(state, 1) is None] == [S.WAITING]
    assert tickets.place_words(S.CALLED, 2) == ("warning", "Silakan menuju loket 2", "Nomor Anda sedang dipanggil.")
    assert not any("{" in "".join(tickets.place_words(state, 1) or ()) for state in S)


def test_numbers_are_written_short_and_said_digit_by_digit():
    assert tickets.ticket_number("R", 7) == "R-007"
    assert tickets.ticket_number("K", 1204) == "K-1204"
    assert tickets.spoken_call("R-012", 2) == "Nomor antrean R, nol, satu, dua. Silakan menuju loket dua."


def test_a_closed_board_shows_numbers_only_while_the_last_visitors_are_served():
    assert not tickets.rests(True, None, NINE)
    assert tickets.rests(False, None, NINE)
    assert not tickets.rests(False, NINE, NINE + timedelta(minutes=29))
    assert tickets.rests(False, NINE, NINE + timedelta(minutes=30))
