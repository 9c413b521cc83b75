"""The book of a year: where it is kept, and what its next number is."""

from datetime import date, datetime

from pst.actions import audit
from pst.actions.letters import numbers
from pst.models.accounts.users import User
from pst.models.base import Sequence, write
from pst.models.letters.book_years import BookYear
from pst.models.office.settings import the_office
from pst.rules.letters.numbering import ELSEWHERE, HERE, series_of
from pst.rules.refusals import Refusal

NOUN = "letter_book"
YEARS = range(2000, 2101)
"""The years that a book may be of."""


def say_where(year: int, kept: str, following: int | None, actor: User | None, at: datetime) -> None:
    """Keep what the office says of its book; here, the next letter gets the number `following`. Raises `Refusal`."""
    if kept == HERE and following is None:
        raise Refusal("Tulis nomor urut berikutnya.", "following")
    with write():
        book, name = BookYear.of(year), series_of(the_office().letter_unit, year)
        before = {"kept": book.kept if book else "", "next": next_number(year)}
        BookYear.put(year=year, kept=kept)
        if kept == HERE and following is not None:
            Sequence.put(name=name, last=following - 1)
        now = {"kept": kept, "next": next_number(year)}
        audit.record(NOUN, str(year), "change", actor, at, facts={"from": before, "to": now})


def doubt(year: int, at: datetime) -> bool:
    """What the office said of this year's book counts no more, until it says it anew; whether it had said anything."""
    with write():
        book, following = BookYear.of(year), next_number(year)
        if book is None:
            return False
        book.delete_instance()
        before = {"kept": book.kept, "next": following}
        audit.record(NOUN, str(year), "change", None, at, facts={"from": before, "to": {**before, "kept": ""}})
    return True


def next_number(year: int) -> int:
    """The running number that a letter of this year would get."""
    return numbers.following(date(year, 1, 1))[1]


def number_ahead(day: date) -> dict[str, object]:
    """What is said before a letter of this day gets its number: the year, what is lacking, or else the next number."""
    lacking = number_lacking("", day.year)
    return {"year": day.year, "lacking": lacking, "following": "" if lacking else numbers.following(day)[0]}


def number_lacking(given: str, year: int) -> str:
    """Why a letter of this year cannot have its number yet, in Indonesian; "" when it can."""
    book = BookYear.of(year)
    if book is None:
        return f"Kantor belum menyatakan di mana buku surat tahun {year} disimpan; surat belum dapat diberi nomor."
    if book.kept == ELSEWHERE and not given:
        return f"Buku surat tahun {year} disimpan di tempat lain: ketik nomor surat dari buku itu sebelum disahkan."
    return ""
