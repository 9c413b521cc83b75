"""The numbers and codes of cases: how submissions, complaints, forms of the box and tracking codes are written."""

import hashlib
import re
import secrets

NO_SIGNS = re.compile(r"[\s\-‐‑‒–—_.\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What may stand between the signs of a code: blanks and dashes.

And what is copied along unseen from mails and PDFs.
"""

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 signs; without 0, O, 1, I and L, which people mistake for one another on paper."""

CODE_GROUPS, CODE_SIZE = 4, 4
"""Sixteen signs of 31 carry 79 bits; three groups would carry 59.4, just under the 60 we ask for."""


IDENTITY = re.compile(r"[A-Z]-\d{2}\.\d{4}\.\d{3}")
SHAPES = {
    "submission": re.compile(r"REK-\d{4}-\d{4}-\d{4,}"),
    "complaint": re.compile(r"ADU-\d{4}-\d{4,}"),
    "box_form": re.compile(r"KS-\d{4}-\d{5,}"),
    "visit": re.compile(r"KUN-\d{4}-\d{4,}|[AJKPR]-\d{3,4}"),
    "activity": re.compile(r"KAT-\d{5,}"),
    "identity": IDENTITY,
    "letter": re.compile(r"[^/]*\d[^/]*(/[^/]*)+"),
}
"""How each kind of number looks, of a visit its own and that of its ticket; offices write those of their letters
differently, but always with strokes."""


def recognise(typed: str) -> tuple[str, str]:
    """What this is the number or code of, a key of `SHAPES` or "code", and how it is spelt; ("", "") for neither."""
    if code := clean_code(typed):
        return "code", code
    spelt = re.sub(r"[‐‑‒–—]", "-", "".join(typed.split())).upper()
    return next(((kind, spelt) for kind, shape in SHAPES.items() if shape.fullmatch(spelt)), ("", ""))


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
