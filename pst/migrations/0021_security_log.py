"""Who came in, who was refused, and what changed of an account: when, and from where."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "security_event" ("id" INTEGER NOT NULL PRIMARY KEY, "at" DATETIME NOT NULL, '
        '"kind" VARCHAR(20) NOT NULL, "user_id" INTEGER, "by_id" INTEGER, "address" VARCHAR(45) NOT NULL, '
        '"device" VARCHAR(120) NOT NULL, FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE, '
        'FOREIGN KEY ("by_id") REFERENCES "user" ("id"))'
    )
    for name, columns in (("user_id", '"user_id"'), ("by_id", '"by_id"'), ("at", '"at"')):
        db.execute_sql(f'CREATE INDEX "security_event_{name}" ON "security_event" ({columns})')
    for name in ("user_id", "kind", "address"):
        db.execute_sql(f'CREATE INDEX "security_event_{name}_id" ON "security_event" ("{name}", "id")')
