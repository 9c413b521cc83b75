"""Whoever evaluates alone says why."""

from peewee import TextField


def up(migrator, db):
    migrator.migrate(migrator.add_column("evaluation", "alone_reason", TextField(default="")))
