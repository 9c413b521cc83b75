"""Pages by key: every row once, in both directions, however many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.models.accounts.users import Attempt
from pst.models.base import Sequence, write
from pst.models.paging import TOP, Page, Place, Sort, beside, in_letters, page_by_key, page_of_ids


def rows_of(count: int) -> None:
    with write():
        for number in range(count):
            Attempt.create(purpose="test", who=str(number), last_at="2026-11-23")


def query():
    return Attempt.select(Attempt.id, Attempt.who)


def walk(size: int) -> list[list[str]]:
    """The pages from the newest to the last."""
    pages, place = [], TOP
    while True:
        page = page_by_key(query(), Attempt.id, place, size)
        pages.append([row.who for row in page.rows])
        if page.older is None:
            return pages
        place = Place(older_than=page.older)


def test_walking_shows_every_row_once(db):
    rows_of(5)

    assert walk(2) == [["4", "3"], ["2", "1"], ["0"]]
    assert walk(5) == [["4", "3", "2", "1", "0"]]


def test_walking_back_ends_at_the_newest(db):
    rows_of(5)
    last = page_by_key(query(), Attempt.id, Place(older_than=2), 2)

    middle = page_by_key(query(), Attempt.id, Place(newer_than=last.newer), 2)
    first = page_by_key(query(), Attempt.id, Place(newer_than=middle.newer), 2)

    assert [[row.who for row in page.rows] for page in (last, middle, first)] == [["0"], ["2", "1"], ["4", "3"]]
    assert (first.newer, first.older) == (None, first.rows[-1].id)


def test_nothing_is_one_empty_page(db):
    assert page_by_key(query(), Attempt.id) == Page([], None, None)
    assert page_by_key(query(), Attempt.id, Place(newer_than=10**9)) == Page([], None, None)


def test_beside_a_row_stand_its_neighbours_also_where_it_has_left_the_list(db):
    rows_of(4)
    ids = [row.id for row in query().order_by(Attempt.id)]
    query_now = query().where(Attempt.id != ids[1])

    found = [beside(query_now, Attempt.id, Place(older_than=place)) for place in ids]

    assert [tuple(row and row.who for row in pair) for pair in found] == [
        ("2", None),
        ("2", "0"),
        ("3", "0"),
        (None, "2"),
    ]


@pytest.mark.parametrize(("rising", "words"), [(True, "a A b B c"), (False, "c B b A a")])
def test_in_another_order_every_row_comes_once_in_both_directions_and_has_its_neighbours(db, rising, words):
    with write():
        for number, who in enumerate(("b", "a", "c", "A", "B")):
            Attempt.create(purpose=f"{number}", who=who, last_at="2026-11-23")
    at = Place(sort=Sort("who", "Who", in_letters(Attempt.who)), rising=rising)

    first = page_by_key(query(), Attempt.id, at, 2)
    middle = page_by_key(query(), Attempt.id, at._replace(older_than=first.older), 2)
    last = page_by_key(query(), Attempt.id, at._replace(older_than=middle.older), 2)

    assert " ".join(row.who for page in (first, middle, last) for row in page.rows) == words
    assert (first.newer, last.older) == (None, None)
    assert page_by_key(query(), Attempt.id, at._replace(newer_than=last.newer), 2) == middle
    assert page_by_key(query(), Attempt.id, at._replace(newer_than=middle.newer), 2).rows == first.rows
    around = beside(query(), Attempt.id, at._replace(older_than=first.rows[1].id))
    assert (around.newer, around.older) == (first.rows[0], middle.rows[0])


@given(st.lists(st.integers(1, 10_000), unique=True, max_size=60), st.integers(1, 9))
def test_ranked_ids_are_all_shown_once_and_the_way_back_is_the_same(ids, size):
    shown, page = [], page_of_ids(ids, size=size)
    while True:
        shown += page.rows
        if page.older is None:
            break
        onward = page_of_ids(ids, Place(older_than=page.older), size)
        assert page_of_ids(ids, Place(newer_than=onward.newer), size).rows == page.rows
        page = onward

    assert shown == ids


def test_a_key_from_elsewhere_starts_at_the_front():
    assert page_of_ids([5, 3, 9], Place(older_than=77), 2).rows == [5, 3]
    assert page_of_ids([5, 3, 9], Place(newer_than=77), 2).rows == [5, 3]


def test_a_series_reaches_a_number_given_by_hand_and_never_goes_back(db):
    with write():
        Sequence.reach("s", 7)
        Sequence.reach("s", 3)

        assert Sequence.draw("s") == 8
