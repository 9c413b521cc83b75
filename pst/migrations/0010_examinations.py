"""Which blocks of a submission were examined, at which revision."""

from peewee import *


def up(migrator, db):
    class Submission(Model):
        class Meta:
            database = db
            table_name = "submission"

    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Examined(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        revision = IntegerField()
        block = IntegerField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "examined"
            indexes = ((("submission", "revision", "block"), True),)

    db.create_tables([Examined])


def down(migrator, db):
    migrator.migrate(migrator.drop_table("examined"))
