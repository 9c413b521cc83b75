"""The two questions a watchman asks."""

from datetime import timedelta

from pst import clock
from pst.actions import audit
from pst.models.base import write
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
        "clock": True,
        "backup_age_hours": None,
    }


def test_mail_that_piles_up_is_not_in_order(anyone, db):
    rows = [dict(kind="received", to="a@b.test", created_at=WHEN, next_try_at=WHEN) for _ in range(500)]
    Email.insert_many(rows).execute()

    assert anyone.get("/readyz", status=503).json["mail"] is False


def test_a_database_without_its_tables_is_not_in_order(anyone, db):
    db.execute_sql("ALTER TABLE email RENAME TO elsewhere")

    assert anyone.get("/readyz", status=503).json["database"] is False


def test_a_database_that_can_only_be_read_is_not_in_order(anyone, db):
    path = db.database
    db.close()
    db.init(f"file:{path}?mode=ro", uri=True)

    assert anyone.get("/readyz", status=503).json["database"] is False
    db.close()
    db.init(path)


def test_a_clock_that_went_back_is_not_in_order(anyone, db):
    with write():
        audit.record("office", "x", "test", None, clock.now() + timedelta(hours=1))

    assert anyone.get("/readyz", status=503).json["clock"] is False
