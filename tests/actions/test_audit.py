"""What happened stays as it was written, or it shows."""

import pytest

from pst.actions import audit
from pst.models.audit import Event, Look
from pst.models.base import read_only, write
from tests.factories import WHEN, a_submission, an_officer

pytestmark = pytest.mark.usefixtures("db")


def test_events_are_chained_as_they_are_written():
    a_submission()

    assert Event.select().count() >= 2
    assert audit.find_break() is None


@pytest.mark.parametrize(
    "change", ["note = 'lain'", "actor_name = 'Orang Lain'", "facts = '{}'", "at = '2020-01-01 00:00:00'"]
)
def test_a_row_changed_in_the_database_is_found(change, db):
    a_submission()
    with write():
        audit.record("office", "x", "test", an_officer(), WHEN, note="asli", facts={"a": 1})
    last = Event.last().id

    db.execute_sql(f"UPDATE event SET {change} WHERE id = ?", (last,))

    assert audit.find_break()["id"] == last


def test_a_row_removed_from_the_middle_is_found(db):
    a_submission()
    first, second, *_ = Event.select().order_by(Event.id)

    db.execute_sql("DELETE FROM event WHERE id = ?", (first.id,))

    assert audit.find_break()["id"] == second.id


def test_an_event_needs_the_transaction_of_what_it_tells():
    with pytest.raises(AssertionError):
        audit.record("office", "x", "test", None, WHEN)


def test_a_look_is_written_even_where_nothing_else_may_be(db):
    read_only(True)

    audit.record_look(an_officer(), "kontak REK-1", WHEN, "menelepon")

    assert [(look.what, look.why) for look in Look.select()] == [("kontak REK-1", "menelepon")]
