"""The front desk of the example office: a queue at this moment, months behind it, a roster around it."""

from datetime import datetime, timedelta

import pytest

from pst import clock
from pst.actions.audit import find_break
from pst.demo.case import World
from pst.demo.desk import DAYS, every_visit
from pst.demo.timeline import play
from pst.models.audit import Event
from pst.models.base import write
from pst.models.frontdesk.roster import OnDuty, SpecialHours
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.office.holidays import HolidayRow
from tests.demo_office import NOW
from tests.factories import SITE, user

SUNDAY_NIGHT = datetime(2026, 11, 22, 15, 0)  # Minggu, 22.00 WIB
PAST_MIDNIGHT = datetime(2026, 11, 22, 17, 4)  # Senin, 00.04 WIB


@pytest.fixture
def desk(db, store):
    """`desk(at)`: the desk's examples as they are made at this moment."""

    def make(at: datetime) -> None:
        people = {"petugas1": user("petugas"), "petugas2": user("petugas2"), "petugas3": user("petugas2")}
        with write():
            play(every_visit(World(people, store, SITE)), HolidayRow.calendar(), at)

    return make


def queue_of(at: datetime) -> list[tuple[str, str]]:
    day = clock.local(at).date()
    return [(it.number, it.state) for it in Ticket.select().where(Ticket.day == day).order_by(Ticket.issued_at)]


QUEUE = [
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


@pytest.mark.parametrize("at", [SUNDAY_NIGHT, PAST_MIDNIGHT])
def test_there_is_a_queue_even_where_the_examples_are_made_at_night(desk, at: datetime):
    desk(at)

    assert queue_of(at) == QUEUE
    assert Event.select().where(Event.at > at).count() == 0
    assert find_break() is None


def test_months_of_visits_lie_behind_it_and_a_roster_around_it(example_office):
    today = clock.local(NOW).date()  # Senin
    assert queue_of(NOW) == QUEUE
    duties = OnDuty.between(today, today + timedelta(days=4))
    assert {day for day, _ in duties} == {today + timedelta(days=n) for n in range(5)}
    assert SpecialHours.get().starts > today
    past = Visit.select().where(Visit.day < today)
    channels = {channel: past.where(Visit.channel == channel).count() for channel in ("kiosk", "paper", "officer")}
    assert 20 < channels["kiosk"] < 2 * DAYS
    assert (channels["paper"], channels["officer"]) == (1, 0)
    assert len({visit.day.replace(day=1) for visit in past}) >= 3
    assert 5 < Rating.select().where(Rating.overall.is_null(False)).count() < channels["kiosk"]
    assert Ticket.select().where(Ticket.day < today, Ticket.state != "done").count() == 0
