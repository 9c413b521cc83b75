"""A letter about a complaint that went out stays as it is: what becomes of its number stands in the book."""

WHY = "surat pengaduan tidak dapat diubah atau dihapus"


def up(migrator, db):
    for name, deed in (("complaint_letter_stays", "UPDATE"), ("complaint_letter_remains", "DELETE")):
        db.execute_sql(
            f"CREATE TRIGGER {name} BEFORE {deed} ON complaint_letter BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
        )
