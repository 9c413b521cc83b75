"""How submissions, complaints, letters, recommendations and tracking codes are written."""

import hashlib
import re
import secrets
from datetime import date
from string import Formatter

NO_SIGNS = re.compile(r"[\s\-‐‑‒–—_.\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What may stand between the signs of a code: blanks and dashes.

And what is copied along unseen from mails and PDFs.
"""

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs; without 0, O, 1, I and L, which people mistake for one another on paper."""

CODE_GROUPS, CODE_SIZE = 4, 4
"""Sixteen signs of 31 carry 79 bits; three groups would carry 59.4, just under the 60 we ask for."""

LETTER_PATTERN = "{prefix}-{seq}/{unit}/{kka}/{mm}/{yyyy}"
"""The office's drafts of 2026 write their numbers so, with unit 61040 and the month."""

PATTERN_PARTS = ("prefix", "seq", "unit", "kka", "mm", "yyyy")
PATTERN_LENGTH = 80
PART_SHAPES = {
    "prefix": r"[^/]*?",
    "seq": r"(?P<seq>\d{1,9})(?:\.\d+)?",
    "unit": r"[^/]*",
    "kka": r"[^/]*",
    "mm": r"\d{2}",
    "yyyy": r"\d{4}",
}
"""How the parts of a pattern look in a number that somebody typed."""

IDENTITY = re.compile(r"[A-Z]-\d{2}\.\d{4}\.\d{3}")


class PatternRefused(ValueError):
    """The pattern of letter numbers cannot be used; the message says why, in Indonesian."""


def submission_number(office: str, year: int, seq: int) -> str:
    """REK-6104-2026-0001: office, year of the draft, running number of that year."""
    return f"REK-{office}-{year}-{seq:04d}"


def complaint_number(year: int, seq: int) -> str:
    """ADU-2026-0001"""
    return f"ADU-{year}-{seq:04d}"


def random_sequence(highest: int) -> int:
    """A number from 1 to `highest` for series in which a gap must not speak."""
    return 1 + secrets.randbelow(highest)


def form_number(year: int, seq: int) -> str:
    """KS-2026-00001, printed on a blank form for the box."""
    return f"KS-{year}-{seq:05d}"


def opening_number(year: int, seq: int) -> str:
    """BAK-2026-001: the minutes (berita acara) of one opening of the box."""
    return f"BAK-{year}-{seq:03d}"


def letter_number(pattern: str, seq: int | str, prefix: str, unit: str, kka: str, day: date) -> str:
    """B-155/61040/KS.200/09/2026, by the office's pattern; `seq` may be an inserted number such as "108.1".

    Raises `PatternRefused`.
    """
    check_pattern(pattern)
    return pattern.format(prefix=prefix, seq=seq, unit=unit, kka=kka, mm=f"{day.month:02d}", yyyy=f"{day.year:04d}")


def sequence_in(number: str, pattern: str) -> int | None:
    """The running number inside a letter number given by hand: 108 in "B-108.1/61040/KS.200/09/2026".

    None when the number was not written by the office's pattern.
    """
    parts = ((re.escape(text), PART_SHAPES.get(name or "", "")) for text, name, _, _ in Formatter().parse(pattern))
    found = re.fullmatch("".join(text + shape for text, shape in parts), number)
    return int(found["seq"]) if found else None


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that would not give every letter of a year its own readable number."""
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
        raise PatternRefused("Di dalam kurung kurawal hanya boleh ada nama bagian, misalnya {seq}.")
    return [name for _, name, _, _ in parts if name is not None]


def _braced(names: tuple[str, ...] | list[str]) -> str:
    return " ".join(f"{{{name}}}" for name in names)


def identity_number(letter: str, year: int, office: str, seq: int) -> str:
    """V-26.6104.001: way of collection, year, issuing office, running number, as ROMANTIK writes them."""
    return f"{letter}-{year % 100:02d}.{office}.{seq:03d}"


def looks_like_identity(text: str) -> bool:
    """Does it have the usual form? Only to warn: ROMANTIK issues these numbers and may change their form."""
    return IDENTITY.fullmatch(text.strip()) is not None


def new_code(groups: int = CODE_GROUPS, size: int = CODE_SIZE) -> str:
    """A secret code that people can read aloud, e.g. 7KMP-2QXA-W9DT-3HFB; by default 79 random bits."""
    return "-".join("".join(secrets.choice(CODE_ALPHABET) for _ in range(size)) for _ in range(groups))


def code_from(seed: bytes, key: bytes, groups: int = CODE_GROUPS, size: int = CODE_SIZE) -> str:
    """The code that belongs to this seed: the same form sent twice gives the same code, and nobody without the key
    can work it out. As hard to guess as `new_code`.
    """
    number = int.from_bytes(hashlib.blake2b(seed, key=hashlib.sha256(key).digest()).digest())
    signs = []
    for _ in range(groups * size):
        number, place = divmod(number, len(CODE_ALPHABET))
        signs.append(CODE_ALPHABET[place])
    return "-".join("".join(signs[start : start + size]) for start in range(0, len(signs), size))


def clean_code(text: str, groups: int = CODE_GROUPS, size: int = CODE_SIZE) -> str | None:
    """The code as it was printed, whatever capitals, spaces and dashes were typed; None if it is no code."""
    signs = _signs(text)
    if len(signs) != groups * size or not set(signs) <= set(CODE_ALPHABET):
        return None
    return "-".join(signs[start : start + size] for start in range(0, len(signs), size))


def same_signs(typed: str, signs: str) -> bool:
    """Were these signs typed, whatever capitals, spaces and dashes?"""
    return _signs(typed) == _signs(signs)


def hash_code(code: str) -> str:
    """BLAKE2b of the code's signs as 64 hexadecimal digits; the same however the code was typed.

    Plain hashing is enough: nobody can try 2^79 codes.
    """
    return hashlib.blake2b(_signs(code).encode(), digest_size=32).hexdigest()


def _signs(text: str) -> str:
    return NO_SIGNS.sub("", text).upper()
