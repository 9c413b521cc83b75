"""Stamping letters with the office's key, and telling a genuine stamp from any other.

The page that the office exports (`templates/letters/published/`) judges by the same rules in a browser without us.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pst.actions.letters.facts import freeze
from pst.config import PUBLIC
from pst.paper.letters.facts import LetterFacts
from pst.rules.letters import stamps
from pst.rules.letters.stamps import FILE, PAPER, Signed, Stamp

KEY_FILE = "kunci-verifikasi.txt"
"""Under this name the public halves are given away."""
GENUINE, ADDED, CHANGED, FOREIGN, NONE = "genuine", "added", "changed", "foreign", "none"
BAD = (CHANGED, FOREIGN)
VERDICTS = {
    GENUINE: "asli",
    ADDED: "asli, dengan tambahan sesudah berkasnya dibuat (misalnya tanda tangan elektronik)",
    CHANGED: "tidak cocok: berkas atau suratnya berubah",
    FOREIGN: "tidak sah: tidak dibuat dengan kunci kantor ini",
    NONE: "tidak ada",
}


@dataclass(frozen=True)
class StampKeys:
    """The key that signs, and the public halves of those that signed before, as `config.stamp_keys_of` has them."""

    own: str
    old: tuple[str, ...] = ()

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def accept(self, signed: Signed) -> bool:
        """One of the office's keys has signed exactly this."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.by_id[signed.key_id]).verify(signed.signature, signed.message)
        except (KeyError, InvalidSignature):
            return False
        return True

    @cached_property
    def published(self) -> tuple[str, ...]:
        """The public halves, the one in use first."""
        half = base64.urlsafe_b64encode(self._private.public_key().public_bytes_raw()).decode()
        return (f"{PUBLIC}{half}", *self.old)

    @property
    def as_text(self) -> str:
        """The public halves as a file: one a line, the one in use first."""
        return "".join(f"{half}\n" for half in self.published)

    @cached_property
    def by_id(self) -> dict[bytes, bytes]:
        """The public halves under the names that stamps call them by, the one in use first."""
        halves = (base64.urlsafe_b64decode(half.removeprefix(PUBLIC)) for half in self.published)
        return {_id_of(half): half for half in halves}

    @cached_property
    def _private(self) -> Any:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(base64.urlsafe_b64decode(self.own))


@dataclass(frozen=True)
class Press:
    """What every letter of this instance bears: the address it is verified at ("" while nobody else could open it),
    and the stamp of these keys.
    """

    site: str
    keys: StampKeys


def stamped(facts: LetterFacts, keys: StampKeys) -> LetterFacts:
    """The facts with the stamp that their QR code carries."""
    return replace(facts, stamp=_stamp(facts, PAPER, stamps.mark_of_words(freeze(facts)), keys))


def stamped_file(paper: bytes, facts: LetterFacts, keys: StampKeys) -> bytes:
    """The letter's PDF with a stamp over all its bytes, in the place that was left for it."""
    place = stamps.IN_FILE.search(paper)
    assert place, "a stamped letter's PDF names its address"
    return (
        paper[: place.start(2)]
        + _stamp(facts, FILE, stamps.mark_of_file(paper)[0], keys).encode()
        + paper[place.end(2) :]
    )


def check_words(frozen: Mapping[str, Any], keys: StampKeys) -> str:
    """What the stamp of a letter as we keep it is worth, a key of `VERDICTS`."""
    if not frozen.get("stamp"):
        return NONE
    signed = stamps.read(f"{frozen['verify_url']}#", frozen["stamp"])
    if signed is None or not keys.accept(signed):
        return FOREIGN
    return GENUINE if signed.stamp.mark == stamps.mark_of_words(frozen) else CHANGED


def check_text(text: str, keys: StampKeys) -> tuple[str, Stamp | None]:
    """What a QR code says, as a phone reads it: a key of `VERDICTS`, and the stamp where there is one."""
    found = stamps.STAMPED.fullmatch(text.strip())
    signed = stamps.read(found[1], found[2]) if found else None
    if signed is None:
        return (FOREIGN if found else NONE), None
    return (GENUINE if keys.accept(signed) else FOREIGN), signed.stamp


def check_file(content: bytes, keys: StampKeys) -> tuple[str, Stamp | None]:
    """What the stamp in a PDF is worth: also whether any other byte of the file was changed."""
    place = stamps.IN_FILE.search(content)
    if place is None:
        return NONE, None
    signed = stamps.read(place[1].decode(errors="replace"), place[2].decode())
    if signed is None or signed.stamp.kind != FILE or not keys.accept(signed):
        return FOREIGN, signed.stamp if signed else None
    mark, added = stamps.mark_of_file(content[: place.start(2)] + b"0" * len(place[2]) + content[place.end(2) :])
    if mark != signed.stamp.mark:
        return CHANGED, signed.stamp
    return (ADDED if added else GENUINE), signed.stamp


def _stamp(facts: LetterFacts, kind: int, mark: bytes, keys: StampKeys) -> str:
    assert facts.number and facts.date, "only what is numbered is stamped"
    activity = facts.activity
    stamp = Stamp(
        kind, facts.date, facts.valid_until, facts.outcome, mark, facts.number, activity.title, activity.agency
    )
    said = stamps.packed(stamp, next(iter(keys.by_id)))
    return stamps.digits_of(said + keys.sign(f"{facts.verify_url}#".encode() + said))


def _id_of(public: bytes) -> bytes:
    return hashlib.sha256(public).digest()[: stamps.KEY_ID]
