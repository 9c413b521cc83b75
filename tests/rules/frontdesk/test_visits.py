"""The guest book as data, and how visits are numbered and people recognised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.frontdesk import visits
from pst.rules.frontdesk.visits import (
    ALONE,
    GROUPS,
    ITEMS,
    complaint_number_in,
    has_contact,
    kept_until,
    phone_key,
    written_down,
)


def test_what_was_tapped_is_written_down_in_words():
    assert written_down({"alone": ["ya"], "topic": "ambil"}) == {"institution": ALONE, "purpose": "Mengambil surat"}
    assert written_down({"alone": ["ya"], "institution": "UNTAN"}) == {"institution": "UNTAN"}
    assert written_down({"purpose": "Data"}) == {"purpose": "Data"}


def test_only_name_institution_service_and_purpose_are_mandatory_and_one_contact():
    assert [code for code, item in ITEMS.items() if item.required] == ["name", "institution", "service", "purpose"]
    assert has_contact({"phone": "0812", "email": ""}) and has_contact({"email": "a@b.id"})
    assert not has_contact({"phone": "", "email": ""})


def test_every_item_is_asked_once_and_every_choice_has_options():
    assert len(ITEMS) == sum(len(group.items) for group in GROUPS)
    assert [item.code for item in ITEMS.values() if item.kind.startswith("choice") and not item.options] == []


def test_what_is_counted_after_anonymising_are_choices_only():
    assert {ITEMS[code].kind for code in visits.STATISTICAL} == {"choice"}


@pytest.mark.parametrize("typed", ["0812 3456-7890", "+62 812-3456-7890", "62 81234567890", "006281234567890"])
def test_one_phone_number_is_known_however_it_is_typed(typed):
    assert phone_key(typed) == "81234567890"


@given(st.integers(80000000, 89999999999), st.sampled_from(["0", "+62", "62", "0062"]))
def test_prefixes_never_make_two_numbers_of_one(number, prefix):
    assert phone_key(f"{prefix}{number}") == str(number)


def test_complaint_numbers_are_found_however_they_are_typed():
    assert complaint_number_in(" adu-2026-0001 ") == "ADU-2026-0001"
    assert complaint_number_in("REK-6104-2026-0001") == ""


def test_visits_are_numbered_by_year():
    assert visits.visit_number(2026, 12) == "KUN-2026-0012"


def test_words_of_options_and_of_nothing():
    assert visits.label_of("sex", "p") == "Perempuan"
    assert (visits.label_of("sex", ""), visits.label_of("service", "K")) == ("", "Konsultasi statistik")


def test_visits_are_kept_for_full_months():
    assert kept_until(date(2026, 11, 23), 24) == date(2024, 11, 1)  # Senin
    assert kept_until(date(2026, 1, 31), 1) == date(2025, 12, 1)  # Sabtu
