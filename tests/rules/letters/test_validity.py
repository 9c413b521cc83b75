"""A recommendation counts to its last day, and what was ended stays ended."""

from datetime import date
from types import SimpleNamespace

import pytest

from pst.rules.letters.validity import STATES, TONES, state_on, valid_until

ISSUED = date(2026, 11, 30)  # Senin


@pytest.mark.parametrize(
    ("outcome", "months", "last"),
    [("layak", 12, date(2027, 11, 30)), ("layak", 3, date(2027, 2, 28)), ("layak", 0, None), ("ditolak", 12, None)],
)
def test_the_office_says_how_long_a_recommendation_counts(outcome, months, last):
    assert valid_until(outcome, ISSUED, months) == last


def test_a_letter_expires_after_its_last_day_unless_it_was_ended_before():
    last = date(2027, 11, 30)

    days = [
        state_on(SimpleNamespace(state=state, valid_until=until), today)
        for state, until, today in (
            ("issued", last, last),
            ("issued", last, date(2027, 12, 1)),
            ("revoked", last, date(2027, 12, 1)),
            ("issued", None, date(2040, 1, 1)),
        )
    ]

    assert days == ["issued", "expired", "revoked", "issued"]
    assert STATES.keys() == TONES.keys()
