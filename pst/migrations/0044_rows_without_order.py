"""No row's own number, and no place among its neighbours, tells at which hour a complainant did something.

Complaints and news get numbers drawn among those of their day, what belongs to a complaint is numbered within it, and
files and keys of forms lie in the order of their names.
"""

import secrets
from datetime import datetime, timedelta

OF_A_DAY, OF_A_COMPLAINT = 1_000_000, 1_000
OFFICE = timedelta(hours=7)  # WIB
PARTS = ("complaint_message", "complaint_file", "complaint_subject")
STAYS = "complaint_letter_stays"
NAMED = {
    "stored_file": '"sha256" VARCHAR(64) NOT NULL PRIMARY KEY, "size" INTEGER NOT NULL, '
    '"mime" VARCHAR(120) NOT NULL, "created_at" DATETIME NOT NULL',
    "form_key": '"key" VARCHAR(64) NOT NULL PRIMARY KEY, "result" TEXT, "at" DATETIME',
}


def up(migrator, db):
    db.execute_sql("PRAGMA defer_foreign_keys = ON")
    for table, columns in NAMED.items():
        _lay_by_name(db, table, columns)
    _number_by_day(db, "notice", "made_at", [])
    kept = db.execute_sql("SELECT sql FROM sqlite_master WHERE name = ?", (STAYS,)).fetchone()[0]
    db.execute_sql(f"DROP TRIGGER {STAYS}")
    _number_by_day(db, "complaint", "received_at", [*_pointing(db, "complaint"), ("complaint_index", "rowid")])
    db.execute_sql(kept)
    for table in PARTS:
        _number_within(db, table)


def _lay_by_name(db, table: str, columns: str) -> None:
    """Made anew without its hidden running number; what points to it finds its rows again before all is over."""
    db.execute_sql(f'CREATE TEMP TABLE aside AS SELECT * FROM "{table}"')
    db.execute_sql(f'DROP TABLE "{table}"')
    db.execute_sql(f'CREATE TABLE "{table}" ({columns}) WITHOUT ROWID')
    db.execute_sql(f'INSERT INTO "{table}" SELECT * FROM aside')
    db.execute_sql("DROP TABLE aside")


def _number_by_day(db, table: str, moment: str, pointing: list[tuple[str, str]]) -> None:
    used = set()
    for old, at in db.execute_sql(f'SELECT id, {moment} FROM "{table}"').fetchall():
        day = (datetime.fromisoformat(at) + OFFICE).toordinal() * OF_A_DAY
        new = day + secrets.randbelow(OF_A_DAY)
        while new in used:
            new = day + secrets.randbelow(OF_A_DAY)
        used.add(new)
        for there, column in ((table, "id"), *pointing):
            db.execute_sql(f'UPDATE "{there}" SET "{column}" = ? WHERE "{column}" = ?', (new, old))


def _number_within(db, table: str) -> None:
    last = {}
    for old, complaint in db.execute_sql(f'SELECT id, complaint_id FROM "{table}" ORDER BY id').fetchall():
        last[complaint] = last.get(complaint, complaint * OF_A_COMPLAINT) + 1
        db.execute_sql(f'UPDATE "{table}" SET id = ? WHERE id = ?', (last[complaint], old))


def _pointing(db, table: str) -> list[tuple[str, str]]:
    return [
        (there, key.column)
        for there in db.get_tables()
        for key in db.get_foreign_keys(there)
        if key.dest_table == table
    ]
