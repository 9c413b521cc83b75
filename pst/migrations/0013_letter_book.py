"""The office says for each year where its book of letters is kept; nothing is numbered before."""

from peewee import CharField, IntegerField, Model


def up(migrator, db):
    class BookYear(Model):
        year = IntegerField(primary_key=True)
        kept = CharField(max_length=10)

        class Meta:
            database = db
            table_name = "book_year"

    db.create_tables([BookYear])
    numbers_came_from_here(db)


def numbers_came_from_here(db):
    """An office that let numbers be drawn until now kept its book here."""
    db.execute_sql(
        "INSERT INTO book_year (year, kept) SELECT DISTINCT year, 'here' FROM letter "
        "WHERE number IS NOT NULL AND number_by = '' AND year IS NOT NULL"
    )
