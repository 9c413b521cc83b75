"""Numbers of the office's book: the next of the series, or one that somebody typed and what is odd about it."""

from datetime import date

from pst.models.base import Sequence
from pst.models.letters.letters import Letter
from pst.models.office.settings import the_office
from pst.rules.letters.numbering import series_of, understood

WHY = "Bila memang begitu dalam buku kantor, tuliskan alasannya."


def draw(day: date, prefix: str, kka: str) -> tuple[str, int]:
    """The next number of the day's year, and its running number. Only inside `write()`."""
    office = the_office()
    while True:
        sequence = Sequence.draw(series_of(office.letter_unit, day.year))
        number = office.letter_number_of(sequence, day, prefix, kka)
        if not Letter.number_taken(number):
            return number, sequence


def follow(given: str, year: int) -> int | None:
    """Let the series go on after a number that was typed, as far as it can be read. Only inside `write()`."""
    sequence = _sequence_of(given, year)
    if sequence is not None:
        Sequence.reach(series_of(the_office().letter_unit, year), sequence)
    return sequence


def doubts(given: str, year: int) -> str:
    """What is odd about a typed number, and how it was understood; "" where nothing is."""
    office = the_office()
    read, sequence = understood(given, office.letter_pattern), _sequence_of(given, year)
    said = f"dibaca nomor urut {read.place}" if read.place else "nomor urutnya tidak terbaca, jadi buku tidak maju"
    found = [] if read.fits else [f"Nomor ini tidak mengikuti pola {office.letter_pattern}; {said}."]
    if read.year not in (year, None):
        found.append(f"Nomor ini menyebut tahun {read.year}, bukan {year}.")
    if sequence is not None and (used := Letter.at_place(year, read.place)):
        found.append(f"Nomor urut {read.place} sudah dipakai: {used}.")
    return " ".join([*found, WHY]) if found else ""


def _sequence_of(given: str, year: int) -> int | None:
    """The running number in the series of this year; None where none can be read, or it is another year's."""
    read = understood(given, the_office().letter_pattern)
    return int(read.place.partition(".")[0]) if read.place and read.year in (year, None) else None
