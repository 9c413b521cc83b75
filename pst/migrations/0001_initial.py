"""The first tables."""

from pst.models.schema import TABLES


def up(migrator, db):
    db.create_tables(TABLES)
