"""Owners ask for their accounts to be erased; and which version of the privacy notice each has read."""

from peewee import CharField, DateTimeField


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("user", "notice_version", CharField(max_length=12, default="")),
        migrator.add_column("user", "notice_at", DateTimeField(null=True)),
    )
    db.execute_sql(
        "UPDATE user SET notice_version = read.version, notice_at = read.at FROM ("
        "SELECT CAST(key AS INTEGER) AS user_id, json_extract(facts, '$.privacy') AS version, at FROM event "
        "WHERE noun = 'account' AND verb = 'register') AS read WHERE read.user_id = user.id AND read.version != ''"
    )
    db.execute_sql(
        'CREATE TABLE "erasure" ("id" INTEGER NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, "said" TEXT NOT NULL, '
        '"asked_at" DATETIME NOT NULL, "decided_at" DATETIME, "decided_by_id" INTEGER, "granted" INTEGER NOT NULL, '
        '"answer" TEXT NOT NULL, FOREIGN KEY ("user_id") REFERENCES "user" ("id"), '
        'FOREIGN KEY ("decided_by_id") REFERENCES "user" ("id"))'
    )
    db.execute_sql('CREATE INDEX "erasure_user_id" ON "erasure" ("user_id")')
    db.execute_sql('CREATE INDEX "erasure_decided_by_id" ON "erasure" ("decided_by_id")')
