"""Lines of the book that no recommendation makes: other letters, numbers set aside, numbers never used."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.letters import numbers
from pst.actions.letters.book_years import NOUN, YEARS, number_lacking
from pst.actions.letters.numbers import to_explain
from pst.clock import local
from pst.exchange.uploads import check_upload
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.book_entries import BookEntry
from pst.rules.letters.numbering import ANSWER, HAND, LETTER, REFERRAL, RESERVED, VOID, place_in_words
from pst.rules.refusals import Refusal
from pst.rules.roles import Role

LONGEST_RANGE = 1_000


def enter(
    given: Mapping[str, Any],
    actor: User,
    at: datetime,
    store: FileStore,
    upload: tuple[str, bytes] | None = None,
    kind: str = HAND,
) -> BookEntry:
    """Write a letter into the book, under the number that was typed or under the next one.

    `given` are number, dated, recipient, subject, prefix, kka and reason. Raises `Refusal`, `UploadRefused`.
    """
    checked = check_upload(*upload) if upload else None
    if checked:
        store.examine(checked[2])
    with write():
        number, odd = _number(given, local(at).date(), at)
        if odd and not given["reason"]:
            raise Refusal(to_explain(odd), "reason")
        entry = numbers.enter(
            number,
            given["dated"].year,
            **{name: given[name] for name in ("dated", "recipient", "subject", "reason")},
            kind=kind,
            file=keep_file(store, checked[2], checked[1], at) if checked else None,
            by=actor,
            at=at,
        )
        _tell(entry, "enter_letter", actor, at)
    return entry


def set_aside(year: int, first: int, last: int, kind: str, reason: str, actor: User, at: datetime) -> BookEntry:
    """Set a range of numbers aside for later, or say why it was never used. Raises `Refusal`."""
    if last < first:
        raise Refusal("Nomor terakhir tidak boleh lebih kecil daripada nomor pertama.", "last")
    if kind == RESERVED and last - first >= LONGEST_RANGE:
        raise Refusal(f"Paling banyak {LONGEST_RANGE} nomor dicadangkan sekaligus.", "last")
    with write():
        if used := BookEntry.at_place(year, first, last=last):
            raise Refusal(f"Nomor urut {used.place} sudah ada dalam buku: {used.number or used.reason}.", "first")
        entry = BookEntry.note(
            year=year, sequence=first, last=last, dated=local(at).date(), kind=kind, reason=reason, by=actor, at=at
        )
        audit.seal_lines([entry.id], actor, at)
        _tell(entry, "set_aside", actor, at)
    return entry


def void(entry: BookEntry, reason: str, actor: User, at: datetime) -> None:
    """Say that a number counts for nothing; it is never given again. Raises `Refusal`."""
    with write():
        entry = BookEntry.get_by_id(entry.id)
        if entry.kind in (LETTER, VOID):
            raise Refusal("Surat rekomendasi dicabut pada halamannya; nomor yang sudah batal tetap batal.")
        if not may_void(entry, actor):
            raise Refusal("Surat pengaduan dibatalkan yang menandatanganinya atau Kepala.", "reason")
        entry.kind, entry.reason = VOID, " ".join(filter(None, (entry.reason, reason)))
        entry.save(only=[BookEntry.kind, BookEntry.reason])
        audit.seal_lines([entry.id], actor, at)
        _tell(entry, "void_number", actor, at)


def may_void(entry: BookEntry, actor: User) -> bool:
    """A letter that was signed about a complaint is not undone by whoever keeps the book: its signatory or the head."""
    signed = entry.kind in (ANSWER, REFERRAL)
    return entry.kind not in (LETTER, VOID) and (not signed or entry.by_id == actor.id or actor.has(Role.HEAD))


def _number(given: Mapping[str, Any], today: date, at: datetime) -> tuple[str, list[str]]:
    """The number that was typed, or the next; and what is odd about it."""
    number, day = given["number"], given["dated"]
    if day.year not in YEARS:
        raise Refusal(f"Tulis tahun dari {YEARS[0]} sampai {YEARS[-1]}.", "dated")
    if not number and (lacking := audit.clock_behind(at) or number_lacking(number, day.year)):
        raise Refusal(lacking, "number")
    if number and BookEntry.number_taken(number):
        raise Refusal(f"Nomor {number} sudah ada dalam buku.", "number")
    number, odd = numbers.numbered(number, day, given["prefix"], given["kka"])
    return number, [*odd, "Tanggal surat ini belum tiba."] if day > today else odd


def _tell(entry: BookEntry, verb: str, actor: User, at: datetime) -> None:
    called = entry.number or f"{place_in_words(entry.sequence, entry.inserted, entry.last)}/{entry.year}"
    audit.record(NOUN, called, verb, actor, at, note=entry.reason, facts={"to": {"subject": entry.subject}})
