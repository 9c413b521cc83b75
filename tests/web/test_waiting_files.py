"""A file that waits for its confirmation is found again by whoever sent it, for what it was sent for."""

import pytest
from flask_login import login_user

from pst.web.waiting_files import keep_waiting, waiting_file
from tests.factories import an_applicant, an_officer


@pytest.fixture(autouse=True)
def _signed_in(app, db):
    with app.test_request_context():
        login_user(an_applicant())
        yield


def test_it_is_found_by_its_sender_for_its_purpose_and_matter():
    token = keep_waiting("uji", b"isi", "daftar.csv", about="REK-1")

    found = waiting_file("uji", token, about="REK-1")

    assert found is not None and (found.content, found.name, found.token) == (b"isi", "daftar.csv", token)
    assert (waiting_file("uji", token), waiting_file("lain", token, about="REK-1"), waiting_file("uji", "x")) == (
        None,
        None,
        None,
    )


def test_nobody_else_finds_it():
    token = keep_waiting("uji", b"isi")
    login_user(an_officer())

    assert waiting_file("uji", token) is None
