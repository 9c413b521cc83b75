"""Letters about complaints have their number in the office's book."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "complaint_letter" ("id" INTEGER NOT NULL PRIMARY KEY, "complaint_id" INTEGER NOT NULL, '
        '"kind" VARCHAR(12) NOT NULL, "entry_id" INTEGER NOT NULL, "signed_by" VARCHAR(120) NOT NULL, '
        '"file_id" VARCHAR(64) NOT NULL, '
        'FOREIGN KEY ("complaint_id") REFERENCES "complaint" ("id") ON DELETE RESTRICT, '
        'FOREIGN KEY ("entry_id") REFERENCES "book_entry" ("id"), '
        'FOREIGN KEY ("file_id") REFERENCES "stored_file" ("sha256"))'
    )
    for name in ("complaint_id", "file_id"):
        db.execute_sql(f'CREATE INDEX "complaint_letter_{name}" ON "complaint_letter" ("{name}")')
    db.execute_sql('CREATE UNIQUE INDEX "complaint_letter_entry_id" ON "complaint_letter" ("entry_id")')
