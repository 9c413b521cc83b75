"""The guest book as it is typed: little is required, screens are checked one by one, and nothing odd comes in."""

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.frontdesk.visits import (
    AgainForm,
    CardForm,
    EntryForm,
    GuestForm,
    ReturningForm,
    SpecialHoursForm,
    first_screen_with,
)
from pst.rules.frontdesk.visits import GROUPS, ITEMS, ONE_CONTACT

LEAST = {
    "name": "Siti",
    "institution": "Perorangan",
    "phone": "0812 3456 7890",
    "service": "K",
    "purpose": "Data inflasi",
}


def filled(app, form, given):
    """The form as somebody sent it, without its token, after it was checked."""
    with app.test_request_context(method="POST", data=MultiDict(given)):
        shown = form(formdata=MultiDict(given), meta={"csrf": False})
        shown.validate()
        return shown


def errors(app, form, given) -> dict:
    return {name: said[0] for name, said in filled(app, form, given).errors.items() if said}


def test_five_answers_are_enough_and_come_back_by_their_codes(app):
    form = filled(app, GuestForm, LEAST)

    assert (form.errors, form.given) == ({}, LEAST)


@pytest.mark.parametrize("missing", ["name", "institution", "service", "purpose"])
def test_what_is_mandatory_says_so_in_its_own_words(app, missing):
    assert errors(app, GuestForm, {**LEAST, missing: " "}) == {missing: ITEMS[missing].error}


def test_what_is_tapped_need_not_be_typed_and_may_be_explained(app):
    tapped = {"name": "Siti", "phone": LEAST["phone"], "alone": "ya", "service": "K", "topic": "data"}
    explained = {"service": "K", "topic": "data", "purpose": "penduduk per desa"}

    form = filled(app, GuestForm, tapped)

    assert form.errors == {}
    assert (form.given["institution"], form.given["purpose"]) == ("Perorangan", "Mencari data")
    assert filled(app, AgainForm, explained).given["purpose"] == "Mencari data: penduduk per desa"


def test_one_contact_is_enough_whichever(app):
    by_mail = {**LEAST, "phone": "", "email": "Siti@Contoh.TEST"}

    assert errors(app, GuestForm, {**LEAST, "phone": ""}) == {"phone": ONE_CONTACT}
    assert filled(app, GuestForm, by_mail).given["email"] == "Siti@contoh.test"


@pytest.mark.parametrize("phone", ["nol delapan", "0812<b>", "08", "+" * 12, "1" * 31])
def test_a_phone_number_is_written_in_digits(app, phone):
    assert list(errors(app, GuestForm, {**LEAST, "phone": phone})) == ["phone"]


@pytest.mark.parametrize(
    ("code", "value"), [("service", "Z"), ("sex", "x"), ("age", "200"), ("birth_month", "13"), ("needs", "kaya")]
)
def test_an_option_that_is_not_offered_is_refused(app, code, value):
    assert list(errors(app, GuestForm, {**LEAST, code: value})) == [code]


def test_a_screen_is_checked_by_itself_and_the_first_with_a_problem_is_found(app):
    form = filled(app, GuestForm, {"name": "Siti", "institution": "Perorangan"})

    assert form.problems_in(item.code for item in GROUPS[0].items) == {}
    assert set(form.problems_in(ITEMS)) == {"phone", "service", "purpose"}
    assert [group.key for group in GROUPS][first_screen_with({"purpose": "…", "case": "…"})] == "layanan"
    assert first_screen_with({}) == 0


def test_coming_back_needs_number_and_month_or_a_card(app):
    assert list(errors(app, ReturningForm, {"phone": "081234567890"})) == ["birth_month"]
    assert list(errors(app, ReturningForm, {"birth_month": "5"})) == ["phone"]
    assert errors(app, ReturningForm, {"phone": "081234567890", "birth_month": "5"}) == {}
    assert list(errors(app, CardForm, {"card": ""})) == ["card"]
    assert errors(app, CardForm, {"card": " "}) == {"card": "Pindai atau ketik kode kartu Anda."}
    assert list(errors(app, ReturningForm, {"phone": " ", "birth_month": "5"})) == ["phone"]
    assert list(errors(app, CardForm, {"card": "A" * 201})) == ["card"]


def test_whoever_is_recognised_is_asked_only_what_differs(app):
    given = {"service": "R", "purpose": "Ambil surat", "needs": "lansia", "case": "7KMP-2QXA-W9DT-3HFB"}

    form = filled(app, AgainForm, given)

    assert form.given == {**given, "needs": ["lansia"]}
    assert set(errors(app, AgainForm, {"needs": "lansia"})) == {"service", "purpose"}


def test_a_page_of_the_paper_book_wants_its_day(app):
    assert list(errors(app, EntryForm, {**LEAST, "paper": "ya"})) == ["day"]
    assert errors(app, EntryForm, {**LEAST, "paper": "ya", "day": "2026-11-20", "hour": "09:15"}) == {}
    assert errors(app, EntryForm, {**LEAST, "paper": "tidak"}) == {}


def test_special_days_without_hours_are_a_closure(app):
    days = {"name": "Rapat kerja", "starts": "2026-12-01", "ends": "2026-12-02"}

    assert errors(app, SpecialHoursForm, days) == {}
    assert list(errors(app, SpecialHoursForm, {**days, "ends": "kapan-kapan"})) == ["ends"]
