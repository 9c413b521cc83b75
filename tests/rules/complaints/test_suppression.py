"""Small numbers are left out so that they cannot be worked out from the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.complaints.suppression import printed, suppress, total_of

CELLS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=1)


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ({"a": 9, "b": 5}, {"a": 9, "b": 5}),
        ({"a": 9, "b": 2, "c": 6}, {"a": 9, "b": None, "c": None}),
        ({"a": 9, "b": 1, "c": 1}, {"a": None, "b": None, "c": None}),  # two that must be one each
        ({"a": 9, "b": 3, "c": 4}, {"a": 9, "b": None, "c": None}),
        ({"a": 0, "b": 9}, {"a": 0, "b": 9}),
        ({"a": 3}, {"a": None}),
        ({}, {}),
    ],
)
def test_which_numbers_are_left_out(counts, kept):
    assert suppress(counts, 5) == kept


@given(CELLS)
def test_no_small_number_can_be_read_or_subtracted(counts):
    kept, total = suppress(counts, 5), total_of(counts, 5)

    assert all(count is None or (count == counts[key] and not 0 < count < 5) for key, count in kept.items())
    hidden = [counts[key] for key, count in kept.items() if count is None]
    assert not hidden or total is None or (len(hidden) > 1 and sum(hidden) >= 5)


def test_a_small_total_is_left_out_too_and_says_so():
    assert (total_of({"a": 2, "b": 2}, 5), total_of({"a": 0}, 5), total_of({"a": 5}, 5)) == (None, 0, 5)
    assert (printed(None, 5), printed(0, 5), printed(12, 5)) == ("< 5 / disamarkan", "0", "12")
