"""The last mails to those whose accounts were erased are found among all that were ever written."""


def up(migrator, db):
    migrator.migrate(migrator.add_index("email", ("kind", "created_at")))
