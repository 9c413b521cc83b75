"""How the chain of events is welded: each event's hash covers its own words and the hash before it.

It is keyed: whoever has the database and this program, but not the office's key, cannot weld it anew. Letters and the
lines of their book stand under it too, each by a seal that an event carries. Its newest event is printed on letters,
so that not even the office can weld it anew unseen.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

GENESIS = "0" * 64
"""What the first event stands on."""

FIELDS = ("at", "actor", "actor_name", "noun", "key", "verb", "source", "target", "note", "facts", "previous")


LETTER_FIELDS = (
    *("submission_id", "state", "outcome", "number", "issued_on", "identity_number", "signatory_id", "code_hash"),
    *("facts", "file_id", "ended_at", "end_reason", "replaced_by_id"),
)
"""Columns of a letter that only its own steps may change."""

LINE_FIELDS = (
    *("year", "sequence", "inserted", "last", "number", "dated", "rank", "recipient", "subject", "classification"),
    *("kind", "reason", "file_id", "letter_id", "by_id", "at"),
)
"""Columns of a line in the book of letters: all."""

PRINTED = 16
"""Digits of an event's hash that papers carry."""
HEAD_SHAPE = re.compile(rf"([0-9a-f]{{{PRINTED},64}}):([0-9]{{1,18}})")


def event_hash(event: Mapping[str, Any], key: bytes) -> str:
    """HMAC-SHA-256 over the event's fields in fixed order; any changed letter changes it."""
    words = json.dumps([_plain(event[name]) for name in FIELDS], ensure_ascii=False, sort_keys=True)
    return hmac.digest(key, words.encode(), "sha256").hex()


def row_seal(values: Sequence[Any]) -> str:
    """SHA-256 over columns of a row (`LETTER_FIELDS`, `LINE_FIELDS`) as they stand in the database."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


def first_break(events: Iterable[Mapping[str, Any]], key: bytes) -> Mapping[str, Any] | None:
    """The first event (oldest first) that does not follow from the one before it, or None: the chain is whole."""
    expected = GENESIS
    for event in events:
        if event["previous"] != expected or event["hash"] != event_hash(event, key):
            return event
        expected = str(event["hash"])
    return None


def printed_head(number: int, newest: str) -> str:
    """The newest event as papers carry it: the beginning of its hash, and its number, which is how many there are."""
    return f"{newest[:PRINTED]}:{number}"


def read_head(given: str) -> tuple[str, int] | None:
    """The same, read back; None where it has another shape."""
    found = HEAD_SHAPE.fullmatch(given.strip().lower())
    return (found[1], int(found[2])) if found else None


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
