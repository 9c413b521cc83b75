"""Finding by what people type, on the set that the measure is judged by."""

import pytest

from benchmarks import search
from pst.models.base import write
from pst.models.catalogue import catalogue_search
from pst.models.catalogue.catalogue_search import find
from pst.rules.catalogue.everyday import EVERYDAY, meanings


@pytest.fixture
def filled(db):
    search.fill()


def test_what_people_mean_is_among_the_first_five_and_what_nobody_has_is_not_found(filled):
    wanted, unrelated = (search.lines(name, "uji") for name in ("wanted", "unrelated"))

    assert len(search.misses("uji")) <= 0.08 * len(wanted)
    assert len(search.false_alarms("uji")) <= 0.05 * len(unrelated)


def test_a_common_word_costs_no_more_than_its_newest_rows(filled, monkeypatch, count_queries):
    monkeypatch.setattr(catalogue_search, "REACH", 10)

    with count_queries() as few:
        found = find("survei kepuasan pasien toho", meanings(EVERYDAY))

    assert found.fitting
    assert few.number <= 6


def test_a_number_finds_its_own_paper_alone(filled):
    assert find("rs-170", {}).fitting <= 1
    assert find("rs-1799", {}).fitting == 0


def test_an_empty_catalogue_finds_nothing(db):
    with write():
        assert find("apa saja", meanings(EVERYDAY)).ids == []
