"""The administrator's list of kiosks."""

import pytest

from pst.models.office.kiosks import Kiosk
from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")


def test_a_new_kiosk_shows_its_code_this_once_and_stands_in_the_list(admin):
    form = admin.get("/petugas/kantor/kios/baru").forms["kiosk"]
    form["name"] = " Kios  pintu masuk "
    page = form.submit(status=200)

    code = page.html.select_one("#code").text
    assert (len(code), page.headers["Cache-Control"]) == (14, "no-store")
    assert "http://pst.test/buku-tamu/pasangkan" in page.text and "12.15 WIB" in page.text
    listed = admin.get("/petugas/kantor/kios")
    assert "Kios pintu masuk" in listed and "Menunggu kode diketik" in listed and code not in listed


def test_another_code_is_given_on_the_kiosks_page_and_a_kiosk_is_taken_out(admin):
    form = admin.get("/petugas/kantor/kios/baru").forms["kiosk"]
    form["name"] = "Kios"
    first = form.submit(status=200).html.select_one("#code").text
    address = f"/petugas/kantor/kios/{Kiosk.get().id}"

    page = admin.get(address)
    button = next(form for form in page.forms.values() if form.action.endswith("/kode"))
    assert button.submit(status=200).html.select_one("#code").text != first
    removal = next(form for form in page.forms.values() if form.action.endswith("/hapus"))
    assert "dicabut" in removal.submit(status=303).follow()
    assert Kiosk.select().count() == 0
    assert "dicabut oleh" in button.submit(status=303).follow()


def test_nobody_but_an_administrator_sees_kiosks(browse):
    browse(user("petugas")).get("/petugas/kantor/kios", status=404)
