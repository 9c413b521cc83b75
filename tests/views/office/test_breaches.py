"""A breach, page by page."""

import pytest

from pst.models.emails import Email
from tests.browsing import flash

pytestmark = pytest.mark.usefixtures("monday")
HOME = "/petugas/kantor/kegagalan-data"


def test_it_is_written_down_printed_and_told(admin):
    form = admin.get(f"{HOME}/baru").forms["breach"]
    typed = {"name": "Laptop dicuri", "known_on": "22-11-2026", "known_hour": "9.00", "people": "120"}
    for name, value in {**typed, "happened": "Dicuri.", "data": "Nama.", "measures": "Sandi diganti."}.items():
        form[name] = value
    page = form.submit(status=303).follow()
    assert "45 jam lagi" in page.text and "45 jam lagi" in admin.get("/petugas/kantor").text

    page = page.click("Laptop dicuri")
    assert page.click("pemberitahuan kepada").content_type == "application/pdf"
    refused = page.forms["tell-people"].submit(status=422)
    assert "paling sedikit satu alamat" in refused.text
    tell = refused.forms["tell-people"]
    tell["mailboxes"] = "bukan-alamat"
    tell = tell.submit(status=422).forms["tell-people"]
    assert tell["mailboxes"].value == "bukan-alamat"
    tell["mailboxes"] = "a@b.id\nc@d.id"

    assert flash(tell.submit(status=303).follow()) == "2 surel pemberitahuan dikirim."
    assert Email.select().where(Email.kind == "breach").count() == 2
