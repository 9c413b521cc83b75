"""Numbers of the office's book: the next of the series, or one that somebody typed and what is odd about it."""

from datetime import date
from typing import Any

from pst.actions import audit
from pst.models.base import Sequence
from pst.models.letters.book_entries import BookEntry
from pst.models.office.settings import the_office
from pst.rules import wording
from pst.rules.letters.numbering import RESERVED, parts_in_words, place_of, series_of, understood

WHY = "Bila memang begitu dalam buku kantor, tuliskan alasannya."


def following(day: date, prefix: str = "", kka: str = "") -> tuple[str, int]:
    """The next number of the day's year that nobody has and that is not set aside."""
    office = the_office()
    sequence = Sequence.last_of(series_of(office.letter_unit, day.year))
    while True:
        sequence += 1
        number = office.letter_number_of(sequence, day, prefix, kka)
        taken = BookEntry.at_place(day.year, sequence)
        if taken is None and not BookEntry.number_taken(number):
            return number, sequence
        sequence = (taken and taken.last) or sequence


def draw(day: date, prefix: str, kka: str) -> tuple[str, int]:
    """The following number, which is then given. Only inside `write()`."""
    number, sequence = following(day, prefix, kka)
    Sequence.reach(series_of(the_office().letter_unit, day.year), sequence)
    return number, sequence


def numbered(given: str, day: date, prefix: str, kka: str) -> tuple[str, list[str]]:
    """The number that was typed, or else the next one, and what is odd about it on that day. Only inside `write()`."""
    odd = doubts(given, day.year) if given else []
    number = given or draw(day, prefix, kka)[0]
    return number, [*odd, *against_order(day.year, *place_in(number, day.year), day)]


def enter(number: str, year: int, **facts: Any) -> BookEntry:
    """Write a letter's line into the book, whose series goes on after it. Only inside `write()`."""
    sequence, inserted = place_in(number, year)
    follow(sequence, year)
    place = {"year": year, "sequence": sequence, "inserted": inserted, "number": number}
    entry = BookEntry.note(**place, classification=understood(number, the_office().letter_pattern).kka, **facts)
    audit.seal_lines([entry.id], facts["by"], facts["at"])
    return entry


def follow(sequence: int | None, year: int) -> None:
    """Let the series go on after a number that was typed, as far as it was read. Only inside `write()`.

    A number out of a range that was set aside leaves the series where it is.
    """
    taken = BookEntry.at_place(year, sequence) if sequence is not None else None
    if sequence is not None and not (taken and taken.kind == RESERVED):
        Sequence.reach(series_of(the_office().letter_unit, year), sequence)


def place_in(given: str, year: int) -> tuple[int | None, int]:
    """The running number of a typed number and what was inserted; None where none of this year can be read."""
    read = understood(given, the_office().letter_pattern)
    return place_of(read.place) if read.place and read.year in (year, None) else (None, 0)


def doubts(given: str, year: int) -> list[str]:
    """What is odd about a typed number, and how it was understood."""
    office = the_office()
    pattern = office.letter_pattern
    read, (sequence, inserted) = understood(given, pattern), place_in(given, year)
    said = f"dibaca nomor urut {read.place}" if read.place else "nomor urutnya tidak terbaca, jadi buku tidak maju"
    usual = f"{office.letter_number_of(155, date(year, 9, 1))} ({parts_in_words(pattern)})"
    found = [] if read.fits else [f"Nomor surat kantor ditulis seperti {usual}. Yang Anda ketik tidak; {said}."]
    if read.year not in (year, None):
        found.append(f"Nomor ini menyebut tahun {read.year}, bukan {year}.")
    used = BookEntry.at_place(year, sequence, inserted) if sequence is not None else None
    if used and used.kind != RESERVED:
        found.append(f"Nomor urut {read.place} sudah dipakai: {used.number or used.reason}.")
    return found


def against_order(year: int, sequence: int | None, inserted: int, day: date) -> list[str]:
    """That a number and its day do not stand in one order with the numbers beside it."""
    if sequence is None:
        return []
    before, after = BookEntry.before(year, sequence, inserted), BookEntry.after(year, sequence, inserted)
    found = []
    if before and before.dated > day:
        found.append(f"Nomor sebelumnya, {before.number}, bertanggal {wording.long_date(before.dated)}.")
    if after and after.dated < day:
        found.append(f"Nomor sesudahnya, {after.number}, bertanggal {wording.long_date(after.dated)}.")
    return [f"Tanggal {wording.long_date(day)} tidak urut. {line}" for line in found]


def to_explain(found: list[str]) -> str:
    """The doubts with what to do about them; "" without any."""
    return " ".join([*found, WHY]) if found else ""
