"""An old book is looked over row by row and then taken whole; the series goes on after it."""

from pathlib import Path

import pytest

from pst.actions.letters import book_entries, book_import
from pst.actions.letters.book_years import next_number
from pst.models.audit import Event
from pst.models.letters.book_entries import BookEntry
from pst.rules.letters.numbering import HAND
from pst.rules.refusals import Refusal
from tests.actions.letters.test_book_entries import enter
from tests.factories import SIGNING, user

BOOK = (Path(__file__).parents[2] / "exchange" / "letter-book.csv").read_bytes()
HEAD = b"nomor urut;tanggal;tujuan;kode;nomor surat;perihal\n"


def take(content: bytes) -> book_import.LookedOver:
    return book_import.take(content, user("petugas"), SIGNING)


def test_a_real_book_is_taken_with_what_is_odd_and_the_series_goes_on(db, store):
    looked = book_import.look_over(BOOK)
    assert (len(looked.new), len(looked.odd), looked.following, BookEntry.select().count()) == (9, 5, {2026: 7}, 0)
    assert "Nomor urut 003 sudah ada pada baris 5." in looked.new[4].doubts

    take(BOOK)

    lines = [row.place for row in BookEntry.select().order_by(BookEntry.rank)]
    assert lines == ["1", "2", "2.1", "3", "3", "4.2", "4.10", "5", "6"]
    assert next_number(2026) == 7
    assert Event.latest("letter_book", "2026").facts == {"count": 9}
    assert enter(store).number == "B-7/61040/KS.200/11/2026"


def test_what_the_book_has_already_is_not_taken_again(db, store):
    entry = enter(store, number="B-002/61040/HM.310/2026", reason="Tanpa bulan.")
    take(BOOK)
    again = take(BOOK)

    assert (len(again.new), len(again.known)) == (0, 9)
    assert BookEntry.select().count() == 9
    assert BookEntry.get_by_id(entry.id).kind == HAND


def test_gaps_and_days_that_go_backwards_are_said(db):
    looked = book_import.look_over(
        HEAD
        + b"1;9 Jan 2026;A;KS.200;B-1/61040/KS.200/01/2026;x\n"
        + b"4;8 Jan 2026;A;KS.200;B-4/61040/KS.200/01/2026;x\n"
        + b"6;kemarin;A;KS.200;B-6/61040/KS.200/01/2026;x\n"
    )

    assert [row.doubts for row in looked.new] == [
        (),
        ("Nomor urut 2–3 tidak ada.", "Tanggal mundur dari 9 Januari 2026."),
        ("Tanggal “kemarin” tidak terbaca.", "Nomor urut 5 tidak ada."),
    ]


def test_nothing_is_taken_by_half(db):
    with pytest.raises(Refusal, match="betulkan dahulu baris 3"):
        take(HEAD + b"1;9 Jan 2026;A;KS.200;B-1/61040/KS.200/01/2026;x\n;;Camat Toho;;;Undangan\n")

    assert (BookEntry.select().count(), next_number(2026)) == (0, 1)


def test_a_row_whose_day_nobody_can_read_stands_by_the_row_before_it(db):
    take(HEAD + b"1;9 Jan 2026;A;KS.200;B-1/61040/KS.200/01/2026;x\n2;?;A;KS.200;B-2/61040/KS.200/01/2026;x\n")

    assert [(row.place, str(row.dated)) for row in BookEntry.select().order_by(BookEntry.rank)] == [
        ("1", "2026-01-09"),
        ("2", "None"),
    ]
    book_entries.void(BookEntry.get(BookEntry.sequence == 2), "Salah", user("petugas"), SIGNING)
