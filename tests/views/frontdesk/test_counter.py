"""The counter through its pages: sit down, call, serve, put aside, pass on, finish."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine

from pst.models.audit import Event
from pst.models.frontdesk.tickets import Ticket
from tests.factories import WHEN, user
from tests.factories_desk import a_guest, guests
from tests.views.frontdesk.at_the_counter import DESK, press, sit_down

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def sits(browse):
    """`sits(2, "R")`: an officer's browser at this counter, calling these queues."""
    return partial(sit_down, browse)


def state_of(ticket: Ticket) -> str:
    return Ticket.get_by_id(ticket.id).state


def test_first_one_says_where_one_sits(browse):
    browser = browse(user("petugas"))
    page = browser.get(DESK)
    assert page.html.h1.text == "Di loket mana Anda?"

    page.forms["seat"]["counter"] = "2"
    desk = page.forms["seat"].submit(status=303).follow()

    assert desk.html.h1.text == "Loket 2"
    assert "Tidak ada yang menunggu." in desk


@pytest.mark.parametrize("counter", ["", "0", "3", "99", "x"])
def test_there_are_only_as_many_counters_as_the_office_has(browse, counter):
    form = browse(user("petugas")).get(DESK).forms["seat"]
    form["counter"].force_value(counter)

    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == "#counter"


def test_without_a_seat_nobody_is_called(sits):
    [ticket] = guests(1)
    browser = sits(1)
    page = browser.get(DESK)
    press(browser, "Tinggalkan loket")

    said = page.forms["next"].submit(status=303).follow()

    assert "Pilih dahulu loket Anda." in said
    assert state_of(ticket) == "waiting"


def test_the_next_is_called_served_and_finished(sits):
    first, second = guests(2)
    browser = sits(1)

    called = browser.get(DESK).forms["next"].submit(status=303).follow()
    assert f"Nomor {first.number} dipanggil ke loket 1." in called
    assert "next" not in called.forms
    visit = press(browser, "Mulai layani").follow()
    assert visit.html.h1.text == "Data penduduk miskin 2025"
    done = visit.forms["finish"].submit(status=303).follow()

    assert "keperluan selesai dilayani" in done
    row = Ticket.get_by_id(first.id)
    assert (row.state, row.result, row.counter, state_of(second)) == ("done", "selesai", 1, "waiting")
    events = [(event.verb, event.actor_name) for event in Event.of("visit", first.visit.number)][2:]
    assert events == [(verb, "Sinta Petugas") for verb in ("call", "serve", "finish")]


def test_calling_when_nobody_waits_says_so(sits):
    said = sits(1).get(DESK).forms["next"].submit(status=303).follow()

    assert "Tidak ada yang menunggu." in said.html.select_one(".pst-flash").text


def test_a_counter_for_some_queues_leaves_the_others_waiting(sits):
    asking = a_guest(service="K").ticket
    reading = a_guest(WHEN + timedelta(minutes=5), service="P").ticket

    sits(2, "P").get(DESK).forms["next"].submit(status=303)

    assert (state_of(asking), state_of(reading)) == ("waiting", "called")


@pytest.mark.parametrize(
    ("label", "state"),
    [("Panggil lagi", "called"), ("Tunda", "held"), ("Tidak hadir", "no_show"), ("Batalkan", "cancelled")],
)
def test_a_called_number_takes_its_step_at_one_press(sits, label, state):
    [ticket] = guests(1)
    browser = sits(1)
    browser.get(DESK).forms["next"].submit(status=303)

    press(browser, label)

    assert state_of(ticket) == state


def test_somebody_put_aside_is_called_back_by_number(sits):
    first, second = guests(2)
    browser = sits(1)
    browser.get(DESK).forms["next"].submit(status=303)
    press(browser, "Tunda")

    page = browser.get(DESK)
    form = next(form for form in set(page.forms.values()) if form.action.endswith(f"/{first.id}/panggil"))
    form.submit(status=303)

    assert (state_of(first), state_of(second)) == ("called", "waiting")


def test_a_transfer_gives_a_number_of_the_other_queue(sits):
    [ticket] = guests(1)
    browser = sits(1)
    form = browser.get(DESK).forms["next"].submit(status=303).follow().forms["transfer"]

    form["service"] = "R"
    said = form.submit(status=303).follow()

    assert f"Nomor {ticket.number} menjadi R-001 (Rekomendasi kegiatan statistik)." in said
    assert [(it.number, it.state) for it in Ticket.select().order_by(Ticket.id)] == [
        ("K-001", "transferred"),
        ("R-001", "waiting"),
    ]


@pytest.mark.parametrize(("form_id", "field", "value"), [("transfer", "service", ""), ("finish", "result", "x")])
def test_a_step_that_lacks_something_is_refused_where_it_can_be_given(sits, form_id, field, value):
    [ticket] = guests(1)
    browser = sits(1)
    browser.get(DESK).forms["next"].submit(status=303)
    form = press(browser, "Mulai layani").follow().forms[form_id]
    form[field].force_value(value)

    refused = form.submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == f"#{field}"
    assert {"transfer", "finish"} <= set(refused.forms)
    assert state_of(ticket) == "serving"


def test_what_another_counter_did_meanwhile_is_told_and_not_undone(sits):
    [ticket] = guests(1)
    one, two = sits(1), sits(2, name="petugas2")
    stale = two.get(DESK)
    one.get(DESK).forms["next"].submit(status=303)

    form = next(form for form in set(stale.forms.values()) if form.action.endswith(f"/{ticket.id}/panggil"))
    said = form.submit(status=303).follow()

    assert "mungkin oleh loket lain" in said
    assert Ticket.get_by_id(ticket.id).counter == 1


@pytest.mark.parametrize("verb", ["finish", "transfer", "call", "apa"])
def test_only_plain_steps_are_steps(sits, verb):
    [ticket] = guests(1)
    browser = sits(1)
    token = browser.get(DESK).forms["next"]["csrf_token"].value

    browser.post(f"{DESK}/{ticket.id}/langkah/{verb}", {"csrf_token": token}, status=404)
    browser.post(f"{DESK}/999999/langkah/serve", {"csrf_token": token}, status=404)

    assert state_of(ticket) == "waiting"


def test_two_officers_do_not_share_a_counter_unawares(browse):
    sit_down(browse, 1)
    second = browse(user("petugas2"))
    page = second.get(DESK)
    assert "Sinta Petugas, sejak 12.00" in page.html.select_one("#seat").text
    form = page.forms["seat"]
    form["counter"] = "1"

    refused = form.submit(status=422)
    assert "duduk Sinta Petugas" in refused.html.select_one("#error-summary").text
    again = refused.forms["seat"]
    again["take_over"].checked = True

    assert again.submit(status=303).follow().html.h1.text == "Loket 1"


def test_a_visitor_finished_by_mistake_is_taken_back_for_a_while(sits):
    [ticket] = guests(1)
    browser = sits(1)
    browser.get(DESK).forms["next"].submit(status=303)
    press(browser, "Mulai layani")
    browser.get(DESK).forms["finish"].submit(status=303)

    page = press(browser, "Urungkan").follow()
    assert f"Nomor {ticket.number} dilayani lagi" in page and state_of(ticket) == "serving"

    page.forms["finish"].submit(status=303)
    late = browser.get(DESK)
    with time_machine.travel(datetime(2026, 11, 23, 5, 11, tzinfo=UTC), tick=False):  # Senin, 12.11 WIB
        assert "Urungkan" not in browser.get(DESK)
        assert "lebih dari sepuluh menit" in press(browser, "Urungkan", late).follow()
