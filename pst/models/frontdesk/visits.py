"""The guest book: visitors as they may be recognised again, and their visits."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from peewee import CharField, DateField, DateTimeField, IntegerField, ModelSelect, TextField, fn

from pst.models.accounts.users import User
from pst.models.base import Json, Ref, Table
from pst.models.narrowing import Choice, Day, Search, Wanted, equals, narrowed
from pst.models.paging import TOP, Page, Place, Sort, in_letters, indexed, page_by_key
from pst.models.search import VisitIndex
from pst.models.submissions.submissions import Submission
from pst.rules.frontdesk.tickets import SERVICES

Server = User.alias("server")


class Visitor(Table):
    """A person as the guest book knows them; found by phone number and birth month, or by the visit card's code."""

    name = CharField(max_length=120)
    institution = CharField(max_length=200)
    phone = CharField(max_length=30, default="")
    phone_key = CharField(max_length=30, default="", index=True)
    """The phone number without its ways of being written; "" when none was given."""
    email = CharField(max_length=254, default="")
    birth_month = IntegerField(null=True)
    sex = CharField(max_length=2, default="")
    age = CharField(max_length=8, default="")
    education = CharField(max_length=12, default="")
    occupation = CharField(max_length=12, default="")
    institution_kind = CharField(max_length=16, default="")
    card = CharField(max_length=24)
    card_hash = CharField(unique=True, max_length=64)
    created_at = DateTimeField()
    last_visit_on = DateField()

    class Meta:
        indexes = ((("last_visit_on",), False),)

    @classmethod
    def known(cls, visitor_id: int | None) -> "Visitor | None":
        """The visitor of this key, if there is one."""
        return cls.get_or_none(cls.id == visitor_id)

    @classmethod
    def recognised(cls, phone_key: str, birth_month: int) -> "Visitor | None":
        """Whoever gave this number and this month, latest visit first; None when either is wrong."""
        if not phone_key:
            return None
        same = cls.select().where(cls.phone_key == phone_key, cls.birth_month == birth_month)
        return same.order_by(cls.last_visit_on.desc(), cls.id.desc()).first()

    @classmethod
    def by_card(cls, card_hash: str) -> "Visitor | None":
        return cls.get_or_none(cls.card_hash == card_hash)

    @classmethod
    def of_visit(cls, visit: "Visit") -> "Visitor | None":
        return cls.get_or_none(cls.id == visit.visitor_id)

    @classmethod
    def same_person(cls, name: str, phone_key: str, birth_month: int | None) -> "Visitor | None":
        """The row of somebody who fills the whole form again: same number, month and name."""
        if not phone_key or birth_month is None:
            return None
        alike = cls.select().where(cls.phone_key == phone_key, cls.birth_month == birth_month)
        return next((row for row in alike if row.name.casefold() == name.casefold()), None)


class Visit(Table):
    """One visit as it was then: the visitor's words are copied, so that a later change of address changes nothing.

    `channel` is kiosk, officer (entered for somebody) or paper (typed from a page of the paper book, back-dated).
    """

    number = CharField(unique=True, max_length=20)
    visitor = Ref(Visitor, null=True, backref="+", on_delete="SET NULL")
    day = DateField()
    arrived_at = DateTimeField()
    name = CharField(max_length=120)
    institution = CharField(max_length=200)
    phone = CharField(max_length=30, default="")
    email = CharField(max_length=254, default="")
    sex = CharField(max_length=2, default="")
    age = CharField(max_length=8, default="")
    education = CharField(max_length=12, default="")
    occupation = CharField(max_length=12, default="")
    institution_kind = CharField(max_length=16, default="")
    use = CharField(max_length=16, default="")
    service = CharField(max_length=1)
    purpose = CharField(max_length=300)
    needs = Json(default=list)
    privacy = CharField(max_length=20)
    """Version of the privacy notice that stood before the first field."""
    channel = CharField(max_length=8, default="kiosk")
    entered_by = Ref(User, null=True, backref="+")
    entered_at = DateTimeField()
    officer = Ref(User, null=True, backref="+")
    """Who served the visitor."""
    submission = Ref(Submission, null=True, backref="+", on_delete="SET NULL")
    complaint = CharField(max_length=20, default="")
    """Number of the complaint this visit is about."""
    outcome = TextField(default="")
    """What was said in the consultation, in the officer's words."""
    anonymised_at = DateTimeField(null=True)

    class Meta:
        indexes = ((("day", "id"), False), (("anonymised_at", "day"), False))

    @classmethod
    def find(cls, number: str) -> "Visit | None":
        """The visit with everything its page shows."""
        return (
            cls.select(cls, Submission, User, Server)
            .left_outer_join(Submission)
            .switch(cls)
            .left_outer_join(User, on=(cls.entered_by == User.id), attr="entered_by")
            .switch(cls)
            .left_outer_join(Server, on=(cls.officer == Server.id), attr="officer")
            .where(cls.number == number)
            .first()
        )

    @classmethod
    def register_page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of the register, newest first."""
        return page_by_key(cls._rows(wanted), cls._key(wanted), place)

    @classmethod
    def register_rows(cls, wanted: Wanted) -> Iterator[Any]:
        """The whole filtered register, oldest first, row by row."""
        return cls._rows(wanted).order_by(cls._key(wanted)).namedtuples().iterator()

    @classmethod
    def _rows(cls, wanted: Wanted) -> Any:
        query = (
            cls.select(
                cls.id,
                cls.number,
                cls.day,
                cls.arrived_at,
                cls.name,
                cls.institution,
                cls.phone,
                cls.email,
                cls.sex,
                cls.age,
                cls.education,
                cls.occupation,
                cls.institution_kind,
                cls.use,
                cls.service,
                cls.purpose,
                cls.channel,
                cls.complaint,
                Submission.number.alias("submission_number"),
                Server.name.alias("served_by"),
            )
            .left_outer_join(Submission)
            .switch(cls)
            .left_outer_join(Server, on=(cls.officer == Server.id))
            .switch(cls)
        )
        if words := wanted["cari"]:
            query = query.join(VisitIndex, on=(VisitIndex.rowid == cls.id)).where(VisitIndex.matching(words))
        return narrowed(query, FILTERS, wanted)

    @classmethod
    def _key(cls, wanted: Wanted) -> Any:
        """What the register is ordered by: the visit's id, read from the index of words where that leads."""
        return VisitIndex.rowid if wanted["cari"] else cls.id

    @classmethod
    def counts(cls, first: date, last: date, column: str) -> list[tuple[str, int]]:
        """How many visits of these days have each value of a column, most first."""
        field = getattr(cls, column)
        query = (
            cls.select(field, fn.COUNT(cls.id))
            .where(cls.day.between(first, last))
            .group_by(field)
            .order_by(fn.COUNT(cls.id).desc(), field)
        )
        return list(query.tuples())

    @classmethod
    def by_day(cls, first: date, last: date) -> dict[date, int]:
        """Visits of each day that had any."""
        query = cls.select(cls.day, fn.COUNT(cls.id)).where(cls.day.between(first, last)).group_by(cls.day)
        return dict(query.tuples())

    @classmethod
    def purposes(cls, first: date, last: date, limit: int = 12) -> list[tuple[str, int]]:
        """The purposes as they were typed, most frequent first, whatever capitals were used."""
        purpose = fn.LOWER(cls.purpose)
        query = cls.select(fn.MIN(cls.purpose), fn.COUNT(cls.id)).where(cls.day.between(first, last), cls.purpose != "")
        return list(query.group_by(purpose).order_by(fn.COUNT(cls.id).desc(), purpose).limit(limit).tuples())

    @classmethod
    def too_old(cls, day: date) -> ModelSelect:
        """Visits before this day that still name a person."""
        return cls.select(cls.id).where(cls.day < day, cls.anonymised_at.is_null())

    @classmethod
    def of_submission(cls, submission: Submission) -> ModelSelect:
        """The visits about a submission, newest first."""
        return cls.select().where(cls.submission == submission.id).order_by(cls.id.desc())


FILTERS = (
    Search("cari", "Nama atau instansi"),
    Day("dari", "Dari tanggal", lambda day, _: Visit.day >= day),
    Day("sampai", "Sampai tanggal", lambda day, _: Visit.day <= day),
    Choice("layanan", "Layanan", equals(Visit.service), {it.letter: it.label for it in SERVICES}),
)
SORTS = (Sort("nama", "Tamu", in_letters(Visit.name)), Sort("datang", "Datang", Visit.arrived_at, rising=False))
indexed(Visit, SORTS)
