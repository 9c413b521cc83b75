"""What travels in the complainant's cookie: for how long, and what it opens."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import session

from pst.models.office.settings import the_office
from pst.rules import numbering
from pst.views.complaints import codes
from tests.factories_complaints import CODE, a_complaint, solve

START = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def browser(app):
    """A request of a browser that holds the session between the lines of a test."""
    with time_machine.travel(START, tick=False) as clock, app.test_request_context("/"):
        yield clock


def test_a_challenge_comes_back_with_the_same_code_each_time_and_no_other_challenge_has_it(browser):
    token = codes.new_challenge()

    first, again, other = (
        codes.read_challenge(token, b"isi"),
        codes.read_challenge(token, b"isi"),
        codes.read_challenge(codes.new_challenge(), b"isi"),
    )

    assert (first, first.code == other.code) == (again, False)
    assert numbering.clean_code(first.code) == first.code
    assert numbering.clean_code(first.code) not in token


def test_what_was_corrected_after_it_was_stopped_has_a_code_of_its_own(browser):
    token = codes.new_challenge()

    stopped, corrected = codes.read_challenge(token, b"isi"), codes.read_challenge(token, b"isi yang benar")

    assert stopped.code != corrected.code


@pytest.mark.parametrize("token", ["", "x", "ä.ö", "W10.AAAA"])
def test_what_is_not_our_challenge_opens_nothing(browser, token):
    assert codes.read_challenge(token, b"") is None


def test_a_challenge_lives_a_day(browser):
    token = codes.new_challenge()

    browser.shift(timedelta(hours=24))
    assert codes.read_challenge(token, b"") is not None
    browser.shift(timedelta(seconds=2))
    assert codes.read_challenge(token, b"") is None


def test_a_browser_works_or_a_person_waits(app, browser):
    app.extensions["pst_config"] = strict(app)
    challenge, office = codes.read_challenge(codes.new_challenge(), b""), the_office()

    assert codes.seconds_to_wait(challenge, solve(challenge.token, office.complaint_effort_bits), office) == 0
    assert codes.seconds_to_wait(challenge, "", office) == 20
    browser.shift(timedelta(seconds=15))
    assert codes.seconds_to_wait(challenge, "1", office) == 5
    browser.shift(timedelta(seconds=5))
    assert codes.seconds_to_wait(challenge, "", office) == 0


def test_the_code_is_shown_for_an_hour_or_until_it_was_written_down(browser):
    codes.show_code("ADU-2026-0007", CODE)
    browser.shift(timedelta(minutes=59))
    assert codes.fresh_code() == ("ADU-2026-0007", CODE)

    browser.shift(timedelta(minutes=2))
    assert (codes.fresh_code(), codes.finished()) == (None, "")

    codes.show_code("ADU-2026-0007", CODE)
    codes.finish("ADU-2026-0007")
    assert (codes.fresh_code(), codes.finished()) == (None, "ADU-2026-0007")


def test_a_dialogue_closes_after_half_an_hour_without_a_click(browser):
    complaint = a_complaint()
    codes.begin_dialogue(complaint)

    for _ in range(3):
        browser.shift(timedelta(minutes=25))
        assert codes.current_dialogue() == complaint
    browser.shift(timedelta(minutes=31))
    assert codes.current_dialogue() is None


def test_a_dialogue_ends_with_its_code(browser):
    complaint = a_complaint()
    codes.begin_dialogue(complaint)
    assert codes.current_dialogue() == complaint

    type(complaint).update(code_hash="0" * 64).execute()

    assert codes.current_dialogue() is None


def test_leaving_forgets_everything(browser):
    codes.show_code("ADU-2026-0007", CODE)
    codes.finish("ADU-2026-0007")
    codes.show_code("ADU-2026-0007", CODE)
    codes.begin_dialogue(a_complaint())

    codes.forget_all()

    assert dict(session) == {}


def test_what_a_camera_reads_carries_the_code_where_browsers_do_not_send_it(browser):
    assert codes.code_address(CODE) == f"http://pst.test/pengaduan/lacak#{CODE}"
    assert codes.qr_picture(CODE).startswith("data:image/svg+xml")


def strict(app):
    """The same instance with its limits on."""
    return replace(app.extensions["pst_config"], rate_limits="strict")
