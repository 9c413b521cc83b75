"""The front desk of the example office: two months of visitors, today's queue, and who is on duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random

from pst.actions.frontdesk import roster, satisfaction, tickets, visit_records, visits
from pst.clock import local
from pst.demo.case import World
from pst.demo.guests import COMMENTS, GUESTS, OUTCOMES, PURPOSES, Guest
from pst.demo.timeline import Moment
from pst.models.accounts.users import User
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status

DAYS = 45
"""Working days of visits before today."""
OFFICERS = ("petugas1", "petugas2", "petugas3")
HOURS = ("08.15", "08.50", "09.30", "10.05", "10.40", "13.20", "13.55", "14.25")
RATINGS = (4, 4, 3, 4, 3, 4, 2, 4)


@dataclass
class Call:
    """One visitor at the desk; every verb is the real action."""

    world: World
    guest: Guest
    service: str
    purpose: str
    officer: str = "petugas1"
    counter: int = 1
    number: str = ""

    def arrive(self, at: datetime) -> None:
        """Signs at the kiosk; where the desk is closed at this moment, an officer signs for them."""
        helper = None if visits.may_sign(at) else self._officer
        self.number = visits.sign(self.guest.asks(self.service, self.purpose), at, actor=helper).visit.number

    def copy_from_paper(self, at: datetime) -> None:
        """An officer types a page of the paper book, of the day before."""
        given = self.guest.asks(self.service, self.purpose)
        visits.sign(given, at, actor=self._officer, arrived_at=at - timedelta(days=1))

    def call(self, at: datetime) -> None:
        tickets.call(self._ticket, self._officer, self.counter, at)

    def serve(self, at: datetime) -> None:
        tickets.take(self._ticket, "serve", self._officer, at)

    def take(self, verb: str, at: datetime) -> None:
        tickets.take(self._ticket, verb, self._officer, at)

    def transfer(self, service: str, at: datetime) -> None:
        tickets.transfer(self._ticket, service, self._officer, at)

    def note(self, text: str, at: datetime) -> None:
        visit_records.note_outcome(self._visit, self._officer, text, at)

    def ask_about_case(self, at: datetime) -> None:
        """The visit is about a submission that is being examined, where the examples have one."""
        case = Submission.select().where(Submission.status == Status.IN_REVIEW.value).first()
        if case is not None:
            visit_records.link_case(self._visit, self._officer, case.number, at)

    def finish(self, at: datetime) -> None:
        tickets.finish(self._ticket, self._officer, "selesai", at)

    def rate(self, value: int, comment: str, at: datetime) -> None:
        rating = Rating.of(self._visit)
        if rating is not None:
            satisfaction.answer(rating.token, {"keseluruhan": value}, comment, at)

    def whole(self, waits: int, takes: int, rating: tuple[int, str] | None, at: datetime) -> None:
        """All of a visit that is over, from the guest book to the rating."""
        self.arrive(at)
        called = at + timedelta(minutes=waits)
        ended = called + timedelta(minutes=takes)
        self.call(called)
        self.serve(called + timedelta(minutes=1))
        self.end(ended)
        if rating is not None:
            self.rate(*rating, ended + timedelta(minutes=3))

    def end(self, at: datetime) -> None:
        """What was said is noted, and the visit is over."""
        self.note(OUTCOMES[self.service], at)
        self.finish(at)

    @property
    def _officer(self) -> User:
        return self.world[self.officer]

    @property
    def _visit(self) -> Visit:
        found = Visit.find(self.number)
        assert found is not None
        return found

    @property
    def _ticket(self) -> Ticket:
        return Ticket.of_visit(self._visit)[-1]


def every_visit(world: World) -> list[Moment]:
    """Who sits where, who came, and who is here."""
    return [Moment(DAYS, "07.50", partial(_plan, world)), *_past(world), *_today(world)]


def _plan(world: World, at: datetime) -> None:
    """Duties from the first week of visits to the week after this one, and a short day ahead."""
    head = world["petugas1"]
    first, _ = roster.week_of(local(at).date())
    for week in range(DAYS // 5 + 4):
        monday = first + week * roster.WEEK
        days = [monday + timedelta(days=day) for day in range(5)]
        pairs = [(day, world[OFFICERS[(week + place) % 3]].id) for place, day in enumerate(days)]
        helpers = [(day, world[OFFICERS[(week + place + 1) % 3]].id) for place, day in enumerate(days)]
        roster.plan_week(monday, [*pairs, *helpers], head, at)
    short = monday + timedelta(days=2)
    roster.add_special("Rapat kerja bulanan", short, short, "08.00–11.00", "08.00–11.00", head, at)


def _past(world: World) -> Iterator[Moment]:
    """One or two visitors on most days, the same ones every time the examples are made."""
    chance = Random(6104)
    for back in range(DAYS, 0, -1):
        for hour in sorted(chance.sample(HOURS, chance.choice((0, 1, 1, 2)))):
            call = _some_call(world, chance)
            rating = _some_rating(chance)
            waits, takes = chance.randint(1, 14), chance.randint(6, 34)
            yield Moment(back, hour, partial(call.whole, waits, takes, rating))
    paper = Call(world, GUESTS[5], "P", "Kecamatan Dalam Angka", "petugas3")
    yield Moment(3, "15.10", paper.copy_from_paper)


def _some_call(world: World, chance: Random) -> Call:
    service, purpose = chance.choice(PURPOSES)
    return Call(world, chance.choice(GUESTS), service, purpose, chance.choice(OFFICERS), chance.randint(1, 2))


def _some_rating(chance: Random) -> tuple[int, str] | None:
    """Three of five visitors rate."""
    place = chance.randrange(len(RATINGS))
    return (RATINGS[place], COMMENTS[place]) if chance.random() < 0.6 else None


def _today(world: World) -> Iterator[Moment]:
    """Two are served already, one did not come, one is at counter 1, one put aside, and four wait."""
    first = Call(world, GUESTS[3], "K", "Inflasi dan proyeksi penduduk", "petugas2", 2)
    second = Call(world, GUESTS[0], "P", "Mempawah Dalam Angka untuk skripsi", "petugas1")
    missed = Call(world, GUESTS[4], "J", "Data mikro survei ekonomi", "petugas2", 2)
    at_desk = Call(world, GUESTS[8], "K", "Rancangan sampel survei usaha perdagangan", "petugas1")
    aside = Call(world, GUESTS[9], "P", "Data sekolah dan murid", "petugas2", 2)
    for call, came in ((first, 95), (second, 80)):
        yield Moment(0, "", call.arrive, ago=came)
        yield Moment(0, "", call.call, ago=came - 4)
        yield Moment(0, "", call.serve, ago=came - 5)
        yield Moment(0, "", call.end, ago=came - 17)
    yield Moment(0, "", partial(first.rate, 4, COMMENTS[0]), ago=70)
    yield Moment(0, "", missed.arrive, ago=58)
    yield Moment(0, "", at_desk.arrive, ago=41)
    yield Moment(0, "", missed.call, ago=40)
    yield Moment(0, "", aside.arrive, ago=38)
    yield Moment(0, "", partial(missed.take, "no_show"), ago=35)
    yield Moment(0, "", aside.call, ago=31)
    yield Moment(0, "", partial(aside.take, "hold"), ago=28)
    yield Moment(0, "", at_desk.call, ago=26)
    yield Moment(0, "", at_desk.serve, ago=25)
    yield Moment(0, "", partial(at_desk.transfer, "R"), ago=21)
    yield Moment(0, "", at_desk.call, ago=20)
    yield Moment(0, "", at_desk.serve, ago=19)
    yield Moment(0, "", at_desk.ask_about_case, ago=18)
    waiting = (
        Call(world, GUESTS[11], "K", "Metode estimasi area kecil"),
        Call(world, GUESTS[2], "R", "Menanyakan perkembangan rekomendasi"),
        Call(world, GUESTS[1], "P", "Publikasi ketenagakerjaan"),
        Call(world, GUESTS[6], "A", "Menyampaikan saran tentang papan petunjuk"),
    )
    for call, ago in zip(waiting, (17, 13, 9, 6), strict=True):
        yield Moment(0, "", call.arrive, ago=ago)
