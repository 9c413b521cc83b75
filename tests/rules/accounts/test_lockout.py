"""How long whoever guesses must wait."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pst.rules.accounts.lockout import BY_ACCOUNT, BY_ADDRESS, BY_MAILBOX, Patience

NOON = datetime(2026, 11, 23, 5, 0)  # Senin, 12.00 WIB


def test_the_first_slips_cost_nothing_then_the_wait_doubles_to_its_limit():
    minutes = [BY_ACCOUNT.wait(failures) // timedelta(minutes=1) for failures in range(12)]

    assert minutes == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30]


def test_the_door_opens_again_when_the_wait_since_the_last_failure_is_over():
    assert BY_ACCOUNT.open_again(4, NOON) == NOON
    assert BY_ACCOUNT.open_again(7, NOON) == NOON + timedelta(minutes=4)


@given(st.integers(0, 10**6), st.sampled_from([BY_ACCOUNT, BY_ADDRESS, BY_MAILBOX]))
def test_more_failures_never_mean_a_shorter_wait(failures: int, patience: Patience):
    assert patience.wait(failures) <= patience.wait(failures + 1) <= patience.longest


def test_an_office_behind_one_address_may_slip_more_often_than_one_account():
    assert BY_ADDRESS.free >= 10 * BY_ACCOUNT.free
