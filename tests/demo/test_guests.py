"""The invented visitors are sound guests, and nobody real."""

from werkzeug.datastructures import MultiDict

from pst.demo.guests import COMMENTS, GUESTS, OUTCOMES, PURPOSES
from pst.forms.frontdesk.visits import GuestForm
from pst.rules.frontdesk.tickets import LETTERS
from pst.rules.frontdesk.visits import ITEMS


def test_every_guest_fills_the_book_as_the_kiosk_would_take_it(app):
    for guest in GUESTS:
        given = guest.asks("K", "Data penduduk")
        assert set(given) <= set(ITEMS)
        with app.test_request_context(method="POST"):
            form = GuestForm(MultiDict(given), meta={"csrf": False})
            assert (form.validate(), form.errors) == (True, {}), guest.name


def test_nobody_is_real_and_every_mailbox_is_a_rehearsal():
    assert [guest.name for guest in GUESTS if not guest.name.endswith(" Rekaan")] == []
    assert [guest.email for guest in GUESTS if guest.email and not guest.email.endswith("@contoh.test")] == []
    assert [guest.phone for guest in GUESTS if not guest.phone.startswith("0812 5555 ")] == []


def test_every_service_is_asked_for_and_has_an_outcome():
    assert {service for service, _ in PURPOSES} == set(LETTERS) == set(OUTCOMES)
    assert any(COMMENTS) and "" in COMMENTS
