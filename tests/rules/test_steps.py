"""Any table of steps is read the same way: what is open now, and why something is not."""

from dataclasses import dataclass

import pytest

from pst.rules.steps import StepRefused, find_row, open_rows


@dataclass(frozen=True)
class Move:
    verb: str
    sources: frozenset[str]
    takers: frozenset[str]


OPEN = Move("open", frozenset({"shut"}), frozenset({"guest", "host"}))
SHUT = Move("shut", frozenset({"open", "ajar"}), frozenset({"host"}))
PULL = Move("open", frozenset({"ajar"}), frozenset({"host"}))
DOOR = (OPEN, SHUT, PULL)


@pytest.mark.parametrize(
    ("status", "takers", "rows"),
    [
        ("shut", ["guest"], [OPEN]),
        ("ajar", ["host", "guest"], [SHUT, PULL]),
        ("ajar", ["guest"], []),
        ("shut", [], []),
    ],
)
def test_open_rows_stand_in_the_order_of_the_table(status, takers, rows):
    assert open_rows(DOOR, status, takers) == rows


@pytest.mark.parametrize(("status", "row"), [("shut", OPEN), ("ajar", PULL)])
def test_a_verb_may_mean_another_row_in_another_status(status, row):
    assert find_row(DOOR, status, "open", ["host"], "pintu") == row


@pytest.mark.parametrize(
    ("status", "verb", "takers", "why"),
    [
        ("shut", "paint", ["host"], "Langkah itu tidak dikenal."),
        ("shut", "shut", ["host"], "Langkah ini tidak dapat dilakukan lagi: keadaan pintu sudah berubah."),
        ("open", "shut", ["guest"], "Langkah ini bukan wewenang Anda."),
    ],
)
def test_a_refusal_says_whether_verb_moment_or_person_is_wrong(status, verb, takers, why):
    with pytest.raises(StepRefused) as refusal:
        find_row(DOOR, status, verb, takers, "pintu")

    assert str(refusal.value) == why
