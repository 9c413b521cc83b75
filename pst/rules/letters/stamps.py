"""The stamp of a letter: its main facts in few bytes with the office's signature over them, written in digits.

It stands in the QR code, behind the letter's address, and in the PDF itself. Digits, because a QR code packs them
three to ten bits: the square stays coarse enough for a cheap phone. No person is named in it.

What is signed is everything before the signature, the address included: nobody can put a genuine stamp under another
address or another code.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

PAPER, FILE = 1, 2
"""What a stamp is for: the QR code on the paper, or the PDF that carries it."""
OUTCOMES = ("layak", "ditolak")
FIRST_DAY = date(2000, 1, 1)
KEY_ID, MARK, SIGNATURE = 4, 16, 64
"""How many bytes: the name of the key, the fingerprint of what is stamped, the signature (Ed25519)."""
FACTS = 10 + MARK
"""Bytes before the texts: kind, key, day, last day, outcome, fingerprint."""
LONGEST = {"number": 80, "activity": 50, "agency": 40}
"""Signs of each text: what is longer would make the QR code too fine to be read at 2.5 cm."""
STAMPED = re.compile(r"(https?://[^\s<>#]+#)([0-9]{220,2000})")
"""A stamp as it stands behind its address, in a QR code or in a file."""
IN_FILE = re.compile(rb"<dc:identifier>(https?://[^\s<>#]+#)([0-9]{220,2000})</dc:identifier>")
END_OF_FILE = b"%%EOF"
"""Where a PDF ends; what is added later, such as an electronic signature, comes after it."""


class Stamp(NamedTuple):
    """What a stamp says. `mark` is the fingerprint: of the letter's words on paper, of all other bytes in a file."""

    kind: int
    dated: date
    valid_until: date | None
    outcome: str
    mark: bytes
    number: str
    activity: str
    agency: str


class Signed(NamedTuple):
    """A stamp as it was read: which key is said to have signed, what exactly, and with which signature."""

    stamp: Stamp
    key_id: bytes
    message: bytes
    signature: bytes


def packed(stamp: Stamp, key_id: bytes) -> bytes:
    """The facts in bytes, without the signature."""
    days = [(day - FIRST_DAY).days if day else 0 for day in (stamp.dated, stamp.valid_until)]
    texts = [shortened(getattr(stamp, name), most) for name, most in LONGEST.items()]
    return b"".join(
        (
            bytes((stamp.kind,)),
            key_id,
            *(day.to_bytes(2) for day in days),
            bytes((OUTCOMES.index(stamp.outcome),)),
            stamp.mark,
            "\n".join(texts).encode(),
        )
    )


def read(address: str, digits: str) -> Signed | None:
    """The stamp that these digits write behind this address (up to its #); None where they write none."""
    content = bytes_of(digits)
    if content is None or len(content) < FACTS + SIGNATURE:
        return None
    said, signature = content[:-SIGNATURE], content[-SIGNATURE:]
    try:
        stamp = _unpacked(said)
    except (ValueError, IndexError):
        return None
    return Signed(stamp, said[1 : 1 + KEY_ID], address.encode() + said, signature)


def _unpacked(said: bytes) -> Stamp:
    number, activity, agency = said[FACTS:].decode().split("\n")
    dated, last = (int.from_bytes(said[at : at + 2]) for at in (5, 7))
    return Stamp(
        kind=said[0],
        dated=FIRST_DAY + timedelta(dated),
        valid_until=FIRST_DAY + timedelta(last) if last else None,
        outcome=OUTCOMES[said[9]],
        mark=said[10:FACTS],
        number=number,
        activity=activity,
        agency=agency,
    )


def digits_of(content: bytes) -> str:
    """Bytes as one number, as long as the longest number of so many bytes."""
    return str(int.from_bytes(content)).zfill(_length(len(content)))


def bytes_of(digits: str) -> bytes | None:
    """The bytes that were written so; None where these digits write none."""
    size = int(len(digits) / 2.40823996531)  # digits to a byte
    try:
        return int(digits).to_bytes(size) if _length(size) == len(digits) else None
    except OverflowError:
        return None


def _length(size: int) -> int:
    return len(str(256**size - 1))


def mark_of_words(frozen: Mapping[str, Any]) -> bytes:
    """The fingerprint of a letter's words as they were frozen, without the stamp that says it."""
    words = {key: value for key, value in frozen.items() if key != "stamp"}
    return mark_of(json.dumps(words, ensure_ascii=False, sort_keys=True).encode())


def mark_of_file(content: bytes) -> tuple[bytes, bool]:
    """The fingerprint of a PDF whose stamp is still noughts, and whether anything was added after its end."""
    written, end, added = content.partition(END_OF_FILE)
    return mark_of(written + end), bool(added.strip())


def mark_of(content: bytes) -> bytes:
    """Half of the SHA-256: nobody finds other words with the same."""
    return hashlib.sha256(content).digest()[:MARK]


def shortened(text: str, most: int) -> str:
    """One line of at most so many signs."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
