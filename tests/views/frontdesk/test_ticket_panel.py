"""What can be done with one number: the steps of its state, and the queues it can be passed on to."""

import pytest
from flask_login import login_user

from pst.rules.frontdesk.tickets import SERVICES
from pst.views.frontdesk.ticket_panel import panel_of
from tests.factories import user
from tests.factories_desk import a_guest


@pytest.fixture
def somebody(app, db):
    with app.test_request_context("/petugas/loket"):
        login_user(user("petugas"))
        yield


def test_a_number_that_waits_is_called_or_cancelled_or_passed_on_to_another_queue(somebody):
    ticket = a_guest().ticket

    panel = panel_of(ticket, {"service": "Pilih layanan lain."})

    assert panel["steps"] == {"call", "cancel"}
    assert panel["plain_steps"] == [("cancel", "Batalkan", "secondary")]
    assert [letter for letter, _ in panel["goals"]] == [it.letter for it in SERVICES if it.letter != ticket.service]
    assert panel["problems"] == {"service": "Pilih layanan lain."}


def test_without_a_number_there_is_nothing_to_do(somebody):
    panel = panel_of(None)

    assert (panel["ticket"], panel["steps"], panel["goals"]) == (None, set(), [])
