"""The lines of the book of letters stand under the chain too, and their table refuses what never happens to them."""

import hashlib
import hmac
import json
import os
from datetime import datetime
from pathlib import Path

GENESIS = "0" * 64
FIELDS = ("at", "actor_id", "actor_name", "noun", "key", "verb", "source", "target", "note", "facts", "previous")
LINE_FIELDS = (
    *("year", "sequence", "inserted", "last", "number", "dated", "rank", "recipient", "subject", "classification"),
    *("kind", "reason", "file_id", "letter_id", "by_id", "at"),
)
CALLED = "CASE number WHEN '' THEN 'nomor urut ' || sequence || '/' || year ELSE number END"
AT_ONCE = 500
MAY_CHANGE = ("kind", "reason")


def up(migrator, db):
    seal_lines(db)
    changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in LINE_FIELDS if name not in MAY_CHANGE)
    refuse(db, "book_entry_stays", "UPDATE ON book_entry", f"OLD.kind IN ('letter', 'void') OR {changed}")
    refuse(db, "book_entry_remains", "DELETE ON book_entry", "1")


def seal_lines(db):
    """Events for the lines of the book until now, welded onto the chain."""
    lines = db.execute_sql(f"SELECT id, {CALLED}, {', '.join(LINE_FIELDS)} FROM book_entry ORDER BY id").fetchall()
    folder = Path(db.database).parent
    for first in range(0, len(lines), AT_ONCE):
        some = lines[first : first + AT_ONCE]
        seals = [[number, called, sha256(values)] for number, called, *values in some]
        append(db, folder, some[0][1], json.dumps({"seals": seals}, ensure_ascii=False, separators=(",", ":")))


def sha256(values):
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()


def append(db, folder, key, facts):
    """One event more, and the file beside the database that names the newest."""
    ((at,),) = db.execute_sql("SELECT datetime('now')").fetchall()
    newest = db.execute_sql("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
    values = [at, None, "Sistem", "letter_book", key, "seal", "", "", "", facts, newest[0] if newest else GENESIS]
    *told, previous = values
    words = [datetime.fromisoformat(at).isoformat(), *told[1:-1], json.loads(facts), previous]
    office_key = (folder / "audit-key").read_text().strip().encode()
    mark = hmac.digest(office_key, json.dumps(words, ensure_ascii=False, sort_keys=True).encode(), "sha256").hex()
    names, marks = ", ".join((*FIELDS, "hash")), ", ".join("?" * (len(FIELDS) + 1))
    db.execute_sql(f"INSERT INTO event ({names}) VALUES ({marks})", (*values, mark))
    ((number,),) = db.execute_sql("SELECT MAX(id) FROM event").fetchall()
    with open(os.open(folder / "audit-head", os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(f"{number:020d} {mark}\n")
        file.flush()
        os.fsync(file.fileno())


def refuse(db, name, deed, when):
    why = "baris buku surat tidak dapat diubah atau dihapus"
    db.execute_sql(f"CREATE TRIGGER {name} BEFORE {deed} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")
