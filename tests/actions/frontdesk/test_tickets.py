"""Numbers are called, served and finished; two counters that press at once never call the same."""

import threading
from datetime import timedelta

import pytest

from pst.actions import audit
from pst.actions.frontdesk import tickets
from pst.models.audit import Event
from pst.models.base import database
from pst.models.emails import Email
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.rules.frontdesk.tickets import TicketRefused, TicketState
from tests.factories import WHEN, an_officer, user
from tests.factories_desk import a_guest, a_visit, guests, served

pytestmark = pytest.mark.usefixtures("db")
S = TicketState
LATER = WHEN + timedelta(minutes=30)


def test_numbers_run_by_service_and_begin_anew_each_office_day():
    numbers = [a_guest(service=letter).ticket.number for letter in "KRKA"]
    tomorrow = a_guest(WHEN + timedelta(days=1), service="K").ticket

    assert numbers == ["K-001", "R-001", "K-002", "A-001"]
    assert tomorrow.number == "K-001"


def test_an_office_day_ends_at_midnight_in_the_office_not_in_london(db):
    evening = WHEN.replace(hour=16, minute=59)  # Senin, 23.59 WIB
    visit = a_visit()
    with database.atomic():
        before = tickets.issue(visit, "R", False, evening)
        after = tickets.issue(visit, "R", False, evening + timedelta(minutes=1))

    assert (before.day.day, before.number, after.day.day, after.number) == (23, "R-001", 24, "R-001")


def test_the_longest_waiting_is_called_and_the_times_are_kept():
    first, _second = guests(2)

    called = tickets.call_next(an_officer(), 1, LATER)

    assert (called.id, called.state, called.counter, called.calls) == (first.id, S.CALLED, 1, 1)
    assert (called.first_called_at, called.last_called_at) == (LATER, LATER)
    assert Event.latest("visit", called.visit.number).facts == {"ticket": "K-001", "counter": 1}


def test_a_counter_may_listen_to_some_queues_only():
    guests(1, "R")
    ticket = guests(1, "P", LATER)[0]

    assert tickets.call_next(an_officer(), 1, LATER, ("P", "J")).id == ticket.id
    assert tickets.call_next(user("petugas2"), 2, LATER, ("J",)) is None


def test_a_counter_with_a_visitor_calls_nobody_else():
    guests(2)
    tickets.call_next(an_officer(), 1, LATER)

    with pytest.raises(TicketRefused, match="masih menangani nomor K-001"):
        tickets.call_next(an_officer(), 1, LATER)

    assert tickets.call_next(user("petugas2"), 2, LATER).number == "K-002"


def test_two_counters_pressing_at_once_never_call_the_same_number():
    guests(24)
    officers = [an_officer(), user("petugas2")]
    called: list[list[str]] = [[], []]
    start = threading.Barrier(2)

    def press(place: int) -> None:
        start.wait()
        for turn in range(12):
            moment = LATER + timedelta(seconds=turn)
            ticket = tickets.call_next(officers[place], place + 1, moment)
            called[place].append(ticket.number)
            tickets.take(ticket, "serve", officers[place], moment)
            tickets.finish(ticket, officers[place], "selesai", moment)
        database.close()

    threads = [threading.Thread(target=press, args=(place,)) for place in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(called[0] + called[1]) == [f"K-{number:03d}" for number in range(1, 25)]
    assert audit.find_break() is None


def test_two_who_take_the_same_number_the_second_is_told():
    ticket = guests(1)[0]
    tickets.call(ticket, an_officer(), 1, LATER)

    with pytest.raises(TicketRefused, match="dipanggil"):
        tickets.call(ticket, user("petugas2"), 2, LATER)

    assert Ticket.get_by_id(ticket.id).counter == 1


def test_calling_again_counts_and_sounds_anew():
    ticket = guests(1)[0]
    tickets.call(ticket, an_officer(), 1, LATER)

    again = tickets.take(ticket, "call_again", an_officer(), LATER + timedelta(minutes=1))

    assert (again.calls, again.first_called_at, again.last_called_at) == (2, LATER, LATER + timedelta(minutes=1))


def test_whoever_is_put_aside_frees_the_counter_and_can_be_called_back():
    ticket = guests(1)[0]
    tickets.call(ticket, an_officer(), 1, LATER)

    held = tickets.take(ticket, "hold", an_officer(), LATER)
    assert (held.state, held.counter) == (S.HELD, None)

    assert tickets.call(held, an_officer(), 1, LATER).state == S.CALLED


def test_somebody_who_did_not_come_may_return_to_the_old_place():
    first, second = guests(2)
    tickets.call(first, an_officer(), 1, LATER)
    gone = tickets.take(first, "no_show", an_officer(), LATER)
    assert (gone.state, gone.ended_at) == (S.NO_SHOW, LATER)

    tickets.take(gone, "return", an_officer(), LATER)

    assert tickets.call_next(an_officer(), 1, LATER).id == first.id != second.id


def test_finishing_keeps_result_times_and_who_served_and_opens_the_survey():
    ticket = served(guests(1)[0], minutes=12, at=LATER)

    assert (ticket.state, ticket.result, ticket.ended_at - ticket.served_from) == (
        S.DONE,
        "selesai",
        timedelta(minutes=12),
    )
    assert Visit.get_by_id(ticket.visit_id).officer_id == an_officer().id
    rating = Rating.get(Rating.visit == ticket.visit_id)
    assert (rating.opens_at, rating.service) == (ticket.ended_at, "K")
    [mail] = Email.select()
    assert (mail.kind, mail.to, mail.facts["path"]) == ("satisfaction", "rahmat@contoh.test", f"/survei/{rating.token}")


def test_without_an_address_no_mail_goes():
    served(guests(1, email="")[0])

    assert Email.select().count() == 0


def test_a_visit_ends_with_a_known_result():
    ticket = guests(1)[0]
    tickets.call(ticket, an_officer(), 1, LATER)
    tickets.take(ticket, "serve", an_officer(), LATER)

    with pytest.raises(TicketRefused, match="hasil"):
        tickets.finish(ticket, an_officer(), "entah", LATER)
    assert Ticket.get_by_id(ticket.id).state == S.SERVING


def test_a_transfer_gives_a_new_number_that_keeps_its_place_in_time():
    guests(1, "R", LATER)
    ticket = guests(1, "K", WHEN, needs=["lansia"])[0]
    tickets.call(ticket, an_officer(), 1, LATER)

    passed = tickets.transfer(ticket, "R", an_officer(), LATER)

    assert (passed.number, passed.since, passed.issued_at, passed.priority) == ("R-002", WHEN, LATER, True)
    assert Ticket.get_by_id(ticket.id).state == S.TRANSFERRED
    assert tickets.call_next(an_officer(), 1, LATER).id == passed.id
    with pytest.raises(TicketRefused, match="layanan lain"):
        tickets.transfer(passed, "R", an_officer(), LATER)


def test_a_survey_opens_once_also_after_a_transfer():
    ticket = guests(1)[0]
    tickets.call(ticket, an_officer(), 1, LATER)
    served(tickets.transfer(ticket, "R", an_officer(), LATER), at=LATER)

    assert [row.service for row in Rating.select()] == ["R"]
    assert Email.select().count() == 1


def test_priority_comes_first_but_not_for_ever():
    ordinary = guests(1)[0]
    guests(4, "K", WHEN + timedelta(minutes=5), needs=["hamil"])

    order = []
    for turn in range(5):
        ticket = tickets.call_next(an_officer(), 1, LATER + timedelta(minutes=turn))
        order.append(ticket.number)
        tickets.take(ticket, "hold", an_officer(), LATER + timedelta(minutes=turn))

    assert order == ["K-002", "K-003", "K-004", "K-001", "K-005"]
    assert ordinary.number == "K-001"


def test_numbers_left_open_end_with_the_day():
    left = guests(2)
    done = served(guests(1, at=LATER)[0], at=LATER)

    assert tickets.end_earlier_days(WHEN + timedelta(hours=3)) == 0
    assert tickets.end_earlier_days(WHEN + timedelta(days=1)) == 2

    states = {row.id: row.state for row in Ticket.select()}
    assert states == {left[0].id: S.CANCELLED, left[1].id: S.CANCELLED, done.id: S.DONE}
