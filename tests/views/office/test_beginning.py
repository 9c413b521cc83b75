"""The page of the first steps, and the mail that tries the settings."""

from dataclasses import replace

import pytest

from pst.mail.server import Outcome
from pst.models.audit import Event
from pst.views.office import beginning
from tests.browsing import flash

pytestmark = pytest.mark.usefixtures("monday")
ROOM = "/petugas/kantor/mulai"


def test_the_office_leads_to_the_steps_that_are_left(admin):
    page = admin.get("/petugas/kantor").click("Langkah awal kantor")

    assert page.request.path == ROOM
    assert "Isi PST_SMTP" in page and "Kirim surel uji" not in page


def test_a_mail_is_tried_and_what_the_server_said_is_told(admin, app, config, monkeypatch):
    app.extensions["pst_config"] = replace(config, smtp="surel.contoh:25")
    answers = iter([Outcome("queued", "sambungan ditolak"), Outcome("sent")])
    monkeypatch.setattr(beginning, "send_trial", lambda to, config: next(answers))

    def said() -> str:
        form = next(form for form in admin.get(ROOM).forms.values() if form.action.endswith("surel-uji"))
        return flash(form.submit(status=303).follow())

    assert "tidak terkirim: sambungan ditolak" in said()
    assert Event.latest("email", "uji") is None
    assert "diterima peladen untuk admin@contoh.test" in said()
    assert Event.latest("email", "uji").verb == "try_mail"
