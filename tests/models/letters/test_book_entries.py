"""The book's queries: order, gaps, filters, who has which number."""

from datetime import date

import pytest

from pst.models.base import write
from pst.models.letters.book_entries import FILTERS, BookEntry
from pst.models.narrowing import Wanted
from pst.models.paging import Place
from pst.rules.letters.numbering import HAND, RESERVED, VOID
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission

DAY = date(2026, 1, 8)  # Kamis


def line(sequence: int | None, inserted: int = 0, day: date | None = DAY, kind: str = HAND, **more) -> BookEntry:
    with write():
        year = (day or DAY).year
        facts = {"number": f"B-{sequence}.{inserted}/{year}", "subject": "Undangan rapat", **more}
        facts |= {"year": year, "sequence": sequence, "inserted": inserted, "dated": day, "kind": kind, "at": WHEN}
        return BookEntry.create(**BookEntry.placed(day or DAY, **facts))


def places(**filters) -> list[tuple[int | None, int]]:
    return [(row.sequence, row.inserted) for row in BookEntry.page(Wanted(filters=filters)).rows]


def test_lines_stand_by_day_and_running_number_whenever_they_were_written(db):
    for sequence, inserted in ((1147, 0), (6, 0), (38, 10), (38, 2), (38, 0), (38, 1)):
        line(sequence, inserted)
    line(5, day=date(2026, 1, 9))
    line(None, day=None)

    assert places() == [(5, 0), (None, 0), (1147, 0), (38, 10), (38, 2), (38, 1), (38, 0), (6, 0)]
    assert [row.sequence for row in BookEntry.rows()] == [6, 38, 38, 38, 38, 1147, None, 5]


def test_pages_of_the_book_follow_its_order(db):
    for sequence in range(60, 0, -1):
        line(sequence)

    first = BookEntry.page(Wanted())
    second = BookEntry.page(Wanted(), Place(older_than=first.older))
    back = BookEntry.page(Wanted(), Place(newer_than=second.newer))

    ends = [(page.rows[0].sequence, page.rows[-1].sequence) for page in (first, second, back)]
    assert ends == [(60, 36), (35, 11), (60, 36)]
    assert (first.newer, back.newer) == (None, None)


def test_gaps_are_told_highest_first_and_what_is_explained_is_none(db):
    for sequence in (1, 4, 5, 9, 30):
        line(sequence)
    line(3, day=date(2025, 5, 5))
    line(12, last=20, kind=RESERVED)
    line(21, last=25, kind=VOID)
    line(5, inserted=1)

    assert BookEntry.gaps(2026) == [(26, 29), (10, 11), (6, 8), (2, 3)]
    assert (BookEntry.gaps(2026, 9, 9), BookEntry.gaps(2026, 4, 5)) == ([(6, 8)], [(2, 3)])
    assert (BookEntry.gaps(2026, 5, 5), BookEntry.gaps(2025), BookEntry.gaps(2024)) == ([], [(1, 2)], [])


def test_a_number_is_had_by_its_own_line_before_a_range_over_it(db):
    reserved = line(10, last=20, kind=RESERVED)
    own = line(12)
    line(38, inserted=1)

    assert BookEntry.at_place(2026, 12) == own
    assert BookEntry.at_place(2026, 20) == BookEntry.at_place(2026, 5, last=11) == reserved
    assert [BookEntry.at_place(*asked) for asked in ((2026, 21), (2025, 12), (2026, 38), (2026, 38, 10))] == [None] * 4
    assert BookEntry.before(2026, 38) == own and BookEntry.after(2026, 12).inserted == 1


def test_filters_narrow_the_book(db):
    a_submission(Status.ISSUED)
    line(7, day=date(2025, 5, 5), recipient="KPPN Contoh")
    line(40, last=60, number="", kind=RESERVED)

    assert places(tahun=2025) == places(cari="kppn undangan") == places(cari="7") == [(7, 0)]
    assert places(jenis="reserved") == [(40, 0)]
    assert places(keadaan="issued") == places(cari="stunting") == places(cari="k-26.6104.001") == [(1, 0)]
    assert (places(cari='"'), places(keadaan="revoked")) == ([], [])
    assert [year for year, _ in FILTERS[1].options()] == [2026, 2025]


@pytest.mark.parametrize(("sequence", "inserted", "last", "words"), [(38, 10, 38, "38.10"), (40, 0, 60, "40–60")])
def test_a_place_is_written_as_in_the_book(db, sequence, inserted, last, words):
    assert line(sequence, inserted, last=last).place == words
