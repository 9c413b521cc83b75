"""The head names today's Plh. from the own page."""

import pytest

from pst.models.letters.signatories import Signatory
from pst.rules.roles import Role
from tests.factories import WHEN, a_user, user

pytestmark = pytest.mark.usefixtures("monday")


def test_the_head_names_who_signs_today_and_until_when(browse):
    deputy = a_user("wakil@contoh.test", "Rahmat Wakil", Role.HEAD)
    head = browse(user("kepala"))
    page = head.get(head.get("/petugas/surat").html.find("a", string="Tetapkan Plh. atau Plt.")["href"])
    assert "surat disahkan Dewi Kepala (Kepala)" in page.text

    form = page.forms["stand-in"]
    form["user"], form["mandate"] = str(deputy.id), "SP 5/2026"
    refused = form.submit(status=422)
    assert "Isi hari terakhirnya." in refused.html.select_one("#error-summary").text
    form = refused.forms["stand-in"]
    form["ends"] = "24 November 2026"
    told = form.submit(status=303).follow()

    assert "Rahmat Wakil mengesahkan surat sebagai Plh. Kepala sampai 24 November 2026." in told.text
    assert Signatory.on(WHEN.date()).user_id == deputy.id
    browse(user("petugas")).get("/petugas/surat/pelaksana", status=404)
