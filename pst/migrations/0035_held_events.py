"""What an anonymous complainant does enters the chain of events the next day, in no order."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "held_event" ("key" VARCHAR(32) NOT NULL PRIMARY KEY, "event" TEXT NOT NULL) WITHOUT ROWID'
    )
