"""Waiting and serving times: measured, summarised, and used to say how long it will take."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.frontdesk.waiting import Times, expected_wait, times_of


def minutes(*numbers: float) -> list[timedelta]:
    return [timedelta(minutes=number) for number in numbers]


def test_median_and_ninetieth_percentile_of_ten_visitors():
    assert times_of(minutes(1, 2, 3, 4, 5, 6, 7, 8, 9, 30)) == Times(10, 5.5, 9)


def test_nothing_measured_is_nothing_known():
    assert times_of([]) == Times(0, None, None)


@given(st.lists(st.integers(0, 500), min_size=1))
def test_nine_of_ten_do_not_exceed_the_ninetieth_percentile(numbers):
    found = times_of(minutes(*numbers))

    assert sum(number <= found.p90 for number in numbers) >= 0.9 * len(numbers)
    assert min(numbers) <= found.median <= max(numbers)


@pytest.mark.parametrize(
    ("ahead", "served", "counters", "expected"),
    [
        (0, (), 2, 0),
        (2, (), 1, 30),  # the office's usual 15 minutes each
        (2, (5, 5), 1, 30),  # two served are not enough to go by
        (4, (6, 6, 60), 1, 25),  # the median of today: 6 minutes each, rounded up to five
        (4, (6, 6, 60), 2, 15),
        (1, (6, 6, 6), 0, 10),  # nobody sits there yet: counted as one
    ],
)
def test_the_expected_wait_comes_from_todays_real_times(ahead, served, counters, expected):
    assert expected_wait(ahead, minutes(*served), counters, usual_minutes=15) == expected
