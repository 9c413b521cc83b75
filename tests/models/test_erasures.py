"""Requests in the order they are worked on."""

from datetime import timedelta

from pst.models.erasures import Erasure
from tests.factories import WHEN, user


def test_those_that_wait_come_first_and_the_oldest_of_them_counts(db):
    decided = Erasure.create(user=user("petugas"), asked_at=WHEN, decided_at=WHEN)
    waits = Erasure.create(user=user("pemohon"), asked_at=WHEN + timedelta(hours=1))

    assert [row.id for row in Erasure.newest()] == [waits.id, decided.id]
    assert Erasure.waiting_since() == waits.asked_at
