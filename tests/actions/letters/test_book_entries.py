"""Lines that no recommendation makes, and the letters among them."""

from datetime import timedelta

import pytest

from pst.actions.files import FileStore
from pst.actions.letters import book_entries
from pst.actions.letters.book_years import next_number, say_where
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.letters.book_entries import BookEntry
from pst.rules.letters.numbering import ELSEWHERE, LETTER, RESERVED, VOID
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from tests.factories import SIGNING, WHEN, a_submission, finds_a_virus, issue, user

DAY = WHEN.date()  # Senin
BLANK = {"number": "", "dated": DAY, "recipient": "KPPN", "subject": "Undangan", "prefix": "", "kka": "", "reason": ""}


def enter(store, at=SIGNING, **given) -> BookEntry:
    return book_entries.enter({**BLANK, **given}, user("petugas"), at, store)


def test_letters_of_every_kind_are_numbered_in_one_series(db, store):
    issue(a_submission(Status.AWAITING_SIGNATURE), store)
    entry = enter(store, prefix="R", kka="HM.310")
    letter = issue(a_submission(Status.AWAITING_SIGNATURE), store)

    assert (entry.number, letter.number) == ("R-2/61040/HM.310/11/2026", "B-3/61040/KS.200/11/2026")
    rows = [(row.place, row.kind, row.classification, row.letter_id) for row in BookEntry.select()]
    assert rows == [("1", LETTER, "KS.200", 1), ("2", "hand", "HM.310", None), ("3", LETTER, "KS.200", letter.id)]
    assert BookEntry.get(BookEntry.letter == letter.id).subject.startswith("Surat Rekomendasi Kegiatan Statistik")
    event = Event.latest("letter_book", entry.number)
    assert (event.verb, event.actor_name) == ("enter_letter", "Sinta Petugas")


def test_an_inserted_number_is_text_and_stands_between_its_neighbours(db, store):
    enter(store, number="B-38/61040/KS.200/11/2026")
    for inserted in ("38.10", "38.1"):
        enter(store, number=f"B-{inserted}/61040/KS.200/11/2026")

    assert [row.place for row in BookEntry.select().order_by(BookEntry.rank)] == ["38", "38.1", "38.10"]
    assert next_number(2026) == 39


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"number": "B-4/61040/HM.310/11/2026"}, r"Nomor urut 4 sudah dipakai: B-4/61040/KS.200/11/2026"),
        ({"number": "B-5/61040/HM.310/2026"}, "ditulis seperti B-155/61040/KS.200/09/2026"),
        ({"dated": DAY - timedelta(days=3)}, "tidak urut. Nomor sebelumnya, .* bertanggal 23 November 2026"),
        ({"dated": DAY + timedelta(days=3)}, "belum tiba"),
    ],
)
def test_what_is_odd_is_asked_and_kept_with_its_reason(db, store, given, told):
    enter(store, number="B-4/61040/KS.200/11/2026")
    with pytest.raises(Refusal, match=told) as refused:
        enter(store, **given)
    assert (refused.value.field, next_number(2026)) == ("reason", 5)

    assert enter(store, **given, reason="Begitu dalam buku.").reason == "Begitu dalam buku."


def test_a_number_is_never_in_the_book_twice_and_none_is_made_up_for_a_book_kept_elsewhere(db, store):
    enter(store)
    with pytest.raises(Refusal, match="sudah ada dalam buku"):
        enter(store, number="B-1/61040/KS.200/11/2026")
    say_where(2026, ELSEWHERE, None, user("petugas"), SIGNING)
    with pytest.raises(Refusal, match="disimpan di tempat lain"):
        enter(store)


def test_a_letter_dated_before_the_number_before_it_waits_for_a_reason(db, store):
    enter(store, dated=DAY + timedelta(days=1), reason="Dikirim besok.")

    with pytest.raises(Refusal, match="tidak urut"):
        issue(a_submission(Status.AWAITING_SIGNATURE), store)


def test_ranges_are_set_aside_or_explained_once(db, store):
    enter(store, number="B-7/61040/KS.200/11/2026")
    range_ = book_entries.set_aside(2026, 1, 6, VOID, "Buku kertas sampai Juni", user("petugas"), WHEN)
    assert (range_.place, BookEntry.gaps(2026)) == ("1–6", [])

    for first, last, why in ((6, 9, "1–6 sudah ada"), (7, 9, "7 sudah ada"), (9, 8, "lebih kecil"), (9, 1009, "1000")):
        with pytest.raises(Refusal, match=why):
            book_entries.set_aside(2026, first, last, RESERVED, "Sensus", user("petugas"), WHEN)


def test_a_number_that_counts_for_nothing_is_never_given_again(db, store):
    entry = enter(store)
    book_entries.void(entry, "Surat tidak jadi dikirim", user("petugas"), SIGNING)

    assert enter(store).place == "2"
    assert BookEntry.get_by_id(entry.id).kind == VOID
    issue(a_submission(Status.AWAITING_SIGNATURE), store)
    for gone in (entry, BookEntry.get(BookEntry.kind == LETTER)):
        with pytest.raises(Refusal, match="dicabut pada halamannya"):
            book_entries.void(gone, "Lagi", user("petugas"), SIGNING)


def test_a_file_is_looked_at_before_it_is_kept(db, store):
    with pytest.raises(UploadRefused):
        book_entries.enter(BLANK, user("petugas"), SIGNING, store, ("surat.pdf", b"bukan pdf"))
    letter = store.read(issue(a_submission(Status.AWAITING_SIGNATURE), store).file_id)
    with pytest.raises(UploadRefused, match="virus"):
        guarded = FileStore(store.folder, finds_a_virus)
        book_entries.enter(BLANK, user("petugas"), SIGNING, guarded, ("surat.pdf", letter))

    entry = book_entries.enter(BLANK, user("petugas"), SIGNING, store, ("surat.pdf", letter))

    assert (entry.place, BookEntry.find(entry.id).file.mime) == ("2", "application/pdf")
