"""An office may ask for initials on a draft before it stands before the head."""

PEOPLE = (
    '"place" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL, "person_id" INTEGER NOT NULL, "stand_in_id" INTEGER, '
    'FOREIGN KEY ("person_id") REFERENCES "user" ("id"), FOREIGN KEY ("stand_in_id") REFERENCES "user" ("id")'
)


def up(migrator, db):
    db.execute_sql(f'CREATE TABLE "initialler" ("id" INTEGER NOT NULL PRIMARY KEY, {PEOPLE})')
    db.execute_sql(
        'CREATE TABLE "initial" ("id" INTEGER NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, '
        f'"given_by_id" INTEGER, "given_at" DATETIME, {PEOPLE}, '
        'FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("given_by_id") REFERENCES "user" ("id"))'
    )
    for table, names in (("initialler", ("person_id", "stand_in_id")), ("initial", REFERENCES)):
        for name in names:
            db.execute_sql(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
    db.execute_sql('CREATE INDEX "initial_letter_id_place" ON "initial" ("letter_id", "place")')
    refuse(db, "initial_stays", "UPDATE ON initial")


REFERENCES = ("letter_id", "person_id", "stand_in_id", "given_by_id")


def refuse(db, name, deed):
    why = "paraf yang sudah dibubuhkan tidak dapat diubah"
    db.execute_sql(
        f"CREATE TRIGGER {name} BEFORE {deed} WHEN OLD.given_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )
