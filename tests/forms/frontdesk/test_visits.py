"""The guest book as it is typed: little is required, screens are checked one by one, and nothing odd comes in."""

import pytest

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


@pytest.fixture
def errors(sent):
    """`errors(form, given)`: what is said first at each field."""
    return lambda form, given: {name: said[0] for name, said in sent(form, given)[0].items() if said}


def test_five_answers_are_enough_and_come_back_by_their_codes(sent):
    form = sent(GuestForm, LEAST)[1]

    assert (form.errors, form.given) == ({}, LEAST)


@pytest.mark.parametrize("missing", ["name", "institution", "service", "purpose"])
def test_what_is_mandatory_says_so_in_its_own_words(errors, missing):
    assert errors(GuestForm, {**LEAST, missing: " "}) == {missing: ITEMS[missing].error}


def test_what_is_tapped_need_not_be_typed_and_may_be_explained(sent):
    tapped = {"name": "Siti", "phone": LEAST["phone"], "alone": "ya", "service": "K", "topic": "data"}
    explained = {"service": "K", "topic": "data", "purpose": "penduduk per desa"}

    form = sent(GuestForm, tapped)[1]

    assert form.errors == {}
    assert (form.given["institution"], form.given["purpose"]) == ("Perorangan", "Mencari data")
    assert sent(AgainForm, explained)[1].given["purpose"] == "Mencari data: penduduk per desa"


def test_one_contact_is_enough_whichever(sent, errors):
    by_mail = {**LEAST, "phone": "", "email": "Siti@Contoh.TEST"}

    assert errors(GuestForm, {**LEAST, "phone": ""}) == {"phone": ONE_CONTACT}
    assert sent(GuestForm, by_mail)[1].given["email"] == "Siti@contoh.test"


@pytest.mark.parametrize("phone", ["nol delapan", "0812<b>", "08", "+" * 12, "1" * 31])
def test_a_phone_number_is_written_in_digits(errors, phone):
    assert list(errors(GuestForm, {**LEAST, "phone": phone})) == ["phone"]


@pytest.mark.parametrize(
    ("code", "value"), [("service", "Z"), ("sex", "x"), ("age", "200"), ("birth_month", "13"), ("needs", "kaya")]
)
def test_an_option_that_is_not_offered_is_refused(errors, code, value):
    assert list(errors(GuestForm, {**LEAST, code: value})) == [code]


def test_a_screen_is_checked_by_itself_and_the_first_with_a_problem_is_found(sent):
    form = sent(GuestForm, {"name": "Siti", "institution": "Perorangan"})[1]

    assert form.problems_in(item.code for item in GROUPS[0].items) == {}
    assert set(form.problems_in(ITEMS)) == {"phone", "service", "purpose"}
    assert [group.key for group in GROUPS][first_screen_with({"purpose": "…", "case": "…"})] == "layanan"
    assert first_screen_with({}) == 0


def test_coming_back_needs_number_and_month_or_a_card(errors):
    assert list(errors(ReturningForm, {"phone": "081234567890"})) == ["birth_month"]
    assert list(errors(ReturningForm, {"birth_month": "5"})) == ["phone"]
    assert errors(ReturningForm, {"phone": "081234567890", "birth_month": "5"}) == {}
    assert list(errors(CardForm, {"card": ""})) == ["card"]
    assert errors(CardForm, {"card": " "}) == {"card": "Pindai atau ketik kode kartu Anda."}
    assert list(errors(ReturningForm, {"phone": " ", "birth_month": "5"})) == ["phone"]
    assert list(errors(CardForm, {"card": "A" * 201})) == ["card"]


def test_whoever_is_recognised_is_asked_only_what_differs(sent, errors):
    given = {"service": "R", "purpose": "Ambil surat", "needs": "lansia", "case": "7KMP-2QXA-W9DT-3HFB"}

    form = sent(AgainForm, given)[1]

    assert form.given == {**given, "needs": ["lansia"]}
    assert set(errors(AgainForm, {"needs": "lansia"})) == {"service", "purpose"}


def test_a_page_of_the_paper_book_wants_its_day(errors):
    assert list(errors(EntryForm, {**LEAST, "paper": "ya"})) == ["day"]
    assert errors(EntryForm, {**LEAST, "paper": "ya", "day": "2026-11-20", "hour": "09:15"}) == {}
    assert errors(EntryForm, {**LEAST, "paper": "tidak"}) == {}


def test_special_days_without_hours_are_a_closure(errors):
    days = {"name": "Rapat kerja", "starts": "2026-12-01", "ends": "2026-12-02"}

    assert errors(SpecialHoursForm, days) == {}
    assert list(errors(SpecialHoursForm, {**days, "ends": "kapan-kapan"})) == ["ends"]
