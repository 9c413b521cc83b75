"""Any table of steps is read the same way: what is open now, and why something is not."""

import pytest

from pst.rules.steps import NoteMissing, StepRefused, find_step, open_steps, past_words, step, written_note

OPEN = step("open", "Buka", "Dibuka", ["shut"], "open", ["guest", "host"])
SHUT = step("shut", "Tutup", "Ditutup", ["open", "ajar"], "shut", ["host"], note="Alasan")
PULL = step("open", "Tarik", "Dibuka", ["ajar"], "open", ["host"])
DOOR = (OPEN, SHUT, PULL)


@pytest.mark.parametrize(
    ("status", "takers", "rows"),
    [("shut", ["guest"], [OPEN]), ("ajar", ["host", "guest"], [SHUT, PULL]), ("ajar", ["guest"], []), ("shut", [], [])],
)
def test_open_steps_stand_in_the_order_of_the_table(status, takers, rows):
    assert open_steps(DOOR, status, takers) == rows


@pytest.mark.parametrize(("status", "row"), [("shut", OPEN), ("ajar", PULL)])
def test_a_verb_may_mean_another_row_in_another_status(status, row):
    assert find_step(DOOR, status, "open", ["host"], "pintu") == row


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
        find_step(DOOR, status, verb, takers, "pintu")

    assert str(refusal.value) == why


def test_a_note_is_asked_for_only_where_the_row_names_one():
    assert (written_note(OPEN, " ", "Isi."), written_note(SHUT, " Dingin. ", "Isi.")) == ("", "Dingin.")

    with pytest.raises(NoteMissing, match="Isi") as missing:
        written_note(SHUT, "  ", "Isi.")
    assert missing.value.field == "note"


def test_the_history_says_of_a_verb_what_its_row_says():
    assert past_words(DOOR) == {"open": "Dibuka", "shut": "Ditutup"}
