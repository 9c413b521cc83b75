"""How the chain of events is welded: each event's hash covers its own words and the hash before it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

GENESIS = "0" * 64
"""What the first event stands on."""

FIELDS = ("at", "actor", "actor_name", "noun", "key", "verb", "source", "target", "note", "facts", "previous")


def event_hash(event: Mapping[str, Any]) -> str:
    """SHA-256 over the event's fields in fixed order; any changed letter changes it."""
    words = json.dumps([_plain(event[name]) for name in FIELDS], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()


def first_break(events: Iterable[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The first event (oldest first) that does not follow from the one before it, or None: the chain is whole."""
    expected = GENESIS
    for event in events:
        if event["previous"] != expected or event["hash"] != event_hash(event):
            return event
        expected = str(event["hash"])
    return None


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
