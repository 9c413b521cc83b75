"""How the numbers of letters and of recommendations are written, and read back from what somebody typed."""

import re
from collections.abc import Iterable
from datetime import date
from string import Formatter
from typing import NamedTuple

from pst.rules.numbering import IDENTITY
from pst.rules.refusals import Refusal

LETTER_PATTERN = "{prefix}-{seq}/{unit}/{kka}/{mm}/{yyyy}"
"""The office's drafts of 2026 write their numbers so, with unit 61040 and the month."""

HERE, ELSEWHERE = "here", "elsewhere"
KEPT = {
    HERE: "Di aplikasi ini: nomor berikutnya diambil saat surat disahkan",
    ELSEWHERE: "Di tempat lain: nomornya diketik sebelum surat disahkan",
}
"""Where an office keeps its book of outgoing letters of a year."""

LETTER, HAND, RESERVED, VOID, IMPORTED = "letter", "hand", "reserved", "void", "imported"
ANSWER, REFERRAL = "answer", "referral"
ENTRIES = {
    LETTER: "Surat rekomendasi",
    ANSWER: "Jawaban pengaduan",
    REFERRAL: "Penerusan pengaduan",
    HAND: "Surat lain",
    RESERVED: "Dicadangkan",
    VOID: "Batal atau tidak dipakai",
    IMPORTED: "Dari buku lama",
}
"""What a line of the book is."""

PATTERN_PARTS = {
    "prefix": "kode sifat",
    "seq": "nomor urut",
    "unit": "kode unit",
    "kka": "klasifikasi arsip",
    "mm": "bulan",
    "yyyy": "tahun",
}
"""What may stand in a pattern, and what people call it."""
PATTERN_LENGTH = 80
PART_SHAPES = {
    "prefix": r"[^/]*?",
    "seq": r"(?P<seq>\d{1,9}(?:\.\d{1,4})?)",
    "unit": r"[^/]*",
    "kka": r"(?P<kka>[^/]*)",
    "mm": r"\d{2}",
    "yyyy": r"(?P<yyyy>\d{4})",
}
"""How the parts of a pattern look in a number that somebody typed."""
PADDED = re.compile(r"\{seq:0([2-9])d\}")
"""A running number of at least so many digits, as many books have it: {seq:03d} for 007."""
WITH_SLIPS = re.compile(r"\D*(\d{1,6}(?:\.\d{1,4})?)\D*")
"""A running number among signs that do not belong there."""


class Understood(NamedTuple):
    """A number that somebody typed: its running number ("" where none can be read), its year, whether it fits, and
    its classification, where it does.
    """

    place: str
    year: int | None
    fits: bool
    kka: str = ""


class PatternRefused(Refusal):
    """The pattern of letter numbers cannot be used; the message says why, in Indonesian."""


def letter_number(pattern: str, seq: int | str, prefix: str, unit: str, kka: str, day: date) -> str:
    """B-155/61040/KS.200/09/2026, by the office's pattern; `seq` may be an inserted number such as "108.1".

    Raises `PatternRefused`.
    """
    check_pattern(pattern)
    padded = PADDED.search(pattern)
    whole, dot, inserted = str(seq).partition(".")
    return PADDED.sub("{seq}", pattern).format(
        prefix=prefix,
        seq=whole.zfill(int(padded[1]) if padded else 0) + dot + inserted,
        unit=unit,
        kka=kka,
        mm=f"{day.month:02d}",
        yyyy=f"{day.year:04d}",
    )


def understood(number: str, pattern: str) -> Understood:
    """What a number given by hand says: "108.1" and 2026 in "B-108.1/61040/KS.200/09/2026".

    One that is not written by the pattern still tells its running number where that stands in the usual part.
    """
    pattern = PADDED.sub("{seq}", pattern)
    parts = ((re.escape(text), PART_SHAPES.get(name or "", "")) for text, name, _, _ in Formatter().parse(pattern))
    if found := re.fullmatch("".join(text + shape for text, shape in parts), number):
        return Understood(found["seq"], int(found["yyyy"]), True, found.groupdict().get("kka", ""))
    named = re.search(r"(?:^|/)((?:19|20)\d\d)$", number)
    return Understood(_loosely(number.split("/"), pattern.split("/")), int(named[1]) if named else None, False)


def _loosely(parts: list[str], usual: list[str]) -> str:
    place = next(place for place, part in enumerate(usual) if "{seq}" in part)
    found = WITH_SLIPS.fullmatch(parts[place]) if place < len(parts) and len(usual) > 1 else None
    return found[1] if found else ""


def parts_in_words(pattern: str) -> str:
    """Of what its numbers consist, in their order: "kode sifat, nomor urut, …, dan tahun"."""
    *first, last = (PATTERN_PARTS[name] for name in _names_in(PADDED.sub("{seq}", pattern)))
    return f"{', '.join(first)}, dan {last}" if first else last


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that would not give every letter of a year its own readable number."""
    pattern = PADDED.sub("{seq}", pattern)
    names = _names_in(pattern)
    if unknown := [name for name in names if name not in PATTERN_PARTS]:
        raise PatternRefused(f"Bagian {{{unknown[0]}}} tidak dikenal. Yang dikenal: {_braced(PATTERN_PARTS)}.")
    if missing := [name for name in ("seq", "yyyy") if name not in names]:
        raise PatternRefused(f"Pola harus memuat {_braced(missing)} agar nomor surat tidak berulang.")
    if len(names) > len(set(names)):
        raise PatternRefused("Setiap bagian hanya dipakai satu kali pada pola.")
    if any(sign in text for text, _, _, _ in Formatter().parse(pattern) for sign in "{}"):
        raise PatternRefused("Kurung kurawal hanya dipakai di sekitar nama bagian, misalnya {seq}.")
    if re.search(r"\}\{seq\}|\{seq\}\{", pattern):
        raise PatternRefused("Beri tanda pemisah, misalnya garis miring, di antara {seq} dan bagian di sebelahnya.")
    if not pattern.isascii():
        raise PatternRefused("Pola hanya memuat huruf, angka, dan tanda baca biasa.")
    if len(pattern) > PATTERN_LENGTH or not pattern.isprintable():
        raise PatternRefused(f"Pola ditulis dalam satu baris, paling panjang {PATTERN_LENGTH} tanda.")


def _names_in(pattern: str) -> list[str]:
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        raise PatternRefused("Kurung kurawal pada pola tidak berpasangan.") from None
    if any(spec or conversion for _, _, spec, conversion in parts):
        raise PatternRefused("Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq} atau {seq:03d}.")
    return [name for _, name, _, _ in parts if name is not None]


def _braced(names: Iterable[str]) -> str:
    return " ".join(f"{{{name}}}" for name in names)


def place_of(written: str) -> tuple[int, int]:
    """A running number and what was inserted after it: (38, 10) for "38.10", which comes after 38.2; (38, 0) for 38."""
    whole, _, inserted = written.partition(".")
    return int(whole), int(inserted or 0)


def place_in_words(sequence: int | None, inserted: int, last: int | None) -> str:
    """38.10, or 40–60 for a range; "" where the running number could not be read."""
    if sequence is None:
        return ""
    if last is not None and last > sequence:
        return f"{sequence}–{last}"
    return f"{sequence}.{inserted}" if inserted else str(sequence)


def rank_of(day: date, sequence: int | None, inserted: int) -> str:
    """Where a line stands in the book, as a text that sorts: by its day, then by its running number."""
    return f"{day} {sequence if sequence is not None else 999_999_999:09d}.{inserted:04d}"


def series_of(unit: str, year: int) -> str:
    """The name of the series that a unit's letters of a year are numbered in."""
    return f"letter-{unit}-{year}"


def looks_like_identity(text: str) -> bool:
    """Does it have the usual form? Only to warn: ROMANTIK issues these numbers and may change their form."""
    return IDENTITY.fullmatch(text.strip()) is not None
