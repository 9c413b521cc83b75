"""Writing down what happened, and checking that nobody changed it since."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pst.models.accounts.users import User
from pst.models.audit import Event, Look
from pst.models.base import bookkeeping, database
from pst.rules.audit import GENESIS, event_hash, first_break

SYSTEM_NAME = "Sistem"


def record(
    noun: str,
    key: str,
    verb: str,
    actor: User | None,
    at: datetime,
    *,
    source: str = "",
    target: str = "",
    note: str = "",
    facts: dict | None = None,
) -> Event:
    """Append an event to the chain. Only inside `write()`, so that it stands and falls with what it tells."""
    assert database.in_transaction(), "an event is written in the transaction of what it tells"
    before = Event.last()
    event = {
        "at": at,
        "actor": actor.id if actor else None,
        "actor_name": actor.name if actor else SYSTEM_NAME,
        "noun": noun,
        "key": key,
        "verb": verb,
        "source": source,
        "target": target,
        "note": note,
        "facts": facts or {},
        "previous": before.hash if before else GENESIS,
    }
    return Event.create(**event, hash=event_hash(event))


def record_look(user: User, what: str, at: datetime, why: str = "") -> None:
    """Remember that somebody opened personal data."""
    with bookkeeping():
        Look.create(at=at, user=user, what=what, why=why)


def find_break() -> Mapping[str, Any] | None:
    """The first event that was changed, removed before, or put in; None when the chain is whole."""
    return first_break(Event.select().order_by(Event.id).dicts().iterator())
