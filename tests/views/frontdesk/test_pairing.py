"""A device that was paired signs the guest book; all others are told where it lies."""

from dataclasses import replace

import pytest
import time_machine

from pst.actions import lists
from pst.actions.office import kiosks
from pst.actions.office.kiosks import KIOSKS
from pst.actions.office.office import change_settings
from pst.models.frontdesk.tickets import Ticket
from pst.models.office.kiosks import Kiosk
from pst.web import limits
from tests.browsing import Browsing
from tests.factories import WHEN, user
from tests.factories_desk import a_guest
from tests.views.frontdesk.test_returning import show_card, try_month
from tests.views.frontdesk.test_visits import fill, signed

pytestmark = pytest.mark.usefixtures("db")
ELSEWHERE = "Buku tamu diisi di ruang pelayanan"


@pytest.fixture(autouse=True)
def _a_monday_morning():
    with time_machine.travel(WHEN, tick=False):
        yield


def pair(browser: Browsing, name: str = "Kios pintu masuk") -> Browsing:
    """An administrator names a kiosk, and its code is typed in this browser."""
    code = kiosks.give_code(lists.add(KIOSKS, {"name": name}, user("admin"), WHEN), user("admin"), WHEN)
    form = browser.get("/buku-tamu/pasangkan").forms["pairing"]
    form["code"] = code
    assert f"Perangkat ini sekarang {name}." in form.submit(status=303).follow()
    return browser


def test_the_paired_device_signs_and_all_others_are_told_where_the_book_lies(app, anyone):
    half_filled = anyone.get("/buku-tamu/isi").forms["screen"]
    kiosk, officer = pair(Browsing(app)), Browsing(app).sign_in(user("petugas"))

    for path in ("/buku-tamu", "/buku-tamu/isi", "/buku-tamu/kembali"):
        assert ELSEWHERE in anyone.get(path, status=403), path
        assert ELSEWHERE not in kiosk.get(path) and ELSEWHERE not in officer.get(path), path
    assert "/buku-tamu" in [link["href"] for link in kiosk.get("/").html.select("main a")]
    assert "/buku-tamu" not in [link["href"] for link in anyone.get("/").html.select("main a")]
    assert ELSEWHERE in half_filled.submit("_maju", status=403)
    signed(kiosk)
    assert Ticket.select().count() == 1


def test_a_kiosk_that_was_taken_out_signs_no_more(app):
    kiosk = pair(Browsing(app))
    lists.remove(KIOSKS, Kiosk.get(), user("admin"), WHEN)

    assert ELSEWHERE in kiosk.get("/buku-tamu", status=403)


def test_a_code_that_is_none_stays_on_the_page(anyone):
    form = anyone.get("/buku-tamu/pasangkan").forms["pairing"]
    form["code"] = "7KMP-2QXA-W9DT"
    page = form.submit(status=422)

    assert "tidak berlaku" in page.html.select_one("#error-summary").text
    assert page.forms["pairing"]["code"].value == "7KMP-2QXA-W9DT"


def test_devices_in_the_kiosks_network_need_no_pairing_and_others_are_kept_out(app, anyone):
    app.extensions["pst_config"] = replace(app.extensions["pst_config"], kiosk_networks="10.9.0.0/24")
    inside = Browsing(app)
    inside.extra_environ["REMOTE_ADDR"] = "10.9.0.7"

    assert ELSEWHERE in anyone.get("/buku-tamu", status=403)
    assert ELSEWHERE not in inside.get("/buku-tamu")


def test_where_anybody_may_sign_nobody_beyond_the_kiosk_learns_which_numbers_are_known(app, anyone):
    card = a_guest().visitor.card
    form = anyone.get("/buku-tamu/kembali").forms["recognise"]
    form["phone"] = "081234567890"
    kiosk = pair(Browsing(app))
    change_settings("desk", {"kiosk_access": "anyone"}, user("admin"), WHEN)

    assert "recognise" not in anyone.get("/buku-tamu/kembali").forms
    form.submit("birth_month", value="5", status=303)  # a run begun anew
    form = anyone.get("/buku-tamu/kembali").forms["card-form"]
    asked = {"csrf_token": form["csrf_token"].value, "_run": form["_run"].value, "phone": "0812", "birth_month": "5"}
    anyone.post("/buku-tamu/kembali", asked, status=404)
    assert show_card(anyone, card).status_int == 303
    assert try_month(kiosk, "5").status_int == 303


def test_one_kiosk_tries_ten_numbers_and_another_is_not_held_up(app):
    a_guest()
    first, second = pair(Browsing(app)), pair(Browsing(app), "Kios kedua")
    tried = [try_month(first, "1", f"0812000000{number}").status_int for number in range(10, 21)]

    assert tried == [422] * 10 + [429]
    assert try_month(second, "5").status_int == 303


def test_a_kiosk_gives_only_so_many_numbers_a_minute_and_keeps_what_was_typed(app):
    limits.allow("strict")
    kiosk = pair(Browsing(app))
    for _ in range(10):
        limits.count("number", f"kiosk {Kiosk.get().id}")

    page = fill(kiosk.get("/buku-tamu/isi"))

    assert (page.status_int, Ticket.select().count()) == (422, 0)
    assert "Terlalu banyak nomor" in page.html.select_one("#error-summary").text
    with time_machine.travel(WHEN.replace(hour=3), tick=False):
        limits.limiter.reset()
        assert page.forms["screen"].submit("_maju", status=303)
