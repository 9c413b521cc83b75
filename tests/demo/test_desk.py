"""The front desk of the example office: a queue at this moment, months behind it, a roster around it."""

from datetime import datetime, timedelta

import pytest

from pst import clock
from pst.actions.audit import find_break
from pst.demo.case import World
from pst.demo.desk import DAYS, every_visit
from pst.demo.timeline import play
from pst.models.base import write
from pst.models.frontdesk.roster import OnDuty, SpecialHours
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.office.holidays import HolidayRow
from tests.factories import SITE, user

MORNING = datetime(2026, 11, 24, 3, 30)  # Selasa, 10.30 WIB
SUNDAY_NIGHT = datetime(2026, 11, 22, 15, 0)  # Minggu, 22.00 WIB


@pytest.fixture
def made(db, store):
    """`made(at)`: the desk's examples as they are made at this moment."""

    def make(at: datetime) -> None:
        people = {"petugas1": user("petugas"), "petugas2": user("petugas2"), "petugas3": user("petugas2")}
        with write():
            play(every_visit(World(people, store, SITE)), HolidayRow.calendar(), at)

    return make


def queue_of(at: datetime) -> list[tuple[str, str]]:
    day = clock.local(at).date()
    return [(it.number, it.state) for it in Ticket.select().where(Ticket.day == day).order_by(Ticket.issued_at)]


@pytest.mark.parametrize("at", [MORNING, SUNDAY_NIGHT], ids=["on a working morning", "on a Sunday night"])
def test_there_is_a_queue_at_whatever_moment_the_examples_are_made(made, at):
    made(at)

    assert queue_of(at) == [
        ("K-001", "done"),
        ("P-001", "done"),
        ("J-001", "no_show"),
        ("K-002", "transferred"),
        ("P-002", "held"),
        ("R-001", "serving"),
        ("K-003", "waiting"),
        ("R-002", "waiting"),
        ("P-003", "waiting"),
        ("A-001", "waiting"),
    ]
    assert find_break() is None


def test_months_of_visits_lie_behind_it_and_a_roster_around_it(made):
    made(MORNING)

    today = clock.local(MORNING).date()
    monday = today - timedelta(days=1)
    duties = OnDuty.between(monday, monday + timedelta(days=4))
    assert {day for day, _ in duties} == {monday + timedelta(days=n) for n in range(5)}
    assert SpecialHours.get().starts > today
    past = Visit.select().where(Visit.day < today)
    channels = {channel: past.where(Visit.channel == channel).count() for channel in ("kiosk", "paper", "officer")}
    assert 20 < channels["kiosk"] < 2 * DAYS
    assert (channels["paper"], channels["officer"]) == (1, 0)
    assert len({visit.day.replace(day=1) for visit in past}) >= 3
    assert 5 < Rating.select().where(Rating.overall.is_null(False)).count() < channels["kiosk"]
    assert Ticket.select().where(Ticket.day < today, Ticket.state != "done").count() == 0
