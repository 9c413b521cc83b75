"""Colleagues and superiors of the agency are invited to a form while it is with its applicant."""


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "invited" ("id" INTEGER NOT NULL PRIMARY KEY, "submission_id" INTEGER NOT NULL, '
        '"email" VARCHAR(254) NOT NULL, "may" VARCHAR(8) NOT NULL, "at" DATETIME NOT NULL, '
        '"approved_at" DATETIME, "approved_mark" VARCHAR(64) NOT NULL, '
        'FOREIGN KEY ("submission_id") REFERENCES "submission" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "invited_submission_id" ON "invited" ("submission_id")')
    db.execute_sql('CREATE INDEX "invited_email" ON "invited" ("email")')
    db.execute_sql('CREATE UNIQUE INDEX "invited_submission_id_email" ON "invited" ("submission_id", "email")')
