"""The book of all outgoing letters, with a line for each letter so far; a letter keeps why its number is odd."""

import json
import re

from playhouse.migrate import TextField

SUBJECTS = {"layak": "Surat Rekomendasi Kegiatan Statistik", "ditolak": "Penolakan Rekomendasi Kegiatan Statistik"}


def up(migrator, db):
    add_reason(migrator, db)
    db.execute_sql(
        'CREATE TABLE "book_entry" ("id" INTEGER NOT NULL PRIMARY KEY, "year" INTEGER NOT NULL, "sequence" INTEGER, '
        '"inserted" INTEGER NOT NULL, "last" INTEGER, "number" VARCHAR(80) NOT NULL, "dated" DATE, '
        '"rank" VARCHAR(26) NOT NULL, "recipient" VARCHAR(300) NOT NULL, "subject" TEXT NOT NULL, '
        '"classification" VARCHAR(40) NOT NULL, "kind" VARCHAR(10) NOT NULL, "reason" TEXT NOT NULL, '
        '"file_id" VARCHAR(64), "letter_id" INTEGER, "by_id" INTEGER, "at" DATETIME NOT NULL, '
        'FOREIGN KEY ("file_id") REFERENCES "stored_file" ("sha256"), '
        'FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"))'
    )
    for columns in ("rank", "year, rank", "year, sequence, last", "number", "kind", "file_id", "by_id"):
        name = "_".join(("book_entry", *columns.split(", ")))
        db.execute_sql(f'CREATE INDEX "{name}" ON "book_entry" ({columns})')
    db.execute_sql('CREATE UNIQUE INDEX "book_entry_letter_id" ON "book_entry" ("letter_id")')
    enter_letters(db)


def add_reason(migrator, db):
    """The table is written anew for a column, which would leave its triggers behind."""
    triggers = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'letter'")
    kept = triggers.fetchall()
    migrator.migrate(migrator.add_column("letter", "number_reason", TextField(default="")))
    for name, sql in kept:
        db.execute_sql(f"DROP TRIGGER IF EXISTS {name}")
        db.execute_sql(sql)


def enter_letters(db):
    """Every letter that has a number, as its own words have it."""
    letters = db.execute_sql(
        "SELECT id, year, sequence, number, issued_on, outcome, facts, issued_by_id, issued_at FROM letter "
        "WHERE number IS NOT NULL AND issued_on IS NOT NULL ORDER BY id"
    ).fetchall()
    for letter, year, sequence, number, day, outcome, facts, by, at in letters:
        said = json.loads(facts)
        subject = said["subject"] or f"{SUBJECTS.get(outcome, '')} {said['activity']['title']}".strip()
        put_in = re.search(rf"(?<!\d)0*{sequence}\.(\d{{1,4}})(?!\d)", number)
        inserted = int(put_in[1]) if put_in else 0
        rank = f"{day} {999_999_999 if sequence is None else sequence:09d}.{inserted:04d}"
        values = (
            year,
            sequence,
            inserted,
            sequence,
            number,
            day,
            rank,
            said["recipient"]["name"],
            subject,
            letter,
            by,
            at,
        )
        db.execute_sql(
            "INSERT INTO book_entry (year, sequence, inserted, last, number, dated, rank, recipient, subject, "
            "classification, kind, reason, letter_id, by_id, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', 'letter', '', ?, ?, ?)",
            values,
        )
