"""Forms of the book: what is asked of a letter, a range, a number that counts for nothing."""

from datetime import date

from pst.forms.letters.book_entries import EntryForm, RangeForm


def test_a_letter_needs_its_day_its_addressee_and_its_subject(sent):
    errors, form = sent(EntryForm, {"dated": "2026-11-23", "prefix": "R", "recipient": " KPPN "})

    assert (form.given["dated"], form.given["recipient"], form.given["number"]) == (date(2026, 11, 23), "KPPN", "")
    assert list(errors) == ["subject"]


def test_a_running_number_is_one_that_a_book_can_have(sent):
    errors, _ = sent(RangeForm, {"kind": "letter", "first": "0", "last": "x", "reason": "a"})

    assert set(errors) == {"kind", "first", "last"}
