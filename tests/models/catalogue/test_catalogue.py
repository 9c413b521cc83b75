"""What the catalogue lists: newest first, narrowed, the best of a search in front."""

import pytest

from pst.actions.catalogue.catalogue import index_activity
from pst.models.base import write
from pst.models.catalogue import catalogue
from pst.models.catalogue.catalogue import Activity, Wanted

EVERYTHING = Wanted()


def an_activity(number: str, title: str = "Survei Pasar", **more) -> Activity:
    given = {"agency": "Dinas Perdagangan", "year": 2026, "method": "survei", "sector": "kesehatan", **more}
    with write():
        activity = Activity.create(number=number, title=title, **given)
        index_activity(activity)
    return activity


def numbers(wanted: Wanted = EVERYTHING, **more) -> list[str]:
    return [row.number for row in Activity.page(wanted, **more).rows]


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
    ("wanted", "expected"),
    [
        (Wanted(year=2024), ["A"]),
        (Wanted(method="pencacahan_lengkap"), ["B"]),
        (Wanted(sector="kependudukan"), ["C"]),
        (Wanted(text="survei", year=2026), ["C", "B"]),
        (Wanted(text="lama"), []),
        (Wanted(year=1999), []),
    ],
)
def test_filters_narrow(four, wanted, expected):
    assert numbers(wanted) == expected


def test_words_in_the_title_weigh_more_than_words_elsewhere(four):
    assert numbers(Wanted(text="harga pasar rakyat")) == ["A", "B"]


def test_a_search_pages_through_its_ranked_rows(four):
    wanted = Wanted(text="survei")
    first = Activity.page(wanted, size=2)
    second = Activity.page(wanted, after=first.older, size=2)

    assert ([r.number for r in first.rows], [r.number for r in second.rows]) == (["C", "B"], ["A"])
    assert [r.number for r in Activity.page(wanted, before=second.newer, size=2).rows] == ["C", "B"]


def test_only_the_newest_matches_are_ranked(four, monkeypatch):
    monkeypatch.setattr(catalogue, "RANKED", 2)

    assert numbers(Wanted(text="harga pasar survei")) == ["A", "B"]
    assert numbers(Wanted(text="survei")) == ["C", "B"]
    assert [row.number for row in Activity.every(Wanted(text="survei"))] == ["C", "B", "A"]


def test_behind_the_ranked_the_others_follow_newest_first(four, monkeypatch):
    monkeypatch.setattr(catalogue, "RANKED", 2)
    wanted = Wanted(text="pasar survei")
    first = Activity.page(wanted, size=1)
    second = Activity.page(wanted, after=first.older, size=1)

    assert ([row.number for row in first.rows], [row.number for row in second.rows]) == (["A"], ["B"])
    monkeypatch.setattr(catalogue, "RANKED", 1)
    assert [row.number for row in Activity.page(wanted, after=0).rows] == ["B", "A"]


def test_the_years_are_those_in_the_catalogue(four):
    assert Activity.years() == [2026, 2025, 2024]


def test_an_empty_catalogue_has_no_years(db):
    assert (Activity.years(), numbers()) == ([], [])
