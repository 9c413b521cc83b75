"""Variables and indicators have metadata of their own (MS-Var, MS-Ind), which may come after the letter."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "metadata" ("id" INTEGER NOT NULL PRIMARY KEY, "submission_id" INTEGER NOT NULL, '
        '"answers" TEXT NOT NULL, "at" DATETIME NOT NULL, "by_id" INTEGER NOT NULL, '
        'FOREIGN KEY ("submission_id") REFERENCES "submission" ("id") ON DELETE CASCADE, '
        'FOREIGN KEY ("by_id") REFERENCES "user" ("id"))'
    )
    db.execute_sql('CREATE UNIQUE INDEX "metadata_submission_id" ON "metadata" ("submission_id")')
    db.execute_sql('CREATE INDEX "metadata_by_id" ON "metadata" ("by_id")')
