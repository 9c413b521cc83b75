"""The front desk as visitors meet it: first visit, coming again in a few touches, priority, place in the queue."""

from datetime import timedelta

import pytest
import time_machine

from pst.actions.frontdesk import tickets
from pst.models.audit import Event
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit, Visitor
from pst.rules.review.workflow import Status
from tests.browsing import Browsing
from tests.factories import WHEN, a_submission, an_officer
from tests.factories_desk import GUEST

pytestmark = pytest.mark.usefixtures("db")
BOOSTED = {"HX-Request": "true", "HX-Boosted": "true"}
BOTH_WAYS = pytest.mark.parametrize("script", [False, True], ids=["without script", "with htmx"])


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(WHEN, tick=False) as clock:
        yield clock


class Finger:
    """Somebody at the kiosk: every key, tile and field that is touched counts; typing into a touched field does not."""

    def __init__(self, app, script: bool = False):
        self.browser, self.more = Browsing(app), {"headers": BOOSTED} if script else {}
        self.touches = 0
        self.page = self.browser.get("/buku-tamu")

    def key(self, words: str) -> "Finger":
        """Touch a link that looks like a key."""
        link = next(link for link in self.page.html.select("main a") if words in link.get_text())
        return self._went(self.browser.get(link["href"], **self.more))

    def type(self, name: str, text: str) -> "Finger":
        self.touches += 1
        self._form(name)[name] = text
        return self

    def tick(self, name: str, value: str) -> "Finger":
        self.touches += 1
        form = self._form(name)
        if form.fields[name][0].attrs["type"] == "checkbox":
            next(box for box in form.fields[name] if box._value == value).checked = True
        else:
            form[name] = value
        return self

    def press(self, words: str) -> "Finger":
        """Touch a button; what it sends goes with it."""
        button = next(it for it in self.page.html.select("main button") if it.get_text(strip=True) == words)
        form = self.page.forms[button.find_parent("form")["id"]]
        name = button.get("name")
        return self._went(form.submit(name, value=button.get("value") if name else None, **self.more))

    def _form(self, name: str):
        return next(form for form in self.page.forms.values() if name in form.fields)

    def _went(self, page) -> "Finger":
        self.touches += 1
        while 300 <= page.status_int < 400:
            page = page.follow(**self.more)
        self.page = page
        return self


def first_visit(app, script: bool = False, given=GUEST) -> Finger:
    """Through all screens to the number."""
    guest = Finger(app, script).key("Baru pertama kali")
    for name in ("name", "institution"):
        guest.type(name, given[name])
    guest.press("Lanjut").type("phone", given["phone"]).type("email", given["email"])
    guest.tick("birth_month", given["birth_month"]).press("Lanjut")
    guest.tick("service", given["service"]).type("purpose", given["purpose"])
    for need in given.get("needs", []):
        guest.tick("needs", need)
    guest.press("Lanjut").press("Lanjut")
    guest.tick("sex", given["sex"]).tick("age", given["age"]).tick("education", given["education"]).press("Lanjut")
    return guest.press("Ambil nomor antrean")


def outcome(guest: Finger) -> tuple[str, str]:
    return guest.page.html.main["data-result"], guest.page.html.main["data-number"]


@BOTH_WAYS
def test_a_first_visit_from_the_privacy_notice_to_the_survey(app, script):
    guest = first_visit(app, script)
    assert outcome(guest) == ("saved", "K-001")
    ticket, phone = Ticket.get(), Browsing(app)

    assert "giliran berikutnya" in phone.get(f"/antrean/{ticket.code}")
    tickets.call(ticket, an_officer(), 1, WHEN + timedelta(minutes=5))
    assert "Silakan menuju loket 1" in phone.get(f"/antrean/{ticket.code}", headers={"HX-Request": "true"})
    assert "K-001" in phone.get("/antrean")
    tickets.take(ticket, "serve", an_officer(), WHEN + timedelta(minutes=6))
    tickets.finish(ticket, an_officer(), "selesai", WHEN + timedelta(minutes=16))
    with time_machine.travel(WHEN + timedelta(minutes=20)):
        form = phone.get(phone.get(f"/antrean/{ticket.code}").html.select_one("#place a")["href"]).forms["survey"]
        form["keseluruhan"] = "4"
        form.submit(status=303)

    visit = Visit.get()
    assert (Rating.get().overall, visit.name, visit.privacy != "") == (4, GUEST["name"], True)
    assert [event.verb for event in Event.of("visit", visit.number)] == [
        "sign",
        "issue_ticket",
        "call",
        "serve",
        "finish",
        "rate",
    ]


@BOTH_WAYS
def test_ten_touches_lead_to_a_first_number_and_only_name_and_number_are_typed(app, script):
    guest = Finger(app, script).key("Baru pertama kali").type("name", "Siti Contoh").tick("alone", "ya").press("Lanjut")
    guest.type("phone", "0812 9999 1234").press("Lanjut").tick("service", "K").tick("topic", "data").press("Lanjut")
    guest.press("Lewati, ambil nomor")

    visit = Visit.get()
    assert (outcome(guest), guest.touches) == (("saved", "K-001"), 10)
    assert (visit.institution, visit.purpose) == ("Perorangan", "Mencari data")


@BOTH_WAYS
def test_coming_again_takes_six_touches_at_most_even_counting_those_into_fields(app, script):
    first_visit(app, script).key("Selesai")

    guest = Finger(app, script).key("Pernah berkunjung")
    guest.type("phone", "+62 812-3456-7890").press("Mei")
    guest.tick("service", "R").tick("topic", "ambil").press("Ya, ambil nomor antrean")

    assert outcome(guest) == ("saved", "R-001")
    assert guest.touches == 6
    assert [visit.name for visit in Visit.select()] == [GUEST["name"]] * 2


def test_coming_again_with_the_card_continues_a_submission(app):
    submission = a_submission(Status.IN_REVIEW)
    first_visit(app)
    guest = Finger(app).key("Pernah berkunjung")
    guest.type("card", Visitor.get().card).press("Pakai kartu")
    guest.tick("service", "R").type("purpose", "Perbaikan isian").type("case", submission.code)
    guest.press("Ya, ambil nomor antrean")

    assert (outcome(guest), guest.touches) == (("saved", "R-001"), 7)
    assert [visit.purpose for visit in Visit.of_submission(submission)] == ["Perbaikan isian"]


@BOTH_WAYS
def test_priority_is_called_first_and_the_others_see_it_coming(app, script):
    plain = first_visit(app, script)
    elder = first_visit(app, script, {**GUEST, "name": "Nenek", "needs": ["lansia"]})
    code = plain.page.html.main["data-code"]

    ahead = [dd.text for dd in Browsing(app).get(f"/antrean/{code}").html.select("#place dd")]
    called = tickets.call_next(an_officer(), 1, WHEN + timedelta(minutes=1))

    assert ahead == ["1", "sekitar 15 menit"]
    assert (called.number, outcome(elder)[1]) == ("K-002", "K-002")
    assert "didahulukan" in elder.page.text
