"""What all screens of the kiosk share: they lead back by themselves and are kept by no browser."""

import pytest
import time_machine

from pst.actions.frontdesk import satisfaction
from pst.actions.frontdesk.visits import SEALED
from pst.models.frontdesk.visits import Visit
from tests.actions.frontdesk.test_visits import a_complaint
from tests.factories import WHEN
from tests.factories_desk import GUEST, a_guest
from tests.views.frontdesk.test_returning import try_month
from tests.views.frontdesk.test_visits import fill, signed

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(WHEN, tick=False):
        yield


@pytest.fixture
def screens(anyone):
    """Every kind of screen, as one visitor after the other meets it."""
    a_guest()
    return [
        anyone.get("/buku-tamu"),
        anyone.get("/buku-tamu/isi"),
        fill(anyone.get("/buku-tamu/isi"), {}, until=1),
        anyone.get("/buku-tamu/kembali"),
        try_month(anyone, "6"),
        try_month(anyone, "5").follow(),
        signed(anyone),
    ]


def test_every_screen_leads_back_after_45_seconds_with_and_without_script(screens):
    without = [page.html.select_one("noscript meta[http-equiv=refresh]")["content"] for page in screens]
    with_script = [page.html.select_one("[data-kiosk]") for page in screens]

    assert without == ["45; url=/buku-tamu"] * len(screens)
    assert [(it["data-kiosk"], it["data-reset"]) for it in with_script] == [("/buku-tamu", "45")] * len(screens)


def test_no_browser_keeps_a_screen_or_offers_what_others_typed(screens):
    forms = [form for page in screens for form in page.html.select("form")]

    assert {page.headers["Cache-Control"] for page in screens} == {"no-store"}
    assert {form["autocomplete"] for form in forms} == {"off"}
    assert {field["autocomplete"] for form in forms for field in form.select("input[type=text], input[type=tel]")} == {
        "off"
    }


def test_no_screen_leads_out_of_the_kiosk(screens):
    links = {link["href"] for page in screens for link in page.html.select(".pst-masthead a, main a")}

    assert [link for link in links if not link.startswith(("#", "/buku-tamu"))] == []


def test_whoever_needs_more_time_without_script_gets_it_until_the_next_reset(anyone):
    link = anyone.get("/buku-tamu").html.select_one("noscript a")["href"]
    anyone.get(link)
    slow = anyone.get("/buku-tamu/isi")
    further = fill(slow, {"name": "Siti", "institution": "Perorangan"}, until=1)
    anyone.get("/buku-tamu")

    waits = [page.html.select_one("noscript meta")["content"] for page in (slow, further, anyone.get("/buku-tamu/isi"))]
    assert waits == ["300; url=/buku-tamu", "300; url=/buku-tamu", "45; url=/buku-tamu"]


def test_an_error_at_the_kiosk_leads_back_as_well(anyone, monkeypatch):
    lost = anyone.post("/buku-tamu/isi", {"csrf_token": "x"}, status=400)
    gone = anyone.get("/buku-tamu/tidak-ada", status=404)

    for page in (lost, gone):
        assert page.html.select_one("noscript meta")["content"] == "20; url=/buku-tamu"
        assert page.html.select_one("main a.govuk-button")["href"] == "/buku-tamu"
        assert page.html.select_one(".pst-masthead a") is None
    assert anyone.get("/tidak-ada", status=404).html.select_one("noscript") is None


def test_a_database_in_trouble_leads_back_and_writes_nothing(anyone, monkeypatch):
    page = fill(anyone.get("/buku-tamu/isi"), until=5)
    monkeypatch.setattr(satisfaction, "prepare", lambda visit: 1 / 0)
    answer = page.forms["screen"].submit("_maju", status=500)

    assert answer.html.select_one("noscript meta")["content"] == "20; url=/buku-tamu"
    assert Visit.select().count() == 0


def test_a_sealed_complaint_is_never_written_beside_a_name_and_the_visitor_is_told_why(anyone):
    code = a_complaint("confidential")
    page = fill(anyone.get("/buku-tamu/isi"), {**GUEST, "case": code})

    assert page.status_int == 422
    assert page.html.select_one("#case-error").get_text(" ", strip=True) == f"Kesalahan: {SEALED}"
    assert Visit.select().count() == 0
