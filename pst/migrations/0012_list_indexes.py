"""Lists are found by what they are narrowed by, in the order they are read; visits by their words."""

INDEXES = {
    "email": [("state", "id")],
    "event": [("noun", "id"), ("key", "id")],
    "look": [("what", "id")],
    "letter": [("year", "state")],
    "complaint": [("assignee_id", "id"), ("status", "id"), ("kind", "id"), ("channel", "id")],
}


def up(migrator, db):
    migrator.migrate(migrator.drop_index("letter", "letter_year"))
    migrator.migrate(*(migrator.add_index(table, columns) for table, many in INDEXES.items() for columns in many))
    db.execute_sql(
        'CREATE VIRTUAL TABLE "visit_index" USING fts5 ("words", prefix=\'2 3\', tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute_sql(
        'INSERT INTO "visit_index" ("rowid", "words") '
        'SELECT "id", "name" || \' \' || "institution" FROM "visit" WHERE "anonymised_at" IS NULL'
    )
