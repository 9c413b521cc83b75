"""What can be guessed may be tried only so often from one address."""

from pst import create_app
from pst.config import Config
from tests.browsing import Browsing


def test_guessing_codes_is_slowed_down_and_said_in_indonesian(db, config):
    browser = Browsing(create_app(Config(**{**config.__dict__, "rate_limits": "strict"})))

    answers = [browser.get(f"/lacak/ABCD-EFGH-JKM{n % 10}-ABCD", status="*").status_int for n in range(40)]

    assert answers.count(429) >= 5
    assert answers[0] == 404


def test_a_relaxed_instance_lets_checks_run(anyone):
    assert {anyone.get(f"/lacak/ABCD-EFGH-JKM{n % 10}-ABCD", status=404).status_int for n in range(40)} == {404}


def test_a_code_that_leads_nowhere_counts_as_a_try(db, config):
    strict = Browsing(create_app(Config(**{**config.__dict__, "rate_limits": "strict"})))

    answers = [strict.get(f"/antrean/7KMP-2QXA-W9DT-3H{n:02}", status="*").status_int for n in range(31)]

    assert answers == [404] * 30 + [429]
