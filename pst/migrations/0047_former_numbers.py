"""An activity that was found to be another keeps its number as a way to that other."""

import re

FROM = re.compile(r"^Dari (KAT-\d+):$", re.MULTILINE)
"""How the row that stayed names the one it was merged with."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "former_number" ("id" INTEGER NOT NULL PRIMARY KEY, "number" VARCHAR(40) NOT NULL, '
        '"activity_id" INTEGER NOT NULL, FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE UNIQUE INDEX "former_number_number" ON "former_number" ("number")')
    db.execute_sql('CREATE INDEX "former_number_activity_id" ON "former_number" ("activity_id")')
    merged = 'SELECT "id", "written" FROM "activity" WHERE "written" LIKE ? ORDER BY "id"'
    for key, written in db.execute_sql(merged, ("%Dari KAT-%",)).fetchall():
        for number in FROM.findall(written):
            db.execute_sql(
                'INSERT OR IGNORE INTO "former_number" ("number", "activity_id") VALUES (?, ?)', (number, key)
            )
