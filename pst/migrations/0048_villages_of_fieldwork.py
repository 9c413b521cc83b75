"""Activities say in which villages they collect, not only in which kecamatan: more codes than 200 signs hold."""

from peewee import TextField


def up(migrator, db):
    migrator.migrate(migrator.add_column("field_span", "places", TextField(default="")))
    db.execute_sql("UPDATE field_span SET places = districts")
    migrator.migrate(migrator.drop_column("field_span", "districts"))
