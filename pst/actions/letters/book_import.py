"""Taking over a book of letters kept elsewhere: looked over row by row, then all of it is taken or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from peewee import chunked

from pst.actions import audit
from pst.actions.letters.book_years import NOUN, YEARS
from pst.exchange.letter_books import BookLine, read_book
from pst.exchange.lists import refuse_by_half
from pst.models.accounts.users import User
from pst.models.base import Sequence, write
from pst.models.letters.book_entries import BookEntry
from pst.models.office.settings import the_office
from pst.rules import wording
from pst.rules.letters.numbering import series_of

AT_ONCE = 500
Key = tuple[int | None, tuple[int | None, int]]


@dataclass(frozen=True)
class LookedOver:
    """A book before it is taken: rows that are new, those it has already, those that cannot be taken."""

    new: list[BookLine]
    known: list[BookLine]
    unusable: list[BookLine]

    @property
    def odd(self) -> list[BookLine]:
        """New rows about which something is odd."""
        return [row for row in self.new if row.doubts]

    @property
    def following(self) -> dict[int, int]:
        """The number after the highest, for each year."""
        years = sorted({row.year for row in self.new if row.year})
        return {year: 1 + max((row.at[0] or 0 for row in self.new if row.year == year), default=0) for year in years}


def look_over(content: bytes) -> LookedOver:
    """Read a book and say of every row what is odd. Raises `ListRefused`, `UploadRefused`."""
    return _against_the_book(_read(content))


def take(content: bytes, actor: User | None, at: datetime) -> LookedOver:
    """Take every new row; the series of each year goes on after it. Raises `Refusal` where a row cannot be taken."""
    rows = _read(content)
    with write():
        found = _against_the_book(rows)
        refuse_by_half(found.unusable)
        before = BookEntry.newest_id()
        for rows in chunked(_lines(found.new, actor, at), AT_ONCE):
            BookEntry.insert_many(rows).execute()
        audit.seal_lines(BookEntry.ids_after(before), actor, at)
        for year, following in found.following.items():
            Sequence.reach(series_of(the_office().letter_unit, year), following - 1)
        years = ", ".join(map(str, found.following))
        audit.record(NOUN, years, "import_book", actor, at, facts={"count": len(found.new)})
    return found


def _read(content: bytes) -> list[BookLine]:
    office = the_office()
    return read_book(content, office.letter_pattern, office.letter_unit)


def _against_the_book(rows: list[BookLine]) -> LookedOver:
    """Compare each row with those before it and with what the book has already."""
    found = LookedOver([], [], [])
    entries = BookEntry.of_years({row.year for row in rows})
    known = {entry.number for entry in entries if entry.number}
    seen = {(entry.year, (entry.sequence, entry.inserted)): f"pada register: {entry.number}" for entry in entries}
    highest: dict[int | None, int] = {}
    last: dict[int | None, date] = {}
    for row in rows:
        if row.year not in YEARS or not (row.number or row.place):
            found.unusable.append(replace(row, doubts=(*row.doubts, "Tahun atau nomornya tidak diketahui.")))
            continue
        if row.number in known:
            found.known.append(row)
            continue
        doubts = [*row.doubts, *_double(row, seen), *_gap(row, highest), *_backwards(row, last)]
        found.new.append(replace(row, doubts=tuple(doubts)))
    return found


def _double(row: BookLine, seen: dict[Key, str]) -> list[str]:
    key = (row.year, row.at)
    before = seen.get(key) if row.place else None
    seen.setdefault(key, f"pada baris {row.line}")
    return [f"Nomor urut {row.place} sudah ada {before}."] if before else []


def _gap(row: BookLine, highest: dict[int | None, int]) -> list[str]:
    sequence, before = row.at[0], highest.get(row.year)
    if sequence is None:
        return []
    highest[row.year] = max(sequence, before or 0)
    if before is None or sequence <= before + 1:
        return []
    missing = str(before + 1) if sequence == before + 2 else f"{before + 1}–{sequence - 1}"
    return [f"Nomor urut {missing} tidak ada."]


def _backwards(row: BookLine, last: dict[int | None, date]) -> list[str]:
    before = last.get(row.year)
    if row.dated is None:
        return []
    last[row.year] = row.dated
    return [f"Tanggal mundur dari {wording.long_date(before)}."] if before and row.dated < before else []


def _lines(rows: Iterable[BookLine], actor: User | None, at: datetime) -> Iterable[dict]:
    near: dict[int | None, date] = {}
    for row in rows:
        day = row.dated or near.get(row.year) or date(row.year or at.year, 1, 1)
        near[row.year] = day
        sequence, inserted = row.at
        yield BookEntry.placed(
            day,
            year=row.year,
            sequence=sequence,
            inserted=inserted,
            number=row.number,
            dated=row.dated,
            recipient=row.recipient,
            subject=row.subject,
            classification=row.classification,
            kind=row.kind,
            reason=" ".join(row.doubts),
            by=actor,
            at=at,
        )
