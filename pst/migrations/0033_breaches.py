"""A breach of personal data is written down, with its 3 × 24 hours."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "breach" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(160) NOT NULL, '
        '"known_on" DATE NOT NULL, "known_hour" VARCHAR(5) NOT NULL, "happened" TEXT NOT NULL, "data" TEXT NOT NULL, '
        '"people" VARCHAR(80) NOT NULL, "measures" TEXT NOT NULL, "advice" TEXT NOT NULL, "reported_on" DATE, '
        '"reported_how" VARCHAR(200) NOT NULL, "told_at" DATETIME, "told" INTEGER NOT NULL)'
    )
