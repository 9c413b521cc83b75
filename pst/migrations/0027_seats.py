"""Who sits at which counter is a fact of the office, not of a browser."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "seat" ("id" INTEGER NOT NULL PRIMARY KEY, "counter" INTEGER NOT NULL, '
        '"officer_id" INTEGER NOT NULL, "services" VARCHAR(10) NOT NULL, "since" DATETIME NOT NULL, '
        'FOREIGN KEY ("officer_id") REFERENCES "user" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE UNIQUE INDEX "seat_counter" ON "seat" ("counter")')
    db.execute_sql('CREATE UNIQUE INDEX "seat_officer_id" ON "seat" ("officer_id")')
