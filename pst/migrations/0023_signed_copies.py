"""Letters wait for the file signed outside, and go out with it. Those that are out already stay as they are."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "signed_copy" ("id" INTEGER NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, '
        '"file_id" VARCHAR(64) NOT NULL, "way" VARCHAR(10) NOT NULL, "state" VARCHAR(10) NOT NULL, '
        '"brought_by_id" INTEGER NOT NULL, "brought_at" DATETIME NOT NULL, "checked_by_id" INTEGER, '
        '"checked_at" DATETIME, "reason" TEXT NOT NULL, "signer" VARCHAR(200) NOT NULL, "facts" TEXT NOT NULL, '
        'FOREIGN KEY ("letter_id") REFERENCES "letter" ("id") ON DELETE RESTRICT, '
        'FOREIGN KEY ("file_id") REFERENCES "stored_file" ("sha256"), '
        'FOREIGN KEY ("brought_by_id") REFERENCES "user" ("id"), '
        'FOREIGN KEY ("checked_by_id") REFERENCES "user" ("id"))'
    )
    for name in ("letter_id", "file_id", "brought_by_id", "checked_by_id"):
        db.execute_sql(f'CREATE INDEX "signed_copy_{name}" ON "signed_copy" ("{name}")')
    db.execute_sql('CREATE INDEX "signed_copy_letter_id_state" ON "signed_copy" ("letter_id", "state")')
    refuse(db, "signed_copy_stays", "UPDATE ON signed_copy", "OLD.state != 'offered'")
    refuse(db, "signed_copy_remains", "DELETE ON signed_copy", "1")
    refuse(db, "letter_stays_void", "UPDATE ON letter", "OLD.state = 'void' AND NEW.state != 'void'")


def refuse(db, name, deed, when):
    why = "surat dan berkasnya yang sudah diputuskan tidak dapat diubah"
    db.execute_sql(f"CREATE TRIGGER {name} BEFORE {deed} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")
