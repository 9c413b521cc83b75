"""Searches of the catalogue forgive slips, and narrow inside the index; lists without a year can be taken in."""

import re

from playhouse.migrate import TextField

MARKS = (("tahun", "year"), ("cara", "method"), ("sektor", "sector"))


def up(migrator, db):
    migrator.migrate(
        migrator.drop_not_null("activity", "year"),
        migrator.add_column("activity", "written", TextField(default="")),
        migrator.add_column("activity", "doubts", TextField(default="")),
    )
    db.execute_sql('CREATE TABLE "catalogue_word" ("word" VARCHAR(40) NOT NULL PRIMARY KEY)')
    db.execute_sql('DELETE FROM "activity_index" WHERE "rowid" IN (SELECT "id" FROM "activity" WHERE NOT "in_force")')
    for name, column in MARKS:
        db.execute_sql(
            f'UPDATE "activity_index" SET "stems" = "stems" || \' {name}\' || (SELECT replace("{column}", \'_\', \'\') '
            f'FROM "activity" WHERE "id" = "activity_index"."rowid") WHERE "rowid" IN '
            f'(SELECT "id" FROM "activity" WHERE "{column}" != \'\')'
        )
    for key, year, words, stems in db.execute_sql(
        'SELECT "rowid", "year", "words", "stems" FROM "activity_index" JOIN "activity" ON "id" = "activity_index"."rowid"'
    ).fetchall():
        plain = re.findall(r"[^\W_]+", words.casefold())
        db.execute_sql(
            'UPDATE "activity_index" SET "words" = ? WHERE "rowid" = ?', (" ".join([*plain, str(year)]), key)
        )
        for word in {*plain, *stems.split()}:
            db.execute_sql('INSERT OR IGNORE INTO "catalogue_word" VALUES (?)', (word[:40],))
