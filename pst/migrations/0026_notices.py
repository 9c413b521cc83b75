"""Whoever is handed work is told so, on the page and by mail as each person chose."""

from peewee import CharField


def up(migrator, db):
    migrator.migrate(migrator.add_column("user", "told_by", CharField(max_length=8, default="once")))
    db.execute_sql(
        'CREATE TABLE "notice" ("id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL, '
        '"kind" VARCHAR(20) NOT NULL, "noun" VARCHAR(20) NOT NULL, "key" VARCHAR(80) NOT NULL, '
        '"made_at" DATETIME NOT NULL, "read_at" DATETIME, "mailed" INTEGER NOT NULL, '
        'FOREIGN KEY ("person_id") REFERENCES "user" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "notice_person_id" ON "notice" ("person_id")')
    db.execute_sql('CREATE INDEX "notice_person_id_read_at" ON "notice" ("person_id", "read_at")')
    db.execute_sql('CREATE INDEX "notice_mailed_id" ON "notice" ("mailed", "id")')
