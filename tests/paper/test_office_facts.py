"""The office as its letterhead names it."""

from dataclasses import replace

from pst.paper.office_facts import office_facts
from pst.rules.office.office import Office
from tests.paper.sample_facts import OFFICE


def test_region_is_named_once_whichever_way_the_office_writes_its_name():
    for office in (OFFICE, replace(OFFICE, name="Badan Pusat Statistik Kabupaten Mempawah")):
        assert office.institution == "Badan Pusat Statistik"
        assert office.full_name == "Badan Pusat Statistik Kabupaten Mempawah"


def test_the_letterhead_takes_the_office_as_its_settings_name_it():
    facts = office_facts(Office())

    assert (facts.name, facts.full_name) == ("Badan Pusat Statistik", "Badan Pusat Statistik Kabupaten Mempawah")
