"""Coming again: two things together or the card; whoever lacks one of them learns nothing."""

from datetime import timedelta

import pytest
import time_machine

from pst.models.frontdesk.tickets import Ticket
from pst.rules.privacy import NOTICE_VERSION
from tests.factories import WHEN
from tests.factories_desk import GUEST, a_guest

pytestmark = pytest.mark.usefixtures("db")
PRIVATE = [GUEST[code] for code in ("name", "email", "institution", "purpose")]


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(WHEN + timedelta(hours=1), tick=False):
        yield


@pytest.fixture
def known():
    """Somebody who signed an hour ago: 0812 3456 7890, born in May."""
    return a_guest().visitor


def try_month(browser, month: str, phone: str = "081234567890", **more):
    form = browser.get("/buku-tamu/kembali").forms["recognise"]
    form["phone"] = phone
    return form.submit("birth_month", value=month, status="*", **more)


def show_card(browser, typed: str):
    form = browser.get("/buku-tamu/kembali").forms["card-form"]
    form["card"] = typed
    return form.submit(status="*")


def said(page) -> str:
    return page.html.select_one("#error-summary").get_text(" ", strip=True)


def test_unknown_number_and_wrong_month_get_the_very_same_answer(anyone, known):
    wrong, unknown = try_month(anyone, "6"), try_month(anyone, "5", "081200000000")

    assert (wrong.status_int, unknown.status_int) == (422, 422)
    assert said(wrong) == said(unknown)
    assert [words for page in (wrong, unknown) for words in PRIVATE if words in page.text] == []
    assert wrong.forms["recognise"]["phone"].value == "081234567890"


def test_months_cannot_be_tried_through_and_the_answer_says_what_to_do(anyone, known):
    for month in ("1", "2", "3"):
        try_month(anyone, month)

    plain, boosted = (
        try_month(anyone, "5"),
        try_month(anyone, "5", headers={"HX-Request": "true", "HX-Boosted": "true"}),
    )

    assert (plain.status_int, boosted.status_int) == (429, 422)  # htmx shows nothing of a 429
    assert "terlalu banyak percobaan" in said(plain) and said(plain) == said(boosted)
    with time_machine.travel(WHEN + timedelta(hours=2), tick=False):
        assert try_month(anyone, "5").status_int == 303


def test_a_number_without_month_and_a_month_without_number_are_asked_for(anyone, known):
    form = anyone.get("/buku-tamu/kembali").forms["recognise"]
    form["phone"] = "081234567890"

    assert "bulan lahir" in said(form.submit(status=422))
    assert "nomor HP" in said(try_month(anyone, "5", ""))


def test_a_card_typed_or_scanned_into_either_field_is_enough(anyone, known):
    assert show_card(anyone, known.card.lower().replace("-", " ")).status_int == 303
    form = anyone.get("/buku-tamu/kembali").forms["recognise"]
    form["phone"] = known.card
    page = form.submit(status=303).follow()

    assert GUEST["name"] in page.text


def test_an_unknown_card_learns_nothing(anyone, known):
    page = show_card(anyone, "7KMP-2QXA-W9DT-3HFB")

    assert (page.status_int, "tidak kami kenal" in said(page)) == (422, True)
    assert page.forms["card-form"]["card"].value == "7KMP-2QXA-W9DT-3HFB"
    assert show_card(anyone, " ").status_int == 422


def test_without_being_recognised_there_is_no_welcome_and_no_number(anyone, known):
    assert anyone.get("/buku-tamu/sambutan", status=303).location.endswith("/buku-tamu")
    page = try_month(anyone, "5").follow()
    anyone.get("/buku-tamu")

    form = page.forms["again"]
    form["service"], form["purpose"] = "K", "Data"
    assert "Isian sebelumnya sudah ditutup" in form.submit(status=303).follow().text
    assert Ticket.select().count() == 1


def test_what_is_missing_on_the_welcome_is_said_and_the_rest_stays(anyone, known):
    form = try_month(anyone, "5").follow().forms["again"]
    form["purpose"], form["case"] = "Lanjutan", "7KMP-2QXA-W9DT-3HFB"
    page = form.submit(status=422)
    assert [link["href"] for link in page.html.select("#error-summary a")] == ["#service"]

    form = page.forms["again"]
    form["service"] = "K"
    page = form.submit(status=422)
    assert [link["href"] for link in page.html.select("#error-summary a")] == ["#case"]
    assert (page.forms["again"]["purpose"].value, Ticket.select().count()) == ("Lanjutan", 1)


def test_a_special_need_is_asked_anew_at_every_visit(anyone):
    a_guest(needs=["lansia"])

    form = try_month(anyone, "5").follow().forms["again"]
    assert [box.checked for box in form.fields["needs"]] == [False, False, False]


def test_outside_its_hours_nobody_is_asked_anything(anyone):
    with time_machine.travel(WHEN + timedelta(hours=9)):
        assert anyone.get("/buku-tamu/kembali", status=303).location.endswith("/buku-tamu")


def test_privacy_is_told_before_the_first_field(anyone):
    text = anyone.get("/buku-tamu/kembali").text

    assert 0 < text.index(f"versi {NOTICE_VERSION}") < text.index('id="phone"')
