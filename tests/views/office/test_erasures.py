"""The owner asks, the office decides: page by page."""

import pytest

from pst.models.erasures import Erasure
from tests.browsing import flash
from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")


def test_a_request_is_seen_with_its_hours_and_granted(browse, admin):
    form = browse(user("pemohon")).get("/akun/data-saya").forms["erase-account"]
    form["said"] = "Sudah pindah kantor."
    assert "72 jam" not in form.submit(status=303).follow().text and Erasure.select().count() == 1

    assert "72 jam lagi" in admin.get("/petugas/kantor").text
    page = admin.get("/petugas/kantor/penghapusan").click("Ratna Pemohon")
    assert "rantai yang disegel" in page.text
    done = page.forms["decide"].submit(status=303).follow()

    assert flash(done) == "Akun dan datanya dihapus; pemiliknya diberi tahu." and "(dihapus)" in done.text


def test_a_refusal_without_a_reason_is_asked_again(browse, admin):
    browse(user("pemohon")).get("/akun/data-saya").forms["erase-account"].submit()
    form = admin.get("/petugas/kantor/penghapusan").click("Ratna Pemohon").forms["decide"]
    form.action = form.action.replace("kabulkan", "tolak")

    assert "Tuliskan alasannya" in form.submit(status=422).text
