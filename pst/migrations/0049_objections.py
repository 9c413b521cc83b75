"""Whoever is asked to approve a form may say why not yet."""

from peewee import DateTimeField, TextField


def up(migrator, db):
    migrator.migrate(
        migrator.add_column("invited", "objection", TextField(default="")),
        migrator.add_column("invited", "objected_at", DateTimeField(null=True)),
    )
