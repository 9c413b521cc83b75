"""Turning the second factor on, coming in with it, and proving anew who one is before what matters."""

import json
from dataclasses import replace
from datetime import timedelta

import pyotp
import pytest
import time_machine

from pst import clock
from pst.models.accounts.users import Passkey, User, UserSession
from pst.models.base import write
from tests import factories
from tests.browsing import Browsing
from tests.passkey_device import Device

ROOM = "/akun/faktor-kedua"


def code_of(secret: str) -> str:
    return pyotp.TOTP(secret).now()


def turned_on(browser) -> tuple[str, list[str]]:
    """The secret and the printed codes of whoever turns it on in this browser."""
    page = browser.get(ROOM)
    secret = page.html.select_one("#secret").text.replace(" ", "")
    form = page.forms["turn-on"]
    form["code"] = code_of(secret)
    codes = form.submit(status=200).html.select("#recovery-codes li")
    return secret, [item.text for item in codes]


def half_inside(app, name: str):
    """The page that asks for the code."""
    form = Browsing(app).get("/masuk").forms["sign-in"]
    form["email"], form["password"] = f"{name}@contoh.test", factories.PASSWORD
    return form.submit(status=200)


@pytest.fixture
def localhost(app, config):
    """The site where browsers offer passkeys without TLS."""
    app.extensions["pst_config"] = replace(config, base_url="http://localhost:8000")
    return app


def with_device(form, do) -> None:
    """Press the button: the browser asks the device and sends the form with its answer."""
    [box] = form.html.select("[data-passkey]")
    form["passkey"] = do(json.loads(box["data-passkey"]))


def an_hour_later(browser) -> None:
    with write():
        UserSession.update(proved_at=clock.now() - timedelta(hours=1)).execute()


def test_the_password_alone_no_longer_lets_the_head_in(app, browse):
    secret, printed = turned_on(browse(factories.user("kepala")))

    page = half_inside(app, "kepala")
    form = page.forms["second-factor"]
    form["code"] = code_of(secret)  # used a moment ago to turn it on
    again = form.submit(status=422)
    form = again.forms["second-factor"]
    form["code"] = printed[0]

    assert "sudah dipakai" in again.html.select_one("#error-summary").text
    assert form.submit(status=303).location == "/petugas"


def test_the_code_must_follow_the_password_soon_and_its_half_cannot_be_made_up(app, browse):
    _, printed = turned_on(browse(factories.user("kepala")))
    late, forged = half_inside(app, "kepala"), half_inside(app, "kepala")

    forged.forms["second-factor"]["half"] = "eyJpZCI6MX0.x.y"
    forged.forms["second-factor"]["code"] = printed[0]
    late.forms["second-factor"]["code"] = printed[0]

    assert forged.forms["second-factor"].submit(status=303).location == "/masuk"
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        assert late.forms["second-factor"].submit(status=303).location == "/masuk"


def test_a_wrong_first_code_keeps_the_secret_that_was_scanned(browse):
    page = browse(factories.user("kepala")).get(ROOM)
    form = page.forms["turn-on"]
    form["code"] = "000000"

    again = form.submit(status=422)

    assert again.html.select_one("#secret").text == page.html.select_one("#secret").text


def test_nobody_turns_on_a_secret_that_another_page_carried(head, officer):
    form = officer.get(ROOM).forms["turn-on"]
    form["sealed"], form["code"] = head.get(ROOM).forms["turn-on"]["sealed"].value, "123456"

    form.submit(status=400)


def test_new_printed_codes_and_turning_it_off(head):
    _, printed = turned_on(head)

    renewed = head.get(ROOM).forms["new-codes"].submit(status=200).html.select("#recovery-codes li")
    head.get(ROOM).forms["turn-off"].submit(status=303)

    assert not {item.text for item in renewed} & set(printed)
    assert "turn-on" in head.get(ROOM).forms


def test_applicants_have_none(browse):
    browse(factories.an_applicant()).get(ROOM, status=404)


@pytest.mark.parametrize("code", ["", "cocok"])
def test_what_matters_wants_a_proof_of_the_last_minutes_and_keeps_what_was_typed(code, admin):
    printed = turned_on(admin)[1] if code else []
    form = admin.get(f"/petugas/kantor/pengguna/{factories.user('petugas').id}").forms["user"]
    form["position"] = "Statistisi Ahli Muda"
    an_hour_later(admin)

    asked = form.submit(status=401)
    proof = asked.forms["proof"]
    proof["password"] = "bukan sandinya"
    if code:
        proof["code"] = printed[0]
    refused = proof.submit(status=422)
    proof = refused.forms["proof"]
    proof["password"] = factories.PASSWORD
    if code:
        proof["code"] = printed[0]
    offered = proof.submit(status=200)
    offered.forms["resume"].submit(status=303)

    assert factories.user("petugas").position == "Statistisi Ahli Muda"
    admin.get("/petugas/kantor/cadangan").forms["backup"].submit(status=303)


def test_a_button_without_words_is_offered_again_as_well(admin):
    form = admin.get("/petugas/kantor/cadangan").forms["backup"]
    an_hour_later(admin)

    proof = form.submit(status=401).forms["proof"]
    proof["password"] = factories.PASSWORD

    assert proof.submit(status=200).forms["resume"].action == "/petugas/kantor/cadangan"


def test_heads_and_administrators_are_led_to_turning_it_on_and_then_to_their_work(head, officer):
    factories.ask_factor()

    for room in ("/petugas", "/permohonan/REK-6104-2026-0001/berkas/1"):
        assert head.get(room, status=303).location == ROOM
    assert head.get("/akun").status_int == 200
    assert officer.get("/petugas").status_int == 200
    turned_on(head)

    assert head.get("/masuk", status=303).location == "/petugas"
    assert head.get("/petugas").status_int == 200


def test_a_demo_only_says_so_because_its_accounts_are_everybodys(app, config, browse):
    app.extensions["pst_config"] = replace(config, demo=True)
    head = browse(factories.user("kepala"))
    factories.ask_factor()

    assert head.get("/petugas").status_int == 200
    assert "Kantor mewajibkan faktor kedua" in head.get(ROOM)


def test_an_administrator_resets_it_with_a_reason_and_never_his_own(app, browse):
    head, admin = factories.user("kepala"), browse(factories.user("admin"))
    turned_on(browse(head)), turned_on(admin)
    place = "/petugas/kantor/pengguna"
    assert "reset-factor" not in admin.get(f"{place}/{factories.user('admin').id}").forms

    form = admin.get(f"{place}/{head.id}").forms["reset-factor"]
    form["note"] = "Ponsel hilang, datang sendiri"
    page = form.submit(status=303).follow()

    assert "diberi tahu" in page
    assert User.get_by_id(head.id).second_factor == ""
    assert Browsing(app).sign_in(head).get("/petugas").status_int == 200


def test_a_passkey_opens_the_door_and_proves_who_is_there(localhost, browse):
    device, admin = Device(), browse(factories.user("admin"))
    form = admin.get(ROOM).forms["add-passkey"]
    form["name"] = "Laptop kantor"
    with_device(form, device.make)
    assert len(form.submit(status=200).html.select("#recovery-codes li")) == 10

    door = half_inside(localhost, "admin").forms["second-factor"]
    with_device(door, device.sign)
    assert door.submit(status=303).location == "/petugas/kantor"

    backup = admin.get("/petugas/kantor/cadangan").forms["backup"]
    an_hour_later(admin)
    proof = backup.submit(status=401).forms["proof"]
    proof["password"] = factories.PASSWORD
    with_device(proof, device.sign)
    assert proof.submit(status=200).forms["resume"].action == "/petugas/kantor/cadangan"


def test_what_the_device_did_not_sign_is_refused_and_asked_anew(localhost, admin):
    unpressed = admin.get(ROOM).forms["add-passkey"]
    unpressed["name"] = "Laptop kantor"
    assert "Tekan tombolnya" in unpressed.submit(status=422).html.select_one("#error-summary").text

    form = admin.get(ROOM).forms["add-passkey"]
    form["name"], form["asked"] = "Laptop kantor", "dikarang"
    with_device(form, Device().make)
    again = form.submit(status=422)

    assert again.forms["add-passkey"]["name"].value == "Laptop kantor"
    with_device(again.forms["add-passkey"], Device().make)
    again.forms["add-passkey"].submit(status=200)
    [row] = Passkey.select()
    admin.post(f"{ROOM}/kunci-sandi/{row.id}/hapus", {"csrf_token": again.forms["turn-on"]["csrf_token"].value})
    assert Passkey.select().count() == 0


def test_without_tls_nobody_is_offered_a_passkey(admin):
    assert "add-passkey" not in admin.get(ROOM).forms
    token = admin.get(ROOM).forms["turn-on"]["csrf_token"].value
    admin.post(f"{ROOM}/kunci-sandi", {"csrf_token": token, "name": "Laptop"}, status=404)
