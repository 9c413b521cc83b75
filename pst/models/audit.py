"""What happened, in a chain that cannot be changed unseen; and who looked at personal data."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from peewee import SQL, CharField, DateTimeField, ModelSelect, TextField

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.narrowing import Choice, Wanted, Words, equals, narrowed
from pst.models.paging import TOP, Page, Place, Sort, page_by_key
from pst.rules.review.labels import NOUN_LABELS

HEAD = "audit-head"
"""The file beside the database that names the newest event: whoever cuts the chain short must change it too."""
NEWEST = "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1"


def write_head(folder: Path, newest: tuple[int, str] | None) -> None:
    """Say beside a database which event is its newest, always in as many octets: written over, never half.

    It is not flushed: after a power cut it may name one of the last events before the newest, never a later one.
    """
    if newest:
        with open(os.open(folder / HEAD, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
            file.write(f"{newest[0]:020d} {newest[1]}\n".encode())


PATIENT = timedelta(minutes=5)
"""How far ahead of the clock the newest event may be: a request waits before it writes."""


class Event(Table):
    """One thing that was done: append-only, each row carrying the hash of the one before it.

    `noun` and `key` name what it was done to ("submission", "REK-6104-2026-0001"); `public` events are those the
    applicant may read in the history.
    """

    at = DateTimeField()
    actor = Ref(User, null=True, backref="+")
    actor_name = CharField(max_length=120)
    noun = CharField(max_length=20)
    key = CharField(max_length=80)
    verb = CharField(max_length=40)
    source = CharField(max_length=20, default="")
    target = CharField(max_length=20, default="")
    note = TextField(default="")
    facts = Json(default=dict)
    previous = CharField(max_length=64)
    hash = CharField(max_length=64)

    class Meta:
        indexes = ((("noun", "key", "id"), False), (("noun", "id"), False), (("key", "id"), False))

    @classmethod
    def of(cls, noun: str, key: str) -> ModelSelect:
        """The history of one thing, oldest first."""
        return cls.select().where(cls.noun == noun, cls.key == key).order_by(cls.id)

    @classmethod
    def history_of(cls, noun: str, key: str) -> list["Event"]:
        """The same by their moments, with what is held back until the day is over."""
        held = [cls(**{**row.event, "at": row.moment}) for row in HeldEvent.select()]
        held = [event for event in held if (event.noun, event.key) == (noun, key)]
        return sorted([*held, *cls.of(noun, key)], key=lambda event: event.at)

    @classmethod
    def last_note(cls, number: str, verbs: tuple[str, ...]) -> str:
        """What was written with the last of these steps of a submission; "" if there was none."""
        event = cls.latest("submission", number, verbs)
        return event.note if event else ""

    @classmethod
    def latest(cls, noun: str, key: str, verbs: tuple[str, ...] = ()) -> "Event | None":
        """What happened to it last; of these verbs only, if any are named."""
        events = cls.of(noun, key).where(cls.verb.in_(verbs)) if verbs else cls.of(noun, key)
        return events.order_by(cls.id.desc()).first()

    @classmethod
    def last(cls) -> "Event | None":
        return cls.select().order_by(cls.id.desc()).first()

    @classmethod
    def last_moment(cls, *nouns: str) -> datetime | None:
        """When something last happened to anything so called."""
        newest = [cls.select(cls.at).where(cls.noun == noun).order_by(cls.id.desc()).first() for noun in nouns]
        return max((event.at for event in newest if event), default=None)

    @classmethod
    def none_after(cls, at: datetime) -> bool:
        """Nothing has happened later than this moment, give or take a wait; else the clock went back."""
        newest = cls.last()
        return newest is None or newest.at <= at + PATIENT

    @classmethod
    def any_before(cls, at: datetime) -> bool:
        """Something had happened before this moment."""
        first = cls.select(cls.at).order_by(cls.id).first()
        return first is not None and first.at < at

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of all that happened, newest first; of one kind of thing, or of one thing."""
        query = cls.select(
            cls.id, cls.at, cls.actor_name, cls.noun, cls.key, cls.verb, cls.source, cls.target, cls.note, cls.facts
        ).where(cls.noun != "complaint")  # read on its own page, by those who may know of it
        return page_by_key(narrowed(query, EVENT_FILTERS, wanted), cls.id, place)


class HeldEvent(Table):
    """An event of which only the day may be known, until that day is over.

    Among the events of the day its place would tell the minute. The rows lie in the order of keys drawn at random.
    """

    key = CharField(primary_key=True, max_length=32)
    event = Json()

    class Meta:
        without_rowid = True

    @classmethod
    def before(cls, day: datetime) -> list["HeldEvent"]:
        """Those of the days before this one began, in no order."""
        return [row for row in cls.select().order_by(cls.key) if row.moment < day]

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.event["at"])


class Look(Table):
    """Somebody opened personal data: who, what, why."""

    at = DateTimeField()
    user = Ref(User, backref="+")
    what = CharField(max_length=120)
    why = CharField(max_length=200, default="")

    class Meta:
        indexes = ((("what", "at"), False), (("what", "id"), False))

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of who looked at what, newest first; at one thing when it is named."""
        query = cls.select(cls.id, cls.at, cls.what, cls.why, User.name.alias("who")).join(User)
        return page_by_key(narrowed(query, LOOK_FILTERS, wanted), cls.id, place)

    @classmethod
    def at_person(cls, user_id: int, most: int = 100) -> list[Any]:
        """Who opened data of this person, newest first: name, position and roles, when, what and why."""
        shown = (cls.at, cls.what, cls.why, User.name.alias("who"), User.position, User.roles)
        query = cls.select(*shown).join(User).where(cls.about(user_id), cls.user != user_id)
        return list(query.order_by(cls.id.desc()).limit(most).namedtuples())

    @classmethod
    def about(cls, user_id: int) -> Any:
        """The condition that what was opened is this person's: the account, a submission, how to reach its sender."""
        cases = "SELECT '{0} ' || number FROM submission WHERE applicant_id = ?"
        opened = [SQL(f"({cases.format(noun)})", (user_id,)) for noun in ("contact", "submission")]
        return (cls.what == f"account {user_id}") | cls.what.in_(opened[0]) | cls.what.in_(opened[1])


EVENT_FILTERS = (
    Choice("jenis", "Jenis", equals(Event.noun), NOUN_LABELS),
    Words("nomor", "Nomor atau kunci", equals(Event.key)),
)
LOOK_FILTERS = (Words("data", "Data", equals(Look.what)),)
SORTS = (Sort("waktu", "Waktu", rising=False),)
