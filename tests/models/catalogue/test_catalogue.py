"""What the catalogue lists: newest first, narrowed, the best of a search in front."""

import pytest

from pst.actions.catalogue.catalogue import index_activity
from pst.models.base import write
from pst.models.catalogue.catalogue import FILTERS, Activity
from pst.models.narrowing import Wanted
from pst.models.paging import Place

EVERYTHING = Wanted()


def wanted(**filters) -> Wanted:
    return Wanted(filters=filters)


def an_activity(number: str, title: str = "Survei Pasar", **more) -> Activity:
    given = {"agency": "Dinas Perdagangan", "year": 2026, "method": "survei", "sector": "kesehatan", **more}
    with write():
        activity = Activity.create(number=number, title=title, **given)
        index_activity(activity)
    return activity


def numbers(asked: Wanted = EVERYTHING, *more) -> list[str]:
    return [row.number for row in Activity.page(asked, *more).rows]


def years() -> list[int]:
    (choice,) = [each for each in FILTERS if each.name == "tahun"]
    return [year for year, _ in choice.options()]


@pytest.fixture
def four(db):
    an_activity("A", "Survei Harga Pasar Rakyat", year=2024, purpose="Mengukur harga beras.")
    an_activity("B", "Survei Nelayan", method="pencacahan_lengkap", purpose="Harga ikan di pasar rakyat.")
    an_activity("C", "Survei Padi", sector="kependudukan")
    an_activity("D", "Survei Lama", in_force=False)


def test_the_newest_come_first_and_what_was_revoked_is_gone(four):
    assert numbers() == ["C", "B", "A"]
    assert (Activity.in_catalogue("D"), Activity.in_catalogue("C").number) == (None, "C")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (wanted(tahun=2024), ["A"]),
        (wanted(cara="pencacahan_lengkap"), ["B"]),
        (wanted(sektor="kependudukan"), ["C"]),
        (wanted(cari="survei", tahun=2026), ["C", "B"]),
        (wanted(cari="lama"), []),
        (wanted(tahun=1999), []),
    ],
)
def test_filters_narrow(four, asked, expected):
    assert numbers(asked) == expected


def test_words_in_the_title_weigh_more_than_words_elsewhere(four):
    assert numbers(wanted(cari="harga pasar rakyat")) == ["A", "B"]


def test_a_search_pages_through_its_ranked_rows(four):
    asked = wanted(cari="survei")
    first = Activity.page(asked, size=2)
    second = Activity.page(asked, Place(older_than=first.older), size=2)

    assert ([r.number for r in first.rows], [r.number for r in second.rows]) == (["C", "B"], ["A"])
    assert [r.number for r in Activity.page(asked, Place(newer_than=second.newer), size=2).rows] == ["C", "B"]


def test_a_search_that_nothing_fits_shows_the_nearest(four):
    found = Activity.search(wanted(cari="nelayan gunung berapi krakatau"))

    assert (found.fitting, [row.number for row in Activity.page(wanted(cari="nelayan gunung berapi")).rows]) == (
        0,
        ["B"],
    )
    assert list(Activity.every(wanted(cari="nelayan gunung berapi krakatau"))) == []


def test_files_of_a_search_hold_what_it_found(four):
    assert [row.number for row in Activity.every(wanted(cari="survei"))] == ["C", "B", "A"]


def test_agency_and_region_narrow_by_their_words(four):
    an_activity("E", "Survei Kolam", agency="Dinas Perikanan", region="Toho")

    assert numbers(wanted(instansi="perikanan")) == numbers(wanted(wilayah="toho", tahun=2026)) == ["E"]
    assert numbers(wanted(wilayah="toho", tahun=2025)) == numbers(wanted(wilayah="---")) == []


def test_the_years_are_those_in_the_catalogue(four):
    assert years() == [2026, 2025, 2024]


def test_an_empty_catalogue_has_no_years(db):
    assert (years(), numbers()) == ([], [])
