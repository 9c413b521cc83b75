"""Working days the head added to what the rule promises a submission."""

from peewee import *


def up(migrator, db):
    migrator.migrate(migrator.add_column("submission", "extended_days", IntegerField(default=0)))


def down(migrator, db):
    migrator.migrate(migrator.drop_column("submission", "extended_days"))
