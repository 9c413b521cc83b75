"""The guest book is signed at devices that the office has paired."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "kiosk" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(60) NOT NULL, '
        '"code_hash" VARCHAR(64) NOT NULL, "code_until" DATETIME, "key_hash" VARCHAR(64) NOT NULL, '
        '"paired_at" DATETIME, "seen_at" DATETIME)'
    )
    db.execute_sql('CREATE INDEX "kiosk_key_hash" ON "kiosk" ("key_hash")')
