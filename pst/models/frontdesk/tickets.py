"""Tickets of the queue: one row per number, with the moments that waiting and serving are measured by."""

from datetime import date, datetime, timedelta

from peewee import BooleanField, CharField, DateField, DateTimeField, IntegerField, ModelSelect

from pst.models.accounts.users import User
from pst.models.base import Ref, Table
from pst.models.frontdesk.visits import Visit
from pst.rules.frontdesk.tickets import AT_COUNTER, IN_QUEUE, InQueue, TicketState
from pst.rules.numbering import clean_code, hash_code


class Ticket(Table):
    """A number of one service on one day. `since` is when its visitor began to wait: a transfer keeps it.

    `code` leads the visitor to their place in the queue; it tells nothing about a person.
    """

    visit = Ref(Visit, backref="+", on_delete="CASCADE")
    day = DateField()
    service = CharField(max_length=1)
    sequence = IntegerField()
    number = CharField(max_length=8)
    code = CharField(max_length=24)
    code_hash = CharField(unique=True, max_length=64)
    priority = BooleanField(default=False)
    state = CharField(max_length=12, default=TicketState.WAITING.value)
    since = DateTimeField()
    issued_at = DateTimeField()
    first_called_at = DateTimeField(null=True)
    last_called_at = DateTimeField(null=True)
    calls = IntegerField(default=0)
    counter = IntegerField(null=True)
    officer = Ref(User, null=True, backref="+")
    served_from = DateTimeField(null=True)
    ended_at = DateTimeField(null=True)
    result = CharField(max_length=24, default="")
    before = Ref("self", null=True, backref="+")
    """The ticket of another service that this one continues."""

    class Meta:
        indexes = (
            (("day", "service", "sequence"), True),
            (("day", "state"), False),
            (("day", "last_called_at"), False),
            (("visit",), False),
        )

    @property
    def status(self) -> str:
        """Its state, as every case that takes steps calls it."""
        return self.state

    @status.setter
    def status(self, state: str) -> None:
        self.state = state

    @property
    def is_held(self) -> bool:
        """Put aside: called from the list, and not in its turn."""
        return self.state == TicketState.HELD

    @property
    def as_queued(self) -> InQueue:
        """The ticket as the rule of who is next sees it."""
        return InQueue(self.id, self.since, self.priority)

    def waited(self, at: datetime) -> timedelta | None:
        """From the number to the first call, so far; None when it ended uncalled."""
        if self.first_called_at is None and self.state != TicketState.WAITING:
            return None
        return (self.first_called_at or at) - self.issued_at

    def served(self, at: datetime) -> timedelta | None:
        """How long the visitor has been (or was) served; None before."""
        return (self.ended_at or at) - self.served_from if self.served_from else None

    @classmethod
    def waiting(cls, day: date, services: tuple[str, ...] = ()) -> list[InQueue]:
        """Who waits today (in these queues), as the rules read it."""
        query = cls.select(cls.id, cls.since, cls.priority).where(
            cls.day == day, cls.state == TicketState.WAITING.value
        )
        return [InQueue(*row) for row in (query.where(cls.service.in_(services)) if services else query).tuples()]

    @classmethod
    def last_calls(cls, day: date, how_many: int) -> list[bool]:
        """Whether today's latest first calls were priority, the newest first."""
        if how_many <= 0:
            return []
        called = cls.select(cls.priority).where(cls.day == day, cls.first_called_at.is_null(False))
        return [
            bool(row[0]) for row in called.order_by(cls.first_called_at.desc(), cls.id.desc()).limit(how_many).tuples()
        ]

    @classmethod
    def at_counter(cls, day: date, counter: int) -> "Ticket | None":
        """Whom this counter has before it."""
        return cls._with_visit().where(cls.day == day, cls.counter == counter, cls.state.in_(tuple(AT_COUNTER))).first()

    @classmethod
    def in_queue(cls, day: date) -> list["Ticket"]:
        """Everybody who waits or was put aside today, with the visit: priority first, then by time."""
        query = cls._with_visit().where(cls.day == day, cls.state.in_(tuple(IN_QUEUE)))
        return list(query.order_by(cls.priority.desc(), cls.since, cls.id))

    @classmethod
    def finished(cls, day: date) -> list["Ticket"]:
        """Today's tickets that ended, the latest first."""
        query = cls._with_visit().where(cls.day == day, cls.ended_at.is_null(False))
        return list(query.order_by(cls.ended_at.desc(), cls.id.desc()))

    @classmethod
    def called(cls, day: date, limit: int = 5) -> list["Ticket"]:
        """The numbers called today, the latest call first; for the board, without the visit."""
        query = cls.select().where(cls.day == day, cls.last_called_at.is_null(False), cls.counter.is_null(False))
        return list(query.order_by(cls.last_called_at.desc(), cls.id.desc()).limit(limit))

    @classmethod
    def by_code(cls, code_hash: str) -> "Ticket | None":
        return cls._with_visit().where(cls.code_hash == code_hash).first()

    @classmethod
    def by_plain_code(cls, typed: str) -> "Ticket | None":
        """The ticket of a code as somebody typed it."""
        clean = clean_code(typed)
        return cls.by_code(hash_code(clean)) if clean else None

    @classmethod
    def find(cls, ticket_id: int) -> "Ticket | None":
        return cls._with_visit().where(cls.id == ticket_id).first()

    @classmethod
    def of_visit(cls, visit: Visit) -> list["Ticket"]:
        """The visit's tickets, oldest first."""
        return list(cls.select().where(cls.visit == visit.id).order_by(cls.id))

    @classmethod
    def of_visits(cls, ids: list[int]) -> dict[int, "Ticket"]:
        """The latest ticket of each of these visits."""
        return {row.visit_id: row for row in cls.select().where(cls.visit.in_(ids)).order_by(cls.id)} if ids else {}

    @classmethod
    def follower(cls, ticket: "Ticket") -> "Ticket | None":
        """The ticket of another service that continues this one."""
        return cls._with_visit().where(cls.before == ticket.id).first()

    @classmethod
    def last_of(cls, ticket: "Ticket") -> "Ticket":
        """The ticket that is valid now: this one, or what transfers made of it."""
        while ticket.state == TicketState.TRANSFERRED and (after := cls.follower(ticket)) is not None:
            ticket = after
        return ticket

    @classmethod
    def serving_times(cls, first: date, last: date, service: str = "") -> list[timedelta]:
        """How long each finished visitor of these days was served."""
        query = cls.select(cls.served_from, cls.ended_at).where(
            cls.day.between(first, last), cls.served_from.is_null(False), cls.ended_at.is_null(False)
        )
        return [ended - began for began, ended in (query.where(cls.service == service) if service else query).tuples()]

    @classmethod
    def waiting_times(cls, first: date, last: date, service: str = "") -> list[timedelta]:
        """How long each visitor of these days waited for the first call of this ticket."""
        query = cls.select(cls.issued_at, cls.first_called_at).where(
            cls.day.between(first, last), cls.first_called_at.is_null(False)
        )
        return [
            called - issued for issued, called in (query.where(cls.service == service) if service else query).tuples()
        ]

    @classmethod
    def counters_at_work(cls, day: date, since: datetime) -> int:
        """Counters that have a visitor, or called one after `since`."""
        busy = cls.state.in_(tuple(AT_COUNTER)) | (cls.last_called_at >= since)
        return cls.select(cls.counter).where(cls.day == day, cls.counter.is_null(False), busy).distinct().count()

    @classmethod
    def states(cls, first: date, last: date) -> list[tuple[str, str]]:
        """(service, state) of every ticket of these days."""
        return list(cls.select(cls.service, cls.state).where(cls.day.between(first, last)).tuples())

    @classmethod
    def left_open(cls, day: date) -> ModelSelect:
        """Tickets of days before this one that nobody ended."""
        return cls.select().where(cls.day < day, cls.state.in_((*AT_COUNTER, *IN_QUEUE)))

    @classmethod
    def _with_visit(cls) -> ModelSelect:
        return cls.select(cls, Visit).join(Visit)
