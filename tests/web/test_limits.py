"""What can be guessed may be tried only so often from one address."""

from tests import factories
from tests.browsing import Browsing


def test_guessing_codes_is_slowed_down_and_said_in_indonesian(strict):
    answers = [strict.get(f"/lacak/ABCD-EFGH-JKM{n % 10}-ABCD", status="*").status_int for n in range(40)]

    assert answers.count(429) >= 5
    assert answers[0] == 404


def test_a_relaxed_instance_lets_checks_run(anyone):
    assert {anyone.get(f"/lacak/ABCD-EFGH-JKM{n % 10}-ABCD", status=404).status_int for n in range(40)} == {404}


def test_a_code_that_leads_nowhere_counts_as_a_try(strict):
    answers = [strict.get(f"/antrean/7KMP-2QXA-W9DT-3H{n:02}", status="*").status_int for n in range(31)]

    assert answers == [404] * 30 + [429]


def test_a_class_room_behind_one_address_signs_in_and_only_failures_count(strict):
    inside = [Browsing(strict.app).sign_in(factories.an_applicant()) for _ in range(31)]
    refused = [_wrong(inside[0], f"{n}@contoh.test") for n in range(31)]

    assert refused == [422] * 30 + [429]


def test_asking_for_mails_counts_however_it_ends_and_says_how_long_to_wait(strict):
    asked = [_asks_for_link(strict, f"{n}@contoh.test") for n in range(31)]

    assert asked == [303] * 30 + [429]


def _wrong(browser: Browsing, email: str) -> int:
    typed = {"csrf_token": _token(browser, "/daftar"), "email": email, "password": "bukan sandinya", "next": ""}
    return browser.post("/masuk", typed, status="*").status_int


def _asks_for_link(browser: Browsing, email: str) -> int:
    typed = {"csrf_token": _token(browser, "/lupa-sandi"), "email": email}
    return browser.post("/lupa-sandi", typed, status="*").status_int


def _token(browser: Browsing, page: str) -> str:
    return str(browser.get(page).html.select_one("main [name=csrf_token]")["value"])
