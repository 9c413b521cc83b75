"""When activities are out in the field, and whom they ask, so that the same people are not asked twice."""

import json
import re

ASKING = {"wawancara", "mengisi_kuesioner_sendiri"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def up(migrator, db):
    db.execute_sql(
        'CREATE TABLE "field_span" ("id" INTEGER NOT NULL PRIMARY KEY, "submission_id" INTEGER NOT NULL, '
        '"starts" DATE NOT NULL, "ends" DATE NOT NULL, "units" VARCHAR(120) NOT NULL, '
        '"districts" VARCHAR(200) NOT NULL, "respondents" INTEGER, "minutes" INTEGER, "rounds" INTEGER NOT NULL, '
        'FOREIGN KEY ("submission_id") REFERENCES "submission" ("id") ON DELETE CASCADE)'
    )
    db.execute_sql('CREATE INDEX "field_span_submission_id" ON "field_span" ("submission_id")')
    db.execute_sql('CREATE INDEX "field_span_ends" ON "field_span" ("ends")')
    sent = 'SELECT "id", "answers" FROM "submission" WHERE "submitted_at" IS NOT NULL'
    for key, answers in db.execute_sql(sent).fetchall():
        for span in spans_of(json.loads(answers)):
            db.execute_sql(
                'INSERT INTO "field_span" ("submission_id", "starts", "ends", "units", "districts", "rounds") '
                "VALUES (?, ?, ?, ?, '', 1)",
                (key, *span),
            )


def spans_of(answers):
    """(start, end, units) of every range in which somebody is asked."""
    units = answers.get("unit_pengumpulan_data")
    if not units or not ASKING.intersection(answers.get("metode_pengumpulan_data") or ()):
        return
    for row in answers.get("jadwal") or ():
        start, end = str(row.get("awal")), str(row.get("akhir"))
        if row.get("tahap") == "pengumpulan_data" and DAY.fullmatch(start) and DAY.fullmatch(end) and start <= end:
            yield start, end, " ".join(sorted(units))
