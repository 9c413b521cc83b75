"""Registers are kept as they were narrowed, calendars ask for last days, agencies keep names, somebody stands in."""

from peewee import CharField, DateField, TextField


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "kept_filter" ("id" INTEGER NOT NULL PRIMARY KEY, "person_id" INTEGER NOT NULL, '
        '"path" VARCHAR(60) NOT NULL, "query" VARCHAR(400) NOT NULL, "name" VARCHAR(60) NOT NULL, '
        '"shared" INTEGER NOT NULL, FOREIGN KEY ("person_id") REFERENCES "user" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "kept_filter_person_id" ON "kept_filter" ("person_id")')
    db.execute_sql('CREATE INDEX "kept_filter_path_person_id" ON "kept_filter" ("path", "person_id")')
    migrator.migrate(migrator.add_column("user", "calendar_hash", CharField(max_length=64, default="", index=True)))
    migrator.migrate(migrator.add_column("user", "away_until", DateField(null=True)))
    db.execute_sql('ALTER TABLE "user" ADD COLUMN "stand_in_id" INTEGER REFERENCES "user" ("id")')
    db.execute_sql('CREATE INDEX "user_stand_in_id" ON "user" ("stand_in_id")')
    migrator.migrate(migrator.add_column("agency", "former", TextField(default="")))
