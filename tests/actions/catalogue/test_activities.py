"""The catalogue as the office keeps it: added by hand, mended, merged, taken out."""

import pytest

from pst.actions import lists
from pst.actions.catalogue.activities import ACTIVITIES, as_kept, merge, take_out
from pst.actions.catalogue.activity_lists import take_list
from pst.exchange.activity_lists import read_list
from pst.models.catalogue.catalogue import Activity, FormerNumber
from pst.models.narrowing import Wanted
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, user

LIST = b"judul;instansi;tahun;cara;wilayah\nSurvei Harga;Dinas Dagang;2025;Survei;Toho\nSurvei Harga;;;Survei;Toho\n"


def found(words: str) -> list[str]:
    wanted = Wanted(filters={"cari": words})
    return [row.number for row in Activity.page(wanted).rows] if Activity.search(wanted).fitting else []


def test_what_is_mended_is_no_longer_doubted_and_is_found_by_its_new_words(db):
    take_list(read_list(b"judul;tahun\nSurvei Hraga;2021-2023\n"), None, WHEN)
    [row] = Activity.select()
    assert row.doubts.splitlines()[-1] == "Tahun ditulis “2021-2023”."

    values = as_kept({"title": "Survei Harga Eceran", "agency": "Dinas Dagang", "year": "2023"})
    lists.change(ACTIVITIES, row, values, user("petugas"), WHEN)

    row = Activity.get()
    assert (row.year, row.doubts) == (2023, "Wilayah tidak disebut.\nCara pengumpulan tidak disebut.")
    assert found("harga eceran") == [row.number]


def test_of_two_that_are_one_the_other_keeps_its_words_and_fills_gaps(db):
    take_list(read_list(LIST), None, WHEN)
    first, second = Activity.select().order_by(Activity.id)
    assert second.doubts.splitlines()[-1] == f"Mungkin sama dengan {first.number}."

    merge(first, second, user("petugas"), WHEN)

    [row] = Activity.select()
    assert (row.number, row.agency, row.year) == (second.number, "Dinas Dagang", 2025)
    assert f"Dari {first.number}:\njudul: Survei Harga\ninstansi: Dinas Dagang" in row.written
    assert row.doubts == "" and found("survei harga dagang") == [second.number]
    assert FormerNumber.of(row) == [first.number]


def test_what_follows_a_letter_is_neither_changed_here_nor_swallowed(db):
    a_submission(Status.ISSUED)
    take_list(read_list(LIST), None, WHEN)
    letters, listed, _ = Activity.select().order_by(Activity.id)

    for refused in (
        lambda: lists.change(ACTIVITIES, letters, {"title": "Lain"}, user("petugas"), WHEN),
        lambda: take_out(letters, user("petugas"), WHEN),
        lambda: merge(letters, listed, user("petugas"), WHEN),
    ):
        with pytest.raises(Refusal):
            refused()
    take_out(listed, user("petugas"), WHEN)
    assert listed.number not in found("survei harga dagang")
