"""Complaints (pengaduan): the register, and who may not know of them.

Whoever is complained about meets nothing: every query people see starts from `Complaint.visible_to`.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import reduce
from operator import and_
from typing import Any

from peewee import (
    BooleanField,
    Case,
    CharField,
    DateField,
    DateTimeField,
    Expression,
    IntegerField,
    ModelSelect,
    TextField,
    fn,
)

from pst.clock import midnight
from pst.models.accounts.users import User
from pst.models.base import Ref, Table, database
from pst.models.narrowing import Choice, Flag, Search, Wanted, conditions, equals, narrowed, one_of
from pst.models.office.settings import the_office
from pst.models.paging import TOP, Beside, Page, Place, Sort, beside, filled, in_letters, indexed, page_by_key
from pst.models.search import ComplaintIndex
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.complaints import ENDED, OPEN, WITH_COMPLAINANT, WITH_OFFICE, Kind, Privacy, Status
from pst.rules.complaints.words import KIND_LABELS, STATUS_LABELS
from pst.rules.office.office import Office
from pst.rules.roles import Role

Handler = User.alias("handler")


class Complaint(Table):
    """One complaint, aspiration or question, from whatever channel.

    The identity is elsewhere (`models/complaints/identities.py`).
    Numbers are drawn at random within the year: a gap in a running number would tell somebody who sees only a part
    that there is another part. For an anonymous complaint moments are kept as the day alone (midnight), and no row's
    own number tells more (`free_id`, `add_part`).
    """

    number = CharField(unique=True, max_length=24)
    code_hash = CharField(unique=True, max_length=64)
    board_code = CharField(unique=True, null=True, max_length=24)
    """Stands on the notice board, in plain; opens the neutral state and nothing else."""
    board_text = CharField(max_length=300, default="")
    channel = CharField(max_length=10)
    outside_number = CharField(max_length=60, default="")
    """The tracking number elsewhere, e.g. in LAPOR!"""
    kind = CharField(max_length=12)
    topic = CharField(max_length=20, default="")
    privacy = CharField(max_length=12)
    title = CharField(max_length=160)
    text = TextField()
    happened = CharField(max_length=120, default="")
    place = CharField(max_length=200, default="")
    service = CharField(max_length=200, default="")
    who = CharField(max_length=200, default="")
    hope = TextField(default="")
    case_number = CharField(max_length=40, default="")
    """The submission it speaks of; whoever handled that does not see the complaint."""
    about_head = BooleanField(default=False)
    unresolved = BooleanField(default=False)
    """About an officer nobody could make out yet: managers only."""
    status = CharField(max_length=12, default=Status.RECEIVED.value)
    assignee = Ref(User, null=True, backref="+")
    entered_by = Ref(User, null=True, backref="+")
    received_at = DateTimeField()
    counted_from = DateField()
    entered_status_on = DateField()
    due_on = DateField(null=True)
    stage_due_on = DateField(null=True)
    limit_on = DateField(null=True)
    """Whichever of the two comes first, while the office has to act."""
    answered_on = DateField(null=True)
    """When the latest answer went out."""
    in_time = BooleanField(null=True)
    """Whether the first answer (or other end) came by its last day."""
    closed_on = DateField(null=True)
    reopened = IntegerField(default=0)
    escalated_to = CharField(max_length=12, default="")
    rating = IntegerField(null=True)
    """One to five, given by the complainant at the end."""
    rating_note = TextField(default="")
    code_confirmed = BooleanField(default=False)
    seen_on = DateField(null=True)
    """The last day on which the dialogue was opened with the code."""
    notice_version = CharField(max_length=12, default="")

    class Meta:
        indexes = (
            (("status", "limit_on"), False),
            (("assignee", "status"), False),
            (("assignee", "id"), False),
            (("status", "id"), False),
            (("kind", "id"), False),
            (("channel", "id"), False),
            (("received_at",), False),
        )

    @property
    def is_anonymous(self) -> bool:
        return self.privacy == Privacy.ANONYMOUS

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @classmethod
    def visible_to(cls, user: User, office: Office | None = None) -> ModelSelect:
        """The complaints this person may know of, with their handler joined.

        Officers and heads, never a subject; about the head only whoever stands in; what is about an officer not yet
        made out, or has oversight content, only managers and the handler.
        """
        query = cls.select(cls, Handler).left_outer_join(Handler, on=(cls.assignee == Handler.id), attr="assignee")
        return query.where(*cls._known_to(user, office or the_office()))

    @classmethod
    def find(cls, user: User, number: str) -> "Complaint | None":
        """The complaint of this number, if this person may know of it."""
        return cls.visible_to(user).where(cls.number == number).first()

    @classmethod
    def by_code(cls, code_hash: str) -> "Complaint | None":
        return cls.get_or_none(cls.code_hash == code_hash)

    @classmethod
    def by_board_code(cls, code: str) -> "Complaint | None":
        return cls.get_or_none(cls.board_code == code)

    @classmethod
    def register_page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of the register, newest first."""
        return page_by_key(cls._filtered(wanted), cls._key(wanted), place)

    @classmethod
    def register_beside(cls, wanted: Wanted, place: Place) -> Beside:
        """What stands beside a complaint in the register."""
        return beside(cls._filtered(wanted), cls._key(wanted), place)

    @classmethod
    def register_rows(cls, wanted: Wanted) -> Iterator[Any]:
        """All rows of the filtered register, for the tables that are taken away."""
        return cls._filtered(wanted).order_by(cls._key(wanted)).namedtuples().iterator()

    @classmethod
    def waiting(cls, user: User, limit: int = 60) -> list[Any]:
        """What the office has to act on, the first last day first."""
        query = _columns(cls.visible_to(user)).where(one_of(cls.status, WITH_OFFICE))
        return list(query.order_by(cls.limit_on.is_null(), cls.limit_on, cls.id).limit(limit).namedtuples())

    @classmethod
    def carried(cls, user: User, today: date, office: Office, limit: int) -> list[Any]:
        """What waits for this person, the first last day first: carried, nobody's, and of others for who manages; and
        those for whose complainant a colleague has asked for a new code today, which nobody has given yet.

        Each row says which kind of `rules/waiting.py` it is, and who carries it where that is somebody else.
        """
        if not user.has(Role.OFFICER, Role.HEAD):
            return []
        return list(database.execute_sql(CARRIED, (*_facts(user, today, office), limit, midnight(today))))

    @classmethod
    def counts(cls, user: User, today: date) -> dict[str, int]:
        """How many rows each of `CARDS` opens; and how many were answered and never read."""
        asked = {**_cards(user, today), "unread": _unread()}
        sums = [fn.COALESCE(fn.SUM(Case(None, [(which, 1)], 0)), 0).alias(key) for key, which in asked.items()]
        return dict(cls.select(*sums).where(*cls._known_to(user, the_office())).dicts().get())

    @classmethod
    def counts_at_office(cls, user: User, today: date, office: Office) -> dict[str, int]:
        """The same of those cards alone that open what the office has to act on, without reading what it has not."""
        return cls.many(COUNTED, *_facts(user, today, office))[0].__dict__ if user.searches else {}

    @classmethod
    def of_month(cls, user: User, first: datetime, last: datetime) -> list["Complaint"]:
        """What was received from `first` to before `last` (moments stored as UTC, days of the office).

        For the recap.
        """
        return list(
            cls.select().where(cls.received_at >= first, cls.received_at < last, *cls._known_to(user, the_office()))
        )

    @classmethod
    def every_open(cls) -> ModelSelect:
        """All that have not ended."""
        return cls.select().where(one_of(cls.status, OPEN)).order_by(cls.id)

    @classmethod
    def silent(cls, today: date) -> list["Complaint"]:
        """Those whose complainant had to react and let the last day for it pass."""
        return list(cls.select().where(one_of(cls.status, WITH_COMPLAINANT), cls.stage_due_on < today))

    @classmethod
    def on_board(cls, user: User) -> ModelSelect:
        """What hangs on the notice board, as far as this person may know."""
        return cls.visible_to(user).where(cls.board_code.is_null(False)).order_by(cls.id.desc())

    @classmethod
    def handlers_if_given(cls, complaint: "Complaint") -> list[User]:
        """Every account it may be given to: none of its subjects, and where it is about the head only who stands in."""
        office = the_office()
        kept_from = {row.user_id for row in ComplaintSubject.of(complaint)}
        free = [user for user in User.colleagues() if user.id not in kept_from]
        return [user for user in free if not complaint.about_head or is_designate(user, office)]

    @classmethod
    def _filtered(cls, wanted: Wanted) -> Any:
        query = _columns(cls.visible_to(wanted.user))
        if words := wanted["cari"]:
            query = query.join(ComplaintIndex, on=(ComplaintIndex.rowid == cls.id)).where(
                ComplaintIndex.matching(words)
            )
        return narrowed(query, FILTERS, wanted)

    @classmethod
    def _key(cls, wanted: Wanted) -> Any:
        """What the register is ordered by: the complaint's id, read from the index of words where that leads."""
        return ComplaintIndex.rowid if wanted["cari"] else cls.id

    @classmethod
    def _known_to(cls, user: User, office: Office) -> tuple:
        """The conditions of `visible_to`, for queries of their own shape."""
        if not user.has(Role.OFFICER, Role.HEAD):
            return (cls.id.is_null(),)
        subject = ComplaintSubject.select().where(
            ComplaintSubject.complaint == cls.id, ComplaintSubject.user == user.id
        )
        known = [~fn.EXISTS(subject)]
        if not is_designate(user, office):
            known.append(~cls.about_head)
        if not is_manager(user, office):
            limited = cls.unresolved | (cls.kind == Kind.OVERSIGHT.value)
            known.append(~limited | (cls.assignee == user.id) | cls.about_head)
        return tuple(known)


AT_OFFICE, AT_COMPLAINANT, NOT_AT_OFFICE = "kantor", "pelapor", "selain-kantor"
GROUPS: dict[str, tuple[str, tuple[Status, ...]]] = {
    AT_OFFICE: ("Semua yang menunggu kantor", tuple(WITH_OFFICE)),
    NOT_AT_OFFICE: ("Semua yang tidak menunggu kantor", tuple(frozenset(Status) - WITH_OFFICE)),
    AT_COMPLAINANT: ("Semua yang menunggu pelapor", tuple(WITH_COMPLAINANT)),
}
"""States that are asked for together, as they stand in addresses."""

FILTERS = (
    Search("cari", "Nomor, judul, atau kata dalam uraian"),
    Choice(
        "keadaan",
        "Keadaan",
        lambda state, _: one_of(Complaint.status, GROUPS[state][1]) if state in GROUPS else Complaint.status == state,
        {**{group: label for group, (label, _) in GROUPS.items()}, **STATUS_LABELS},
        "Semua keadaan",
    ),
    Choice("kelas", "Kelas", equals(Complaint.kind), KIND_LABELS, "Semua kelas"),
    Choice("saluran", "Saluran", equals(Complaint.channel), CHANNEL_LABELS, "Semua saluran"),
    Flag("saya", "Saya tangani", lambda _, wanted: Complaint.assignee == wanted.user.id),
    Flag(
        "terlambat",
        "Lewat batas",
        lambda _, wanted: one_of(Complaint.status, WITH_OFFICE) & (Complaint.limit_on < wanted.today),
    ),
)
SORTS = (
    Sort("judul", "Pengaduan", in_letters(Complaint.title)),
    Sort("batas", "Sisa waktu", filled(Complaint.limit_on, "'9999-12-31'")),
)
indexed(Complaint, SORTS)
indexed(Complaint, SORTS, Complaint.status)
CARDS: dict[str, dict[str, Any]] = {
    "late": {"terlambat": True},
    "new": {"keadaan": Status.RECEIVED.value},
    "mine": {"saya": True, "keadaan": AT_OFFICE},
    "with_complainant": {"keadaan": AT_COMPLAINANT},
}
"""The counts above the register, each the register with these filters: it holds as many rows as the count says."""


KNOWN = f"""NOT EXISTS (SELECT 1 FROM complaint_subject WHERE complaint_id = complaint.id AND user_id = ?1)
    AND (?3 OR NOT about_head)
    AND (?4 OR NOT (unresolved OR kind = '{Kind.OVERSIGHT}') OR assignee_id = ?1 OR about_head)"""
"""What `visible_to` lets somebody know of, written out for the desk."""

KNOWN_AT_OFFICE = f"""complaint INDEXED BY complaint_status_limit_on
    WHERE status IN ({", ".join(repr(str(state)) for state in sorted(WITH_OFFICE))}) AND {KNOWN}"""
"""What the office has to act on."""

CODES_ASKED = """
    SELECT key FROM (SELECT * FROM event WHERE noun = 'complaint' ORDER BY id DESC LIMIT 400) AS lately
    WHERE verb = 'ask_code' AND at >= ?6 AND actor_id != ?1 AND NOT EXISTS (
        SELECT 1 FROM event WHERE noun = 'complaint' AND event.key = lately.key
            AND verb = 'reissue_code' AND event.id > lately.id)"""
"""Of what happened to complaints lately, the numbers of those for which a code was asked for and not given since."""

CARRIED = f"""SELECT * FROM (
    SELECT 'code' AS kind, id, number, title, NULL AS who, status, ?2 AS due, ?2 AS since, 1
    FROM complaint WHERE number IN ({CODES_ASKED}) AND seen_on IS NULL AND {KNOWN}
    UNION ALL
    SELECT CASE WHEN assignee_id = ?1 THEN 'complaint' WHEN assignee_id IS NULL THEN 'free_complaint'
        ELSE 'late_complaint' END, id, number, title,
        CASE WHEN assignee_id != ?1 THEN (SELECT name FROM user WHERE id = assignee_id) END,
        status, limit_on, entered_status_on, 1
    FROM {KNOWN_AT_OFFICE} AND (assignee_id = ?1 OR assignee_id IS NULL OR (?4 AND limit_on < ?2))
) ORDER BY due IS NULL, due, since, number LIMIT ?5"""

COUNTED = f"""
    SELECT COUNT(*) FILTER (WHERE limit_on < ?2) AS late, COUNT(*) FILTER (WHERE status = '{Status.RECEIVED}') AS new,
        COUNT(*) FILTER (WHERE assignee_id = ?1) AS mine
    FROM {KNOWN_AT_OFFICE}"""


def _facts(user: User, today: date, office: Office) -> tuple[int, date, bool, bool]:
    """What the desk's queries are asked with, in the order of their marks."""
    return user.id, today, is_designate(user, office), is_manager(user, office)


def is_manager(user: User, office: Office) -> bool:
    """Manages complaints: the head, or the account the office named."""
    return user.has(Role.HEAD) or _is(user, office.complaint_manager)


def is_designate(user: User, office: Office) -> bool:
    """Stands in for complaints about the head: the account the office named, else the manager; never a head."""
    return not user.has(Role.HEAD) and _is(user, office.complaint_designate or office.complaint_manager)


def someone_stands_in() -> bool:
    """Somebody of the office would meet a complaint about the head; if nobody does, it would lie unread."""
    office = the_office()
    user = User.by_email(office.complaint_designate or office.complaint_manager)
    return user is not None and user.active and user.has(Role.OFFICER) and is_designate(user, office)


def _is(user: User, email: str) -> bool:
    return bool(email.strip()) and user.email.lower() == email.strip().lower()


def _cards(user: User, today: date) -> dict[str, Any]:
    """The condition of each card, as its register narrows by it."""
    return {name: reduce(and_, conditions(FILTERS, Wanted(user, today, filters))) for name, filters in CARDS.items()}


def _unread() -> Expression:
    """Answered, and the dialogue was not opened since."""
    not_since = Complaint.seen_on.is_null() | (Complaint.seen_on < Complaint.answered_on)
    return Complaint.answered_on.is_null(False) & not_since & Complaint.status.in_((Status.ANSWERED.value, *ENDED))


def _columns(query: ModelSelect) -> ModelSelect:
    """The columns lists and exports show: nothing that names anybody but the handler."""
    return query.select(
        Complaint.id,
        Complaint.number,
        Complaint.channel,
        Complaint.outside_number,
        Complaint.kind,
        Complaint.topic,
        Complaint.title,
        Complaint.status,
        Complaint.received_at,
        Complaint.due_on,
        Complaint.limit_on,
        Complaint.answered_on,
        Complaint.closed_on,
        Complaint.in_time,
        Complaint.reopened,
        Complaint.rating,
        Complaint.seen_on,
        Complaint.privacy,
        Handler.name.alias("handler"),
    )


OF_A_COMPLAINT = 1_000


def add_part(table: type[Table], complaint: Complaint, **given: Any) -> Any:
    """A further row of what belongs to a complaint, numbered within it alone. Only inside `write()`.

    Numbered among those of all complaints, its neighbours would tell when it came.
    """
    fields = table._meta.fields
    own = table.select(fn.MAX(fields["id"])).where(fields["complaint"] == complaint.id).scalar()
    return table.create(id=(own or complaint.id * OF_A_COMPLAINT) + 1, complaint=complaint, **given)


class ComplaintSubject(Table):
    """An account from which a complaint is kept: its subject, or whoever handled the case it speaks of."""

    complaint = Ref(Complaint, backref="+", on_delete="CASCADE")
    user = Ref(User, backref="+", on_delete="CASCADE")
    why = CharField(max_length=12)
    """named (read from the text), case (handled the case) or chosen (set by a person)."""

    class Meta:
        indexes = ((("complaint", "user"), True),)

    @classmethod
    def of(cls, complaint: Complaint) -> ModelSelect:
        return cls.select(cls, User).join(User).where(cls.complaint == complaint.id).order_by(User.name)
