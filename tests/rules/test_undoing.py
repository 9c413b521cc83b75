"""For how long a mistake is taken back."""

from datetime import datetime, timedelta

import pytest

from pst.rules.undoing import may_undo

DONE = datetime(2026, 11, 23, 2)  # Senin


@pytest.mark.parametrize(("later", "may"), [(0, True), (10, True), (11, False)])
def test_ten_minutes_are_left_for_it(later, may):
    assert may_undo(DONE, DONE + timedelta(minutes=later)) is may


def test_what_was_not_done_is_not_taken_back():
    assert not may_undo(None, DONE)
