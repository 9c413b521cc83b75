"""What follows from a letter's facts."""

from dataclasses import replace

from tests.paper.sample_facts import DRAFT, LETTER, OFFICE, REFUSAL


def test_letter_without_a_number_is_a_draft():
    assert [facts.is_draft for facts in (LETTER, REFUSAL, DRAFT)] == [False, False, True]


def test_only_layak_approves():
    assert [facts.is_approval for facts in (LETTER, REFUSAL, DRAFT)] == [True, False, True]


def test_region_is_named_once_whichever_way_the_office_writes_its_name():
    for office in (OFFICE, replace(OFFICE, name="Badan Pusat Statistik Kabupaten Mempawah")):
        assert office.institution == "Badan Pusat Statistik"
        assert office.full_name == "Badan Pusat Statistik Kabupaten Mempawah"
