"""Registers are read in other orders too, each found in an index of its own."""

ORDERS = {
    "submission": {"judul": 'LOWER("title")', "batas": "COALESCE(\"due_on\", '9999-12-31')"},
    "complaint": {"judul": 'LOWER("title")', "batas": "COALESCE(\"limit_on\", '9999-12-31')"},
    "book_entry": {"tanggal": "COALESCE(\"dated\", '0001-01-01')", "tujuan": 'LOWER("recipient")'},
    "visit": {"nama": 'LOWER("name")', "datang": '"arrived_at"'},
    "user": {"nama": 'LOWER("name")', "masuk": "COALESCE(\"signed_in_at\", '0001-01-01')"},
}
IN_FORCE = {"judul": 'LOWER("title")', "instansi": 'LOWER("agency")', "tahun": 'COALESCE("year", 0)'}


def up(migrator, db):
    for table, orders in ORDERS.items():
        for name, by in orders.items():
            db.execute_sql(f'CREATE INDEX "{table}_by_{name}" ON "{table}" ({by})')
    for table in ("submission", "complaint"):
        for name, by in ORDERS[table].items():
            db.execute_sql(f'CREATE INDEX "{table}_by_status_{name}" ON "{table}" ("status", {by})')
    for name, by in IN_FORCE.items():
        db.execute_sql(f'CREATE INDEX "activity_by_in_force_{name}" ON "activity" ("in_force", {by})')
