"""A small effort: easy to check, found by trying, and replaced by waiting."""

import hashlib
from datetime import datetime, timedelta

import pytest

from pst.rules.complaints.effort import is_solved, wait_left
from tests.factories_complaints import solve


def test_the_number_found_makes_the_hash_begin_with_zero_bits_and_no_smaller_one_does():
    number = int(solve("tantangan", 9))

    digest = hashlib.sha256(f"tantangan:{number}".encode()).hexdigest()
    assert digest.startswith("00") and int(digest[2], 16) < 8
    assert not any(is_solved("tantangan", str(smaller), 9) for smaller in range(number))


def test_a_solution_belongs_to_its_challenge():
    number = solve("tantangan", 10)

    assert (is_solved("tantangan", number, 10), is_solved("tantangan lain", number, 10)) == (True, False)


@pytest.mark.parametrize("odd", ["", "-1", "1.0", "１", "9" * 13, " 1", "0x1", "a"])
def test_only_a_plain_number_is_looked_at(odd):
    assert is_solved("tantangan", odd, 0) is False


@pytest.mark.parametrize(("after", "left"), [(0, 20), (19.4, 1), (20, 0), (3600, 0)])
def test_without_script_one_waits_so_long_from_the_form_on(after, left):
    issued = datetime(2026, 11, 23, 2, 0)

    assert wait_left(issued, issued + timedelta(seconds=after), 20) == left
