"""Who needs a second factor from when, and how long a proof holds."""

from datetime import date, datetime, timedelta

import pytest

from pst.rules.accounts.second_factor import is_due, is_fresh, step_of
from pst.rules.roles import Role

NOW = datetime(2026, 11, 23, 2)
TODAY, TOMORROW = date(2026, 11, 23), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("roles", "leading", "officers", "due"),
    [
        ({Role.HEAD}, TODAY, None, True),
        ({Role.ADMIN}, TOMORROW, TODAY, False),
        ({Role.OFFICER}, TODAY, None, False),
        ({Role.OFFICER}, None, TODAY, True),
        ({Role.OFFICER, Role.HEAD}, TOMORROW, TODAY, True),
        ({Role.APPLICANT}, TODAY, TODAY, False),
        ({Role.HEAD, Role.OFFICER}, None, None, True),
        ({Role.OFFICER}, None, None, False),
    ],
)
def test_from_the_day_that_the_office_says_by_role(roles, leading, officers, due):
    assert is_due(roles, leading, officers, TODAY) is due


def test_a_proof_holds_ten_minutes():
    ages = (None, NOW, NOW - timedelta(minutes=10), NOW - timedelta(minutes=10, seconds=1))
    assert [is_fresh(proved, NOW) for proved in ages] == [False, True, True, False]


def test_steps_are_half_minutes_of_universal_time():
    assert (step_of(datetime(1970, 1, 1, 0, 0, 59)), step_of(datetime(2005, 3, 18, 1, 58, 29))) == (1, 37037036)
