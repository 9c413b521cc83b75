"""Who sits where, today."""

from datetime import date, timedelta

from pst.models.base import write
from pst.models.frontdesk.seats import Seat
from tests.factories import WHEN, user

MONDAY = date(2026, 11, 23)  # Senin


def test_a_seat_is_over_with_its_day(db):
    with write():
        Seat.create(counter=1, officer=user("petugas"), since=WHEN)

    assert Seat.of(user("petugas"), MONDAY).counter == 1
    assert [seat.officer.name for seat in Seat.taken(MONDAY).values()] == ["Sinta Petugas"]
    assert Seat.of(user("petugas"), MONDAY + timedelta(days=1)) is None
    assert Seat.of(user("petugas2"), MONDAY) is None
