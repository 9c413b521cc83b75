"""The two questions a watchman asks."""

from pst.models.emails import Email
from tests.factories import WHEN


def test_the_process_is_alive(anyone):
    assert anyone.get("/healthz").json == {"status": "ok"}


def test_an_office_in_order_is_ready(anyone):
    answer = anyone.get("/readyz").json

    assert answer == {
        "ready": True,
        "database": True,
        "migrations": True,
        "disk": True,
        "mail": True,
        "backup_age_hours": None,
    }


def test_mail_that_piles_up_is_not_in_order(anyone, db):
    rows = [dict(kind="received", to="a@b.test", created_at=WHEN, next_try_at=WHEN) for _ in range(500)]
    Email.insert_many(rows).execute()

    assert anyone.get("/readyz", status=503).json["mail"] is False


def test_a_database_without_its_tables_is_not_in_order(anyone, db):
    db.execute_sql("ALTER TABLE email RENAME TO elsewhere")

    assert anyone.get("/readyz", status=503).json["database"] is False
