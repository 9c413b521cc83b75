"""Whoever sends mail holds a lock that ends with its process; no mail waits for a lease any more."""


def up(migrator, db):
    migrator.migrate(migrator.drop_column("email", "leased_until"))
