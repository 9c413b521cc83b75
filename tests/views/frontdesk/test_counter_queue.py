"""The queue beside the counter: it renews itself, keeps nobody signed in, and costs the same for many."""

from datetime import timedelta
from functools import partial

import pytest

from pst.models.accounts.users import UserSession
from pst.models.base import write
from tests.factories import WHEN
from tests.factories_desk import guests, served
from tests.views.frontdesk.at_the_counter import DESK, press, sit_down

pytestmark = pytest.mark.usefixtures("monday")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def sits(browse):
    """`sits(2, "R")`: an officer's browser at this counter, calling these queues."""
    return partial(sit_down, browse)


def test_the_queue_renews_itself_as_a_fragment_and_by_a_plain_link(sits):
    browser = sits(1)
    page = browser.get(DESK)
    address = page.html.select_one("#queue")["hx-get"]
    guests(2)

    fragment = browser.get(address, headers=HTMX)

    assert fragment.html.find()["id"] == "queue"
    assert [it.text for it in fragment.html.select(".pst-number")] == ["K-001", "K-002"]
    renewed = page.click("Perbarui sekarang")
    assert [it.text for it in renewed.html.select("#queue .pst-number")] == ["K-001", "K-002"]


def test_a_queue_that_renews_itself_keeps_no_absent_officer_signed_in(sits):
    browser = sits(1)
    address = browser.get(DESK).html.select_one("#queue")["hx-get"]
    before = UserSession.get().seen_at - timedelta(minutes=20)
    with write():
        UserSession.update(seen_at=before).execute()

    browser.get(address, headers=HTMX)
    untouched = UserSession.get().seen_at
    browser.get(DESK)

    assert untouched == before < UserSession.get().seen_at


def test_a_queue_left_in_another_window_leads_to_the_choice_of_seats(sits):
    browser = sits(1)
    address = browser.get(DESK).html.select_one("#queue")["hx-get"]
    press(browser, "Tinggalkan loket")

    answer = browser.get(address, headers=HTMX, status=204)

    assert answer.headers["HX-Redirect"] == DESK


def test_todays_finished_visits_are_listed_with_their_results(sits):
    first, _ = guests(2)
    served(first, at=WHEN + timedelta(minutes=5))

    row = sits(1).get(DESK).html.select_one("#finished tr")

    assert [cell.get_text(" ", strip=True) for cell in row.select("th, td")] == [
        "K-001",
        "Tamu 0",
        "Selesai Keperluan selesai dilayani",
        "09.15 WIB",
        "",
    ]


def test_the_counter_asks_no_more_for_thirty_who_wait_than_for_one(sits, count_queries):
    browser = sits(1)
    guests(1)
    browser.get(DESK)
    with count_queries() as one:
        browser.get(DESK)
    guests(29, at=WHEN + timedelta(minutes=30))
    browser.get(DESK)

    with count_queries() as thirty:
        browser.get(DESK)

    assert thirty.number == one.number <= 12


def test_every_key_means_one_thing_and_is_said_on_the_page(sits):
    guests(2)
    browser = sits(1)
    idle = browser.get(DESK)
    called = idle.forms["next"].submit(status=303).follow()
    serving = press(browser, "Mulai layani") and browser.get(DESK)

    keys = [[it["accesskey"][0] for it in page.html.select("[accesskey]")] for page in (idle, called, serving)]
    assert keys == [["p"], ["l", "u", "t", "h", "k"], ["s", "t", "k"]]
    said = [letter.text.lower() for letter in idle.html.select("p b") if len(letter.text) == 1]
    assert sorted(said) == sorted({key for page in keys for key in page})
