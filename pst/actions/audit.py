"""Writing down what happened, and checking that nobody changed it since."""

import json
import secrets
import threading
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import chunked

from pst.clock import local, midnight
from pst.config import audit_key_in
from pst.models.accounts.users import User
from pst.models.audit import HEAD, NEWEST, Event, HeldEvent, Look, write_head
from pst.models.base import after_write, bookkeeping, database, write
from pst.rules.audit import (
    GENESIS,
    LETTER_FIELDS,
    LINE_FIELDS,
    event_hash,
    first_break,
    printed_head,
    read_head,
    row_seal,
)
from pst.rules.refusals import Refusal

SYSTEM_NAME = "Sistem"
HELD = "complaint"
"""The noun whose events bear midnight where the hour may not be known."""
CLOCK_BEHIND = (
    "Jam server berada di belakang kejadian terakhir yang tercatat, jadi tanggalnya akan keliru. "
    "Mintalah pengelola membetulkan jam server dahulu."
)
AT_ONCE = 500
"""Lines of the book that one event seals."""


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
    """Append an event to the chain. Only inside `write()`, so that it stands and falls with what it tells.

    Of a complaint whose day alone may be known it is held back, and appended when that day is over.
    """
    assert database.in_transaction(), "an event is written in the transaction of what it tells"
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
    }
    if noun == HELD and at == midnight(local(at).date()):
        HeldEvent.create(key=secrets.token_hex(16), event={**event, "at": at.isoformat()})
        return Event(**event)
    return _append(event)


def release_held(at: datetime) -> int:
    """Append what was held back on days that are over, in no order; returns how many. For the minute job."""
    held = HeldEvent.before(midnight(local(at).date()))
    if held:
        with write():
            for row in held:
                _append({**row.event, "at": row.moment})
                row.delete_instance()
    return len(held)


def _append(event: dict[str, Any]) -> Event:
    before = Event.last()
    event = {**event, "previous": before.hash if before else GENESIS}
    _recorded.here = True
    return Event.create(**event, hash=event_hash(event, chain_key()))


def record_look(user: User, what: str, at: datetime, why: str = "") -> None:
    """Remember that somebody opened personal data."""
    with bookkeeping():
        Look.create(at=at, user=user, what=what, why=why)


def seal_letter(letter_id: int, actor: User | None, at: datetime) -> None:
    """Put a letter as it now stands under the chain. Only inside `write()`, with each step of a numbered letter."""
    ((number, *values),) = database.execute_sql(f"{LETTERS} AND id = ?", (letter_id,))
    record("letter", number, "seal", actor, at, facts={"seal": row_seal(values)})


def seal_lines(ids: Iterable[int], actor: User | None, at: datetime) -> None:
    """Put lines of the book of letters as they now stand under the chain. Only inside `write()`, with each change."""
    for some in chunked(ids, AT_ONCE):
        rows = list(database.execute_sql(f"{LINES} WHERE id IN ({', '.join('?' * len(some))})", some))
        seals = [[number, called, row_seal(values)] for number, called, *values in rows]
        record("letter_book", rows[0][1], "seal", actor, at, facts={"seals": seals})


def head() -> str:
    """The newest event, as letters, backups and mails carry it; "" before the first."""
    newest = database.execute_sql(NEWEST).fetchone()
    return printed_head(*newest) if newest else ""


def find_missing(printed: str) -> str:
    """Why a head that was printed is none of this chain's, in Indonesian; "" where it is.

    Whoever had the key and welded the chain anew is found by it. Raises `Refusal` for what is no head.
    """
    read = read_head(printed)
    if read is None:
        raise Refusal("Tulis seperti tercetak di kaki surat, misalnya 9f3a52c01b7de846:1234.")
    start, number = read
    event = Event.with_id(number)
    if event is None:
        last = head().partition(":")[2] or "0"
        return f"Kejadian nomor {number} pernah ada dan kini hilang; yang terbaru nomor {last}."
    same = event.hash.startswith(start)
    return "" if same else f"Kejadian nomor {number} bukan yang tercetak: rantai disusun ulang sampai di sana."


def clock_behind(at: datetime) -> str:
    """Why nothing can be dated now, since something has happened later already, in Indonesian; "" usually."""
    return "" if Event.none_after(at) else CLOCK_BEHIND


def refuse_wrong_day(at: datetime) -> None:
    """Raise `Refusal` where what is done now would carry a day that has long been over."""
    if behind := clock_behind(at):
        raise Refusal(behind)


def find_break() -> Mapping[str, Any] | None:
    """The first event that was changed, removed before, or put in; None when the chain is whole."""
    return first_break(Event.select().order_by(Event.id).dicts().iterator(), chain_key())


def find_tampering() -> list[str]:
    """Every trace of rows that were changed, removed or put in otherwise than by the program; in Indonesian."""
    found = [_end_missing(), *_letters_changed(), *_lines_changed(), *_copies_changed()]
    if broken := find_break():
        where = f"{broken['noun']} {broken['key']}, {broken['verb']}"
        found.insert(0, f"Rantai kejadian putus pada baris {broken['id']} ({where}).")
    return [line for line in found if line]


def chain_key() -> bytes:
    """The key of the open database, which lies beside it."""
    return audit_key_in(_folder())


def _keep_head() -> None:
    if getattr(_recorded, "here", False):
        _recorded.here = False
        write_head(_folder(), database.execute_sql(NEWEST).fetchone())


_recorded = threading.local()
"""Whether this thread wrote an event since the head was last kept."""
after_write.append(_keep_head)


def _end_missing() -> str:
    """What is gone from the end: the event that the head names is not there any more."""
    newest = database.execute_sql(NEWEST).fetchone()
    try:
        number, kept = (_folder() / HEAD).read_text().split()
    except (OSError, ValueError):
        return f"Berkas {HEAD} tidak ada atau rusak, padahal ada kejadian." if newest else ""
    row = Event.with_id(int(number))
    if row is None:
        last = f"sesudah baris {newest[0]}" if newest else "seluruhnya"
        return f"Kejadian terbaru hilang, {last}: baris {int(number)} pernah ada."
    return "" if row.hash == kept else f"Kejadian pada baris {row.id} bukan yang semula."


def _letters_changed() -> Iterator[str]:
    sealed = {key: json.loads(facts)["seal"] for key, facts in database.execute_sql(SEALS)}
    for number, *values in database.execute_sql(LETTERS):
        seal = sealed.pop(number, None)
        if seal is None:
            yield f"Surat {number} tidak pernah tercatat terbit."
        elif seal != row_seal(values):
            yield f"Surat {number} berbeda dari yang tercatat."
    yield from (f"Surat {number} hilang." for number in sealed)


def _lines_changed() -> Iterator[str]:
    sealed = {
        number: (called, seal)
        for (facts,) in database.execute_sql(LINE_SEALS)
        for number, called, seal in json.loads(facts)["seals"]
    }
    for number, called, *values in database.execute_sql(LINES):
        _, seal = sealed.pop(number, ("", None))
        if seal is None:
            yield f"Baris {called} pada buku surat tidak pernah tercatat."
        elif seal != row_seal(values):
            yield f"Baris {called} pada buku surat berbeda dari yang tercatat."
    yield from (f"Baris {called} pada buku surat hilang." for called, _ in sealed.values())


def _copies_changed() -> Iterator[str]:
    """Letters whose signed file is not the one that was taken."""
    taken = {key: json.loads(facts)["sha256"] for key, facts in database.execute_sql(TAKEN)}
    there = dict(database.execute_sql(COPIES))
    for number in sorted(taken.keys() | there.keys()):
        if taken.get(number) != there.get(number):
            yield f"Berkas bertanda tangan surat {number} berbeda dari yang tercatat."


def _folder() -> Path:
    return database.folder


LETTERS = f"SELECT number, {', '.join(LETTER_FIELDS)} FROM letter WHERE number IS NOT NULL AND state != 'draft'"
LINES = f"""
    SELECT id, CASE number WHEN '' THEN 'nomor urut ' || sequence || '/' || year ELSE number END,
        {", ".join(LINE_FIELDS)} FROM book_entry"""
LINE_SEALS = "SELECT facts FROM event WHERE noun = 'letter_book' AND verb = 'seal' ORDER BY id"
TAKEN = "SELECT key, facts FROM event WHERE noun = 'letter' AND verb = 'take_copy' ORDER BY id"
COPIES = (
    "SELECT letter.number, signed_copy.file_id FROM signed_copy JOIN letter ON letter.id = letter_id "
    "WHERE signed_copy.state = 'taken'"
)
SEALS = "SELECT key, facts FROM event WHERE noun = 'letter' AND verb = 'seal' ORDER BY id"
