"""A list fills the catalogue once."""

from pathlib import Path

from pst.actions.catalogue.activity_lists import sorted_out, take_list
from pst.exchange.activity_lists import read_list
from pst.models.audit import Event
from pst.models.catalogue.catalogue import Activity
from pst.models.narrowing import Wanted
from tests.factories import WHEN

ROWS = read_list((Path(__file__).parents[2] / "exchange" / "activities.csv").read_bytes())


def test_every_row_is_taken_with_its_words_and_its_doubts(db):
    taken = take_list(ROWS, None, WHEN)

    assert (len(taken.new), len(taken.doubtful), taken.known, taken.untitled) == (4, 3, [], [])
    found = Activity.page(Wanted(filters={"cari": "skm dinsos"})).rows
    assert [(row.number, row.year) for row in found] == [("KAT-00002", None)]
    kept = Activity.in_catalogue("KAT-00003")
    assert (kept.doubts.splitlines()[1], "2021-2023" in kept.written) == ("Tahun ditulis “2021-2023”.", True)
    assert Event.last().facts == {"new": 4, "known": 0, "untitled": 0}


def test_the_same_list_once_more_adds_nothing_and_says_so(db):
    take_list(ROWS, None, WHEN)

    assert (len(sorted_out(ROWS).known), take_list(ROWS, None, WHEN).new, Activity.select().count()) == (4, [], 4)


def test_a_row_without_a_title_is_not_taken_and_named(db):
    taken = take_list(read_list(b"judul,tahun\n,2025\nSurvei,2025\nSURVEI,2025\n"), None, WHEN)

    assert [[row.line for row in rows] for rows in (taken.new, taken.known, taken.untitled)] == [[3], [4], [2]]
