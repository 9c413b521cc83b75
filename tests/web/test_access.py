"""Shut by default; the door leads back to where one wanted to go."""

from dataclasses import replace

import pytest

from pst.models.accounts.security_log import SecurityEvent
from pst.web.access import own_path, page_before
from tests.browsing import Browsing
from tests.factories import PASSWORD, an_applicant, an_officer


def test_a_view_without_a_mark_is_shut(app, monkeypatch):
    monkeypatch.setitem(app.view_functions, "home.index", lambda: "open")

    Browsing(app).get("/", status=404)


def test_who_has_not_signed_in_is_led_to_the_door_and_back(anyone):
    door = anyone.get("/permohonan?sebelum=3", status=303)

    assert door.location == "/masuk?lanjut=/permohonan?sebelum%3D3"


def test_a_page_of_another_role_does_not_exist_and_the_security_log_says_so_once_an_hour(browse):
    mine = browse(an_applicant())

    for address in ("/petugas", "/petugas/kantor"):
        mine.get(address, status=404)

    told = SecurityEvent.select().where(SecurityEvent.kind == "denied")
    assert [(row.user_id, row.address) for row in told] == [(an_applicant().id, "127.0.0.1")]


def test_htmx_is_told_to_go_to_the_door(anyone):
    answer = anyone.get("/permohonan", headers={"HX-Request": "true"}, status=401)

    assert answer.headers["HX-Redirect"].startswith("/masuk")


def test_the_office_may_be_closed_to_other_networks(config, app, browse):
    officer = browse(an_officer())

    app.extensions["pst_config"] = replace(config, staff_networks="10.0.0.0/8, 127.0.0.1")
    assert officer.get("/petugas").status_int == 200

    app.extensions["pst_config"] = replace(config, staff_networks="10.0.0.0/8")
    officer.get("/petugas", status=404)


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("/permohonan", "/permohonan"),
        ("/a?b=c", "/a?b=c"),
        ("//jahat.test", None),
        ("https://jahat.test/", None),
        ("/\\jahat.test", None),
        ("/a\nSet-Cookie: x", None),
        ("permohonan", None),
        ("", None),
        (None, None),
    ],
)
def test_redirects_stay_on_this_site(target, kept):
    assert own_path(target) == kept


@pytest.mark.parametrize("broken", ["http://[", "http://[::1", "//[", "http://pst.test]x"])
def test_an_address_that_nobody_can_read_is_no_failure(anyone, browse, broken):
    headers = {"Referer": broken, "Origin": broken}

    anyone.post("/permohonan/baru", {"salin": ""}, headers=headers, status=400)
    browse(an_applicant()).post("/permohonan/baru", {"salin": ""}, headers=headers, status=400)
    anyone.get("/masuk", {"lanjut": "/\t/["}, status=200)


def test_a_page_with_a_long_filter_does_not_shut_the_door(anyone):
    door = anyone.get(f"/petugas/permohonan?cari={'x' * 600}", status=303).follow()
    form = door.forms["sign-in"]
    form["email"], form["password"] = an_officer().email, PASSWORD

    assert form.submit(status=303).location == "/petugas"


@pytest.mark.parametrize(
    ("named", "page"),
    [
        ("http://pst.test/petugas/pengaduan?saluran=web#x", "/petugas/pengaduan?saluran=web"),
        ("http://pst.test/petugas/pengaduan/ADU-2026-0001/papan", "/petugas/pengaduan/ADU-2026-0001"),
        ("http://pst.test/petugas/loket/7/langkah/serve", "/petugas/loket"),
        ("http://pst.test/tidak-ada", None),
        ("", None),
    ],
)
def test_a_page_that_answered_a_form_leads_to_the_nearest_above_it_that_shows(app, named, page):
    with app.test_request_context("/", method="POST", headers={"Referer": named}):
        assert page_before() == page
