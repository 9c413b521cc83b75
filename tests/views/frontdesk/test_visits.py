"""The guest book at the kiosk: one group of questions a screen, a number at the end, and nothing left behind."""

import re
from datetime import timedelta

import pytest
import time_machine
import zxingcpp

from pst.models.base import write
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.office.settings import Setting
from pst.rules.frontdesk.visits import GROUPS, ITEMS
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission
from tests.factories_desk import GUEST
from tests.paper.reading import pictures_of, words_of
from tests.web.test_qr import drawn

pytestmark = pytest.mark.usefixtures("db")
EVENING = WHEN + timedelta(hours=9)  # Senin, 18.00 WIB
BREAK = WHEN + timedelta(hours=3, minutes=30)  # Senin, 12.30 WIB
PRIVATE = [GUEST[code] for code in ("name", "phone", "email", "institution", "purpose")]


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(WHEN, tick=False):
        yield


def fill(page, given=GUEST, until: int = len(GROUPS)):
    """Screen after screen, typing what each asks for; the page after screen number `until`."""
    for _ in range(until):
        form = page.forms["screen"]
        place = int(form["step"].value)
        for item in GROUPS[place].items:
            if item.code in given:
                form[item.code] = given[item.code]
        page = form.submit("_maju", status="*")
    return page


def signed(anyone, given=GUEST):
    return fill(anyone.get("/buku-tamu/isi"), given).follow()


def test_the_first_page_offers_both_ways_and_tells_of_privacy_and_hours(anyone):
    page = anyone.get("/buku-tamu")

    assert [link["href"] for link in page.html.select(".pst-key")] == ["/buku-tamu/isi", "/buku-tamu/kembali"]
    assert NOTICE_VERSION in page.text and "08.00–12.00 dan 13.00–15.30 WIB" in page.text


def test_privacy_is_told_before_the_first_field(anyone):
    text = anyone.get("/buku-tamu/isi").text

    assert 0 < text.index(f"versi {NOTICE_VERSION}") < text.index('id="name"')


def test_every_screen_asks_one_group_and_carries_the_rest_unseen(anyone):
    page = anyone.get("/buku-tamu/isi")
    for place, group in enumerate(GROUPS):
        form = page.forms["screen"]
        asked = {tag["name"] for tag in page.html.select("#screen [name]:not([type=hidden])")} - {
            "_maju",
            "_mundur",
            "_ambil",
        }
        assert (page.html.h1.text, asked) == (group.title, {item.code for item in group.items}), place
        page = fill(page, until=1)
    assert page.status_int == 303
    assert form["name"].value == GUEST["name"]


def test_the_last_screen_gives_a_number_and_the_visit_is_written_down(anyone):
    page = signed(anyone)

    visit, ticket = Visit.get(), Ticket.get()
    assert page.html.main["data-result"] == "saved"
    assert (page.html.main["data-number"], page.html.main["data-code"]) == (ticket.number, ticket.code)
    assert {code: getattr(visit, code) for code in ITEMS if code in GUEST and code != "birth_month"} == {
        code: value for code, value in GUEST.items() if code != "birth_month"
    }
    assert (visit.channel, visit.privacy, ticket.number) == ("kiosk", NOTICE_VERSION, "K-001")


def test_the_end_shows_number_code_and_qr_but_no_name(anyone):
    page = signed(anyone, {**GUEST, "needs": ["lansia"]})

    ticket = Ticket.get()
    codes = re.findall("<svg[^>]*pst-qr.*?</svg>", page.text, re.DOTALL)
    read = [found.text for svg in codes for found in zxingcpp.read_barcodes(drawn(svg))]
    assert read == [f"http://pst.test/antrean/{ticket.code}", f"http://pst.test/survei/{Rating.get().token}"]
    assert "didahulukan" in page.text and ticket.code in page.text
    assert [said for said in PRIVATE if said in page.text] == []


def test_what_is_missing_is_asked_on_its_own_screen_and_all_stays_typed(anyone):
    page = fill(anyone.get("/buku-tamu/isi"), {**GUEST, "phone": "", "email": ""}, until=2)

    assert (page.status_int, page.html.main["data-result"]) == (422, "refused")
    assert page.html.select_one("#error-summary a")["href"] == "#phone"
    assert page.forms["screen"]["name"].value == GUEST["name"]


def test_going_back_finds_everything_as_it_was_typed(anyone):
    page = fill(anyone.get("/buku-tamu/isi"), until=1)
    form = page.forms["screen"]
    form["phone"] = "salah"
    back = form.submit("_mundur", status=200)

    assert (back.html.h1.text, back.forms["screen"]["name"].value) == ("Siapa Anda?", GUEST["name"])
    assert back.html.select_one("#error-summary") is None
    assert fill(back, {}, until=1).forms["screen"]["phone"].value == "salah"


def test_a_screen_that_was_skipped_by_hand_is_shown_after_all(anyone):
    page = anyone.get("/buku-tamu/isi")
    form = page.forms["screen"]
    form["name"], form["institution"], form["step"] = "Siti", "Perorangan", str(len(GROUPS) - 1)

    page = form.submit("_maju", status=422)

    assert page.html.h1.text == "Bagaimana Anda dapat dihubungi?"
    assert Visit.select().count() == 0


@pytest.mark.parametrize("step", ["-1", "99", "x", "²", ""])
def test_an_odd_step_is_no_accident(anyone, step):
    form = anyone.get("/buku-tamu/isi").forms["screen"]
    form["step"] = step

    assert form.submit("_maju", status=422).html.h1.text == "Siapa Anda?"


def test_a_code_links_the_visit_and_a_wrong_one_stays_on_the_screen(anyone):
    code = a_submission(Status.IN_REVIEW).code
    page = fill(anyone.get("/buku-tamu/isi"), {**GUEST, "case": "7KMP-2QXA-W9DT-3HFB"}, until=4)
    assert page.html.h1.text == "Hampir selesai"
    assert (page.status_int, page.html.select_one("#error-summary a")["href"]) == (422, "#case")

    form = page.forms["screen"]
    form["case"] = code.lower()
    form.submit("_ambil", status=303)

    assert Visit.find(Visit.get().number).submission.code == code


def test_closed_the_kiosk_says_when_the_desk_opens_and_gives_no_number(anyone):
    with time_machine.travel(EVENING):
        page = anyone.get("/buku-tamu")
        led_back = anyone.get("/buku-tamu/isi", status=303)

    assert "Loket sedang tutup" in page.text and "Sudah tutup" in page.text
    assert [said for said in ("Jam pelayanan", "mengisikannya", "nomor Anda") if said in page.text] == []
    assert [link["href"] for link in page.html.select(".pst-notice a")] == ["/", "/pengaduan"]
    assert "Buka lagi Selasa, 24 November 2026 pukul 08.00 WIB." in page.text
    assert page.html.select(".pst-key") == []
    assert led_back.location.endswith("/buku-tamu")


def test_during_the_break_numbers_are_taken_for_when_it_ends_unless_the_office_forbids_it(anyone):
    with time_machine.travel(BREAK):
        page = anyone.get("/buku-tamu")
        begun = anyone.get("/buku-tamu/isi", status=200)
        with write():
            Setting.create(key="kiosk_hours", value="open", changed_at=WHEN)
        forbidden = anyone.get("/buku-tamu")

    assert "Istirahat" in page.text and "pukul 13.00 WIB; nomor Anda dipanggil mulai saat itu." in page.text
    assert len(page.html.select(".pst-key")) == 2 and "screen" in begun.forms
    assert "Loket sedang tutup" in forbidden.text and forbidden.html.select(".pst-key") == []


def test_a_number_taken_while_the_desk_is_closed_is_told_when_it_opens_and_nothing_else(anyone):
    with time_machine.travel(BREAK):
        page = signed(anyone)

    assert "pukul 13.00 WIB; nomor Anda dipanggil mulai saat itu." in page.text
    assert "Silakan duduk" not in page.text


def test_a_desk_that_closes_while_somebody_types_says_so(anyone):
    page = fill(anyone.get("/buku-tamu/isi"), until=len(GROUPS) - 1)
    with time_machine.travel(EVENING):
        page = fill(page, until=1).follow()

    assert "Loket baru saja tutup" in page.text
    assert Visit.select().count() == 0


def test_a_form_of_an_earlier_run_is_not_taken(anyone):
    page = fill(anyone.get("/buku-tamu/isi"), until=len(GROUPS) - 1)
    anyone.get("/buku-tamu")

    page = fill(page, until=1).follow()

    assert "Isian sebelumnya sudah ditutup" in page.text
    assert Visit.select().count() == 0


def test_pressing_twice_takes_one_number(anyone):
    form = fill(anyone.get("/buku-tamu/isi"), until=len(GROUPS) - 1).forms["screen"]

    first, second = form.submit("_maju", status=303), form.submit("_maju", status=303)

    assert (first.location, second.location) == ("/buku-tamu/selesai",) * 2
    assert Ticket.select().count() == 1


def test_after_the_reset_nothing_of_the_last_visitor_is_left(anyone):
    signed(anyone)
    anyone.get("/buku-tamu")

    for path in ("/buku-tamu/selesai", "/buku-tamu/kartu.pdf", "/buku-tamu/struk.pdf", "/buku-tamu/sambutan"):
        assert anyone.get(path, status=303).location.endswith("/buku-tamu"), path
    page = anyone.get("/buku-tamu/isi").html
    page.select_one("datalist").extract()  # the office's own agencies
    assert [said for said in PRIVATE if said in str(page)] == []


def test_slip_and_card_are_papers_that_give_way_to_the_first_page(anyone):
    signed(anyone)
    slip, card = anyone.get("/buku-tamu/struk.pdf"), anyone.get("/buku-tamu/kartu.pdf")
    visitor = Visit.select().get().visitor_id

    assert "K-001" in words_of(slip.body) and GUEST["name"] in words_of(card.body)
    [code] = zxingcpp.read_barcodes(pictures_of(card.body)[0])
    assert GUEST["name"] not in code.text and visitor is not None
    for paper in (slip, card):
        assert (paper.headers["Refresh"], paper.headers["Cache-Control"]) == ("45; url=/buku-tamu", "no-store")


def test_a_new_visit_costs_the_database_little(anyone, count_queries):
    page = fill(anyone.get("/buku-tamu/isi"), until=len(GROUPS) - 1)
    with count_queries() as seen:
        fill(page, until=1)

    assert seen.number <= 16
