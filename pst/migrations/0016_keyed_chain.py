"""The chain of events is welded with the office's key and holds the letters; both tables refuse what never happens."""

import hashlib
import hmac
import json
import os
import secrets
from datetime import datetime
from pathlib import Path

GENESIS = "0" * 64
FIELDS = ("at", "actor_id", "actor_name", "noun", "key", "verb", "source", "target", "note", "facts", "previous")
LETTER_FIELDS = (
    *("submission_id", "state", "outcome", "number", "issued_on", "identity_number", "signatory_id", "code_hash"),
    *("facts", "file_id", "ended_at", "end_reason", "replaced_by_id"),
)
FIXED = ("submission_id", "outcome", "number", "issued_on", "identity_number", "code_hash", "facts", "file_id")
"""What a numbered letter says stays, whatever becomes of it."""


def up(migrator, db):
    folder = Path(db.database).parent
    key = key_in(folder)
    seal_letters(db, key, weld_anew(db, key))
    if newest := db.execute_sql("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1").fetchone():
        write(folder / "audit-head", f"{newest[0]:020d} {newest[1]}\n")
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in FIXED)
    ended = "OLD.state IN ('revoked', 'replaced') AND OLD.state != NEW.state"
    issued = f"OLD.number IS NOT NULL AND OLD.file_id IS NOT NULL AND ({changed} OR {ended})"
    refuse(db, "event_stays", "UPDATE ON event", "kejadian tidak dapat diubah")
    refuse(db, "event_remains", "DELETE ON event", "kejadian tidak dapat dihapus")
    refuse(db, "letter_stays", "UPDATE ON letter", "surat yang terbit tidak dapat diubah", issued)
    refuse(db, "letter_remains", "DELETE ON letter", "surat bernomor tidak dapat dihapus", "OLD.number IS NOT NULL")


def key_in(folder):
    place = folder / "audit-key"
    if not place.exists():
        write(place, secrets.token_hex(32))
    return place.read_text().strip().encode()


def write(place, text):
    with open(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def weld_anew(db, key):
    """The same events with keyed hashes, up to the first that was changed before; returns the last hash."""
    expected = before = GENESIS
    events = db.execute_sql(f"SELECT id, hash, {', '.join(FIELDS)} FROM event ORDER BY id").fetchall()
    for number, kept, *values in events:
        if values[-1] != expected or kept not in (hashlib.sha256(words(values)).hexdigest(), keyed(values, key)):
            return events[-1][1]
        expected, values[-1] = kept, before
        before = keyed(values, key)
        db.execute_sql("UPDATE event SET previous = ?, hash = ? WHERE id = ?", (values[-1], before, number))
    return before


def seal_letters(db, key, before):
    """One event for each letter that was numbered until now."""
    ((at,),) = db.execute_sql("SELECT datetime('now')").fetchall()
    letters = db.execute_sql(
        f"SELECT number, {', '.join(LETTER_FIELDS)} FROM letter "
        "WHERE number IS NOT NULL AND state != 'draft' ORDER BY id"
    )
    for number, *columns in letters.fetchall():
        seal = hashlib.sha256(json.dumps(columns, ensure_ascii=False).encode()).hexdigest()
        facts = json.dumps({"seal": seal}, separators=(",", ":"))
        values = [at, None, "Sistem", "letter", number, "seal", "", "", "", facts, before]
        before = keyed(values, key)
        names, marks = ", ".join((*FIELDS, "hash")), ", ".join("?" * (len(FIELDS) + 1))
        db.execute_sql(f"INSERT INTO event ({names}) VALUES ({marks})", (*values, before))


def keyed(values, key):
    return hmac.digest(key, words(values), "sha256").hex()


def words(values):
    """What a hash covers of an event: its columns in order, the moment and the facts read."""
    at, *more, facts, previous = values
    told = [datetime.fromisoformat(at).isoformat(), *more, json.loads(facts), previous]
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def refuse(db, name, deed, why, when="1"):
    db.execute_sql(f"CREATE TRIGGER {name} BEFORE {deed} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")
