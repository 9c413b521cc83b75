"""Staff show a second factor, and a session remembers when its owner last did."""

from peewee import DateTimeField, IntegerField, TextField


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("user", "second_factor", TextField(default="")),
        migrator.add_column("user", "second_factor_step", IntegerField(default=0)),
        migrator.add_column("user_session", "proved_at", DateTimeField(null=True)),
    )
    db.execute_sql(
        'CREATE TABLE "recovery_code" ("id" INTEGER NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, '
        '"code_hash" VARCHAR(64) NOT NULL, "used_at" DATETIME, '
        'FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "recovery_code_user_id" ON "recovery_code" ("user_id")')
