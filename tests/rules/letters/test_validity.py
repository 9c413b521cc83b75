"""A recommendation counts to its last day, and what was ended stays ended."""

from datetime import date
from types import SimpleNamespace

import pytest

from pst.rules.letters.validity import STATES, TONES, VERDICTS, state_on, told, valid_until

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
    assert STATES.keys() == TONES.keys() == VERDICTS.keys()


@pytest.mark.parametrize(
    ("state", "until", "ended", "newer", "words"),
    [
        ("issued", None, None, None, "Berlaku"),
        ("expired", date(2027, 11, 30), None, None, "Kedaluwarsa (sampai 30 November 2027)"),
        ("revoked", date(2027, 11, 30), ISSUED, None, "Dicabut pada 30 November 2026"),
        ("replaced", None, ISSUED, "B-2/61040", "Diganti pada 30 November 2026 dengan surat nomor B-2/61040"),
    ],
)
def test_what_a_letter_is_comes_with_its_day(state, until, ended, newer, words):
    assert told(state, until, ended, newer) == words
