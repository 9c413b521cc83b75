"""Officers overrule what the rules find in a design, with a reason."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "overruling" ("id" INTEGER NOT NULL PRIMARY KEY, "submission_id" INTEGER NOT NULL, '
        '"rule" VARCHAR(12) NOT NULL, "reason" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" DATETIME NOT NULL, '
        'FOREIGN KEY ("submission_id") REFERENCES "submission" ("id") ON DELETE CASCADE, '
        'FOREIGN KEY ("by_id") REFERENCES "user" ("id"))'
    )
    db.execute_sql('CREATE INDEX "overruling_submission_id" ON "overruling" ("submission_id")')
    db.execute_sql('CREATE INDEX "overruling_by_id" ON "overruling" ("by_id")')
    db.execute_sql('CREATE UNIQUE INDEX "overruling_submission_id_rule" ON "overruling" ("submission_id", "rule")')
