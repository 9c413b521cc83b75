"""The desk reads what waits, in its order, from one index alone; what an officer entered, and who has an identity
number, from others."""

TABLE = "submission"
OLD, NEW = ("status", "assignee_id", "due_on"), ("status", "assignee_id", "due_on", "entered_status_at")
ENTERED = ("entered_by_id", "status")
IDENTITY = ("identity_number",)


def up(migrator, db):
    migrator.migrate(
        migrator.drop_index(TABLE, "_".join((TABLE, *OLD))),
        migrator.add_index(TABLE, NEW),
        migrator.add_index(TABLE, ENTERED),
        migrator.add_index(TABLE, IDENTITY),
    )


def down(migrator, db):
    migrator.migrate(
        migrator.drop_index(TABLE, "_".join((TABLE, *NEW))),
        migrator.drop_index(TABLE, "_".join((TABLE, *ENTERED))),
        migrator.drop_index(TABLE, "_".join((TABLE, *IDENTITY))),
        migrator.add_index(TABLE, OLD),
    )
