"""A letter keeps why its number is as it is, where it was typed and something about it was odd."""

from playhouse.migrate import TextField


def up(migrator, db):
    migrator.migrate(migrator.add_column("letter", "number_reason", TextField(default="")))
