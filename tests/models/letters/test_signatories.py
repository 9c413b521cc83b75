"""Who signs, day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.models.base import write
from pst.models.letters.signatories import Signatory
from tests.factories import user

pytestmark = pytest.mark.usefixtures("db")

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


def a_row(kind="plh", starts=MONDAY, ends: date | None = FRIDAY, name="Bayu Petugas") -> Signatory:
    with write():
        return Signatory.create(user=user("petugas2"), kind=kind, name=name, starts=starts, ends=ends)


def test_rows_are_listed_from_the_latest_and_found_by_id():
    first, second = a_row(), a_row("plt", date(2027, 1, 1), None)

    assert [row.id for row in Signatory.everybody()][:2] == [second.id, first.id]
    assert (Signatory.find(first.id).id, Signatory.find(999)) == (first.id, None)


def test_without_an_end_somebody_signs_for_ever_and_nobody_before_the_beginning():
    head = Signatory.get(Signatory.kind == "kepala")

    assert Signatory.on(date(2099, 12, 31)).id == head.id
    assert Signatory.on(head.starts - timedelta(days=1)) is None


def test_an_acting_official_left_out_leaves_the_day_to_the_head():
    acting = a_row()

    assert Signatory.on(MONDAY).id == acting.id
    assert Signatory.on(MONDAY, [acting.user_id]).kind == "kepala"


def test_of_two_heads_in_a_row_each_signs_on_the_own_days():
    with write():
        Signatory.update(ends=MONDAY).where(Signatory.kind == "kepala").execute()
    new = a_row("kepala", MONDAY + timedelta(days=1), None)

    assert [Signatory.on(MONDAY + timedelta(days=days)).id == new.id for days in (0, 1)] == [False, True]


DAYS = st.integers(0, 12).map(lambda days: MONDAY + timedelta(days=days))


@given(DAYS, DAYS | st.none(), st.sampled_from(["kepala", "plt", "plh"]), st.sampled_from(["plt", "plh"]))
def test_stretches_overlap_exactly_when_they_share_a_day_and_a_place(starts, ends, kind, acting):
    if ends is not None and ends < starts:
        starts, ends = ends, starts
    with write():
        Signatory.delete().execute()
    row = a_row(acting, MONDAY + timedelta(days=4), MONDAY + timedelta(days=8))
    theirs = {row.starts + timedelta(days=days) for days in range(5)}
    last = ends or date(2027, 1, 1)
    ours = {starts + timedelta(days=days) for days in range((last - starts).days + 1)}

    found = Signatory.overlapping(kind, starts, ends)

    assert bool(found) == (kind != "kepala" and bool(theirs & ours))
    assert Signatory.overlapping(acting, row.starts, row.ends, but=row.id) is None


def test_an_acting_official_stands_before_the_head_on_the_days_of_the_mandate():
    acting = a_row("plh", date(2026, 12, 1), date(2026, 12, 3))

    signs = {day: Signatory.on(date(2026, *day)).kind for day in ((11, 30), (12, 1), (12, 3), (12, 4))}

    assert signs == {(11, 30): "kepala", (12, 1): "plh", (12, 3): "plh", (12, 4): "kepala"}
    assert acting.id == Signatory.on(date(2026, 12, 2)).id
