"""Notices: whose, read or not, mailed or not."""

from datetime import timedelta

from pst.models.base import write
from pst.models.handovers import Notice
from tests.factories import WHEN, user


def a_notice(name: str = "petugas", key: str = "REK-1", **more) -> Notice:
    with write():
        return Notice.create(person=user(name), kind="assigned", noun="submission", key=key, made_at=WHEN, **more)


def test_only_what_was_not_opened_is_unread_the_latest_first(db):
    a_notice(key="REK-1"), a_notice(key="REK-2"), a_notice(key="REK-3", read_at=WHEN), a_notice("petugas2", "REK-4")

    assert [row.key for row in Notice.unread_of(user("petugas"))] == ["REK-2", "REK-1"]
    assert Notice.same_unread(user("petugas"), "assigned", "submission", "REK-1")
    assert not Notice.same_unread(user("petugas"), "assigned", "submission", "REK-3")


def test_the_morning_holds_what_no_mail_has_told_by_person(db):
    a_notice(key="REK-1"), a_notice(key="REK-2", mailed=True), a_notice("petugas2", "REK-3")

    found = Notice.for_the_morning()

    assert {rows[0].person.name: [row.key for row in rows] for rows in found.values()} == {
        "Sinta Petugas": ["REK-1"],
        "Bayu Petugas": ["REK-3"],
    }


def test_what_was_read_long_ago_is_forgotten(db):
    a_notice(read_at=WHEN - timedelta(days=100)), a_notice(key="REK-2")

    with write():
        assert Notice.forget_read(WHEN - timedelta(days=90)) == 1
    assert [row.key for row in Notice.select()] == ["REK-2"]
