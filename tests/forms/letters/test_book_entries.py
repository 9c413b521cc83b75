"""Forms of the book: what is asked of a letter, a range, a number that counts for nothing."""

from datetime import date

from werkzeug.datastructures import MultiDict

from pst.forms.letters.book_entries import EntryForm, RangeForm


def test_a_letter_needs_its_day_its_addressee_and_its_subject(app, db):
    with app.test_request_context(method="POST"):
        form = EntryForm(formdata=MultiDict({"dated": "2026-11-23", "prefix": "R", "recipient": " KPPN "}))
        form.validate()

    assert (form.given["dated"], form.given["recipient"], form.given["number"]) == (date(2026, 11, 23), "KPPN", "")
    assert "subject" in form.errors and "number" not in form.errors and "prefix" not in form.errors


def test_a_running_number_is_one_that_a_book_can_have(app):
    with app.test_request_context(method="POST"):
        form = RangeForm(formdata=MultiDict({"kind": "letter", "first": "0", "last": "x", "reason": "a"}))
        form.validate()

    assert set(form.errors) >= {"kind", "first", "last"}
