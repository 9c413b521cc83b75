"""A filter gets its name above the register it narrows, and is used and dropped there."""

import pytest

from tests.factories import user

pytestmark = pytest.mark.usefixtures("monday")

NARROWED = "/petugas/permohonan?keadaan=berjalan&urut=-batas"


def test_a_filter_is_kept_shared_and_dropped_above_its_register(browse):
    me, other = browse(user("petugas")), browse(user("kepala"))
    assert "keep-filter" not in me.get("/petugas/permohonan").forms
    form = me.get(NARROWED).forms["keep-filter"]

    refused = form.submit(status=422)
    form = refused.forms["keep-filter"]
    form["name"], form["shared"] = "Berjalan", True
    page = form.submit(status=303).follow()

    assert page.request.path_qs == NARROWED
    assert page.html.select_one(".pst-chips [aria-current]").text.strip() == "Berjalan"
    seen = other.get("/petugas/permohonan").html.select_one(".pst-chips")
    assert (seen.a["href"], seen.form) == (NARROWED, None)
    dropped = next(each for each in page.forms.values() if each.action.endswith("/hapus")).submit(status=303).follow()
    assert "“Berjalan” dihapus" in dropped and dropped.html.select_one(".pst-chips") is None


def test_a_list_elsewhere_is_not_led_to(browse):
    form = browse(user("petugas")).get(NARROWED).forms["keep-filter"]
    form["path"], form["name"] = "//contoh.test/", "Nama"

    assert form.submit(status=303).location.endswith("/petugas?keadaan=berjalan&urut=-batas")
