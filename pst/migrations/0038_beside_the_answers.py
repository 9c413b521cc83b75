"""What applicants say of activities that are alike is kept beside the answers, and sent with them."""

from peewee import JSONField


def up(migrator, db):
    for table in ("submission", "revision"):
        migrator.migrate(migrator.add_column(table, "beside", JSONField(default="{}")))
