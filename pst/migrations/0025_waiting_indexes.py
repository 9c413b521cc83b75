"""What waits for somebody is found among unread messages and duties that nobody confirmed."""


def up(migrator, db):
    migrator.migrate(
        migrator.add_index("message", ("from_office", "read_at")),
        migrator.add_index("duty", ("kind", "confirmed_at", "done_at", "due_on")),
    )
