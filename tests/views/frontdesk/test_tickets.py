"""The waiting room: numbers and never a name; one's own place, whatever becomes of it."""

from datetime import timedelta

import pytest
import time_machine

from pst.actions.frontdesk import tickets
from pst.models.base import write
from pst.models.frontdesk.roster import OnDuty
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.rules.frontdesk.tickets import SERVICES
from tests.factories import WHEN, an_officer, user
from tests.factories_desk import GUEST, a_guest, guests, served
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("db", "monday")
HTMX = {"HX-Request": "true"}
MINUTE = timedelta(minutes=1)


def call(ticket: Ticket, minutes: int = 30, counter: int = 1) -> Ticket:
    return tickets.call(ticket, an_officer(), counter, WHEN + minutes * MINUTE)


def place(anyone, ticket: Ticket):
    with time_machine.travel(WHEN + 58 * MINUTE):
        return anyone.get(f"/antrean/{ticket.code}")


def facts(page) -> list[str]:
    return [dd.get_text(strip=True) for dd in page.html.select("#place dd")]


def test_an_empty_board_says_where_numbers_come_from(anyone):
    page = anyone.get("/antrean")

    assert "Istirahat" in page.text and "pukul 13.00 WIB" in page.text  # Senin pukul 12.00
    assert "08.00–12.00 dan 13.00–15.30 WIB" in page.text
    with time_machine.travel(WHEN):
        assert "Ambil nomor di buku tamu" in anyone.get("/antrean").text


def test_the_board_shows_the_last_call_and_four_before_it_and_no_name(anyone):
    with write():
        OnDuty.create(day=WHEN.date(), officer=an_officer())
    for turn, ticket in enumerate(guests(7)):
        call(ticket, 30 + turn, counter=turn + 1)

    with time_machine.travel(WHEN + 40 * MINUTE):
        page = anyone.get("/antrean")

    assert page.html.select_one(".pst-board__number").text == "K-007"
    assert page.html.select_one(".pst-board__counter").text == "Loket 7"
    assert [it.text for it in page.html.select(".pst-board__earlier strong")] == ["K-006", "K-005", "K-004", "K-003"]
    assert [said for said in ("Tamu", GUEST["phone"], GUEST["institution"], "KUN-") if said in page.text] == []
    assert "Sinta Petugas" in page.text and "0 orang" in page.text


def test_the_board_explains_every_letter_of_a_number(anyone):
    letters = [it.get_text(" ", strip=True) for it in anyone.get("/antrean").html.select(".pst-board__letters li")]

    assert letters == [f"{service.letter} {service.label}" for service in SERVICES]


def test_on_a_closed_day_the_board_says_when_the_desk_opens_and_nothing_else(anyone):
    with time_machine.travel(WHEN - timedelta(days=1)):  # Minggu
        a_guest()
        board = anyone.get("/antrean").html.select_one("#board")

    assert board.get_text(" ", strip=True) == "Minggu Loket buka lagi Senin, 23 November 2026 pukul 08.00 WIB"


def test_the_board_polls_a_fragment_and_loads_itself_again_without_script(anyone):
    page, fragment = anyone.get("/antrean"), anyone.get("/antrean", headers=HTMX)

    assert page.html.select_one("noscript meta[http-equiv=refresh]")["content"] == "8"
    assert page.html.select_one("#board")["hx-get"] == "/antrean"
    assert fragment.text.strip().startswith('<div id="board"') and "<html" not in fragment.text


def test_a_call_carries_its_words_for_the_loudspeaker_and_a_second_call_is_new(anyone):
    ticket = call(a_guest(service="R").ticket, counter=2)

    with time_machine.travel(WHEN + 32 * MINUTE):
        first = anyone.get("/antrean").html.select_one(".pst-board__now")
        tickets.take(ticket, "call_again", an_officer(), WHEN + 31 * MINUTE)
        second = anyone.get("/antrean").html.select_one(".pst-board__now")

    assert first["data-spoken"] == "Nomor antrean R, nol, nol, satu. Silakan menuju loket dua."
    assert (first["data-call"], second["data-call"]) == ("R-001/1", "R-001/2")


def test_my_place_counts_who_is_called_before_me_in_every_queue(anyone):
    first = a_guest(service="R").ticket
    second = a_guest(WHEN + MINUTE, name="Kedua").ticket
    elder = a_guest(WHEN + 2 * MINUTE, name="Ketiga", needs=["lansia"]).ticket

    assert facts(place(anyone, elder)) == ["0", "giliran berikutnya"]
    assert facts(place(anyone, first)) == ["1", "sekitar 15 menit"]
    assert facts(place(anyone, second)) == ["2", "sekitar 30 menit"]


def test_while_the_desk_is_closed_nobody_is_told_minutes_but_when_it_opens(anyone):
    first, second = guests(2)

    for wait in (first, second):
        page = anyone.get(f"/antrean/{wait.code}")  # Senin pukul 12.00
        assert facts(page)[1] == "Senin, 23 November 2026 pukul 13.00 WIB"
        assert "menit" not in page.html.select_one("#place").text


def test_the_estimate_comes_from_what_today_really_took(anyone):
    early, waiting = guests(3), guests(3, at=WHEN + 50 * MINUTE)
    for turn, ticket in enumerate(early):
        served(ticket, minutes=4, at=WHEN + (5 + 5 * turn) * MINUTE)

    assert facts(place(anyone, waiting[2])) == ["2", "sekitar 10 menit"]


def test_my_place_follows_the_number_through_everything_that_happens(anyone):
    ticket = a_guest().ticket
    officer = an_officer()

    call(ticket, 30, counter=2)
    assert "Silakan menuju loket 2" in place(anyone, ticket).text
    tickets.take(ticket, "serve", officer, WHEN + 31 * MINUTE)
    assert "sedang dilayani di loket 2" in place(anyone, ticket).text
    follower = tickets.transfer(ticket, "R", officer, WHEN + 40 * MINUTE)
    moved = place(anyone, ticket)
    assert "nomor K-001 menjadi R-001" in moved.text and moved.html.select_one(".pst-mine strong").text == "R-001"
    call(follower, 45)
    tickets.take(follower, "hold", officer, WHEN + 46 * MINUTE)
    assert "ditunda sebentar" in place(anyone, ticket).text
    call(follower, 50)
    tickets.take(follower, "no_show", officer, WHEN + 55 * MINUTE)
    assert "belum datang saat dipanggil" in place(anyone, ticket).text
    tickets.take(follower, "return", officer, WHEN + 56 * MINUTE)
    assert facts(place(anyone, ticket)) == ["0", "giliran berikutnya"]


def test_once_served_the_phone_offers_the_survey_until_it_is_used(anyone):
    signed = a_guest()
    assert "/survei/" not in place(anyone, signed.ticket).text

    served(signed.ticket)
    link = place(anyone, signed.ticket).html.select_one("#place a")["href"]
    form = anyone.get(link).forms["survey"]
    form["keseluruhan"] = "3"
    form.submit(status=303)

    assert link == f"/survei/{Rating.of(signed.visit).token or link.rsplit('/', 1)[1]}"
    assert "/survei/" not in place(anyone, signed.ticket).text


def test_polling_goes_on_while_something_may_change_and_then_ends(anyone):
    ticket = a_guest().ticket

    assert anyone.get(f"/antrean/{ticket.code}", headers=HTMX).status_int == 200
    assert place(anyone, ticket).html.select_one("noscript meta[http-equiv=refresh]")["content"] == "20"
    served(ticket)
    assert anyone.get(f"/antrean/{ticket.code}", headers=HTMX, status=286).status_int == 286
    assert place(anyone, ticket).html.select_one("noscript") is None


def test_a_number_of_yesterday_or_cancelled_is_not_said_to_be_served(anyone):
    cancelled, yesterday = a_guest().ticket, a_guest(WHEN - timedelta(days=3)).ticket
    tickets.take(cancelled, "cancel", an_officer(), WHEN)

    for ticket in (cancelled, yesterday):
        assert "tidak berlaku lagi" in place(anyone, ticket).text


def test_a_place_names_nobody(anyone):
    ticket = call(a_guest().ticket)

    page = place(anyone, ticket)

    assert [said for said in (GUEST["name"], GUEST["phone"], GUEST["institution"], "Sinta") if said in page.text] == []


def test_the_slip_is_printed_for_whoever_holds_the_code(anyone):
    ticket = a_guest(needs=["hamil"]).ticket

    paper = anyone.get(f"/antrean/{ticket.code}/struk.pdf")
    words = words_of(paper.body)

    assert paper.content_type == "application/pdf"
    assert "K-001" in words and ticket.code in words and "Didahulukan" in words and GUEST["name"] not in words


def test_unknown_codes_do_not_exist(anyone):
    for path in ("/antrean/7KMP-2QXA-W9DT-3HFB", "/antrean/K-001", "/antrean/7KMP-2QXA-W9DT-3HFB/struk.pdf"):
        assert anyone.get(path, status=404).status_int == 404


def test_the_board_asks_the_same_number_of_questions_for_one_visitor_and_for_many(anyone, count_queries):
    call(a_guest().ticket)
    with count_queries() as one:
        anyone.get("/antrean", headers=HTMX)
    for turn, ticket in enumerate(guests(8, service="R")):
        tickets.call(ticket, user("petugas2"), turn + 2, WHEN + 40 * MINUTE)
    with count_queries() as many:
        anyone.get("/antrean", headers=HTMX)

    assert many.number == one.number <= 8
