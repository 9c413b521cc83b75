"""Accounts, their sessions, the tokens mailed to them, and failed attempts to get in."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from operator import and_
from typing import Any

from peewee import BooleanField, CharField, DateField, DateTimeField, IntegerField, ModelSelect, TextField, fn

from pst.models.base import Json, Ref, Table, database
from pst.models.narrowing import Choice, Search, Wanted, narrowed
from pst.models.office.agencies import Agency
from pst.models.paging import TOP, Page, Place, Sort, filled, in_letters, indexed, page_by_key
from pst.rules.review.labels import ROLE_LABELS
from pst.rules.roles import ACCOUNT_ROLES, STAFF, Role


class RolesField(TextField):
    """A set of roles, kept as sorted words: "head officer"."""

    def db_value(self, value: Iterable[str] | None) -> str | None:
        return value if isinstance(value, str) or value is None else " ".join(sorted(value))

    def python_value(self, value: str | None) -> frozenset[Role]:
        return frozenset(Role(word) for word in (value or "").split())


class User(Table):
    """A person with an account; its `email` is the confirmed address mails go to."""

    email = CharField(unique=True, max_length=254)
    name = CharField(max_length=120)
    position = CharField(max_length=120, default="")
    phone = CharField(max_length=30, default="")
    agency = Ref(Agency, null=True, backref="+")
    roles = RolesField(default="applicant")
    password_hash = TextField(default="")
    confirmed_at = DateTimeField(null=True)
    active = BooleanField(default=True)
    created_at = DateTimeField()
    signed_in_at = DateTimeField(null=True)
    told_by = CharField(max_length=8, default="once")
    """How this person of the office hears by mail of work handed over: a key of `MAIL_CHOICES`."""
    second_factor = TextField(default="")
    """The sealed secret of an authenticator; "" without one."""
    second_factor_step = IntegerField(default=0)
    """The newest half minute whose code was used: none is taken twice."""
    away_until = DateField(null=True)
    """The last day of an absence, until which the `stand_in` is told and shown what waits."""
    stand_in = Ref("self", null=True, backref="+")
    calendar_hash = CharField(max_length=64, default="", index=True)
    """Of the address where a calendar program asks for this person's last days; "" without one."""
    notice_version = CharField(max_length=12, default="")
    """The version of the privacy notice that this person read last; "" for none yet."""
    notice_at = DateTimeField(null=True)

    is_authenticated = True
    is_anonymous = False

    @property
    def is_active(self) -> bool:
        """May sign in: not closed by the administrator, and the address is confirmed."""
        return self.active and self.confirmed_at is not None

    @property
    def is_staff(self) -> bool:
        return bool(self.roles & STAFF)

    @property
    def searches(self) -> bool:
        """Works with cases, and so finds them from every page."""
        return self.has(Role.OFFICER, Role.HEAD)

    def has(self, *roles: Role) -> bool:
        """Wears at least one of these hats."""
        return bool(self.roles & frozenset(roles))

    @property
    def has_factor(self) -> bool:
        """Comes in with more than a password: the codes of an authenticator, or a passkey."""
        if self.second_factor or self.has_passkey is not None:
            return bool(self.second_factor or self.has_passkey)
        return Passkey.of(self.id).exists()

    def get_id(self) -> str:
        """What the cookie carries: the opaque token of this session, set when it was opened."""
        return self.session_token

    has_passkey: bool | None = None
    """Whether there is a passkey, as the session knows; None where nobody has looked yet."""
    session_token = ""
    unread = 0
    """How many notices wait, as the session knows."""
    kept_filters = "[]"
    """The filters with a name that this person may use where the request leads: rows of `KeptFilter`."""
    proved_at: datetime | None = None
    """When the owner of this session last showed to be the person."""

    @classmethod
    def by_email(cls, email: str) -> "User | None":
        return cls.get_or_none(fn.LOWER(cls.email) == email.strip().lower())

    @classmethod
    def reached_at(cls, user_id: int) -> tuple[str, str]:
        """Name and address of whom a mail goes to."""
        return cls.select(cls.name, cls.email).where(cls.id == user_id).tuples().get()

    @classmethod
    def everybody(cls) -> ModelSelect:
        """All accounts in the order they were made; only a demo lists them."""
        return cls.select().order_by(cls.id)

    @classmethod
    def officers(cls) -> ModelSelect:
        """Whoever may be assigned a submission, by name."""
        return cls.select().where(cls.active, cls.roles.contains(Role.OFFICER.value)).order_by(cls.name)

    @classmethod
    def officer_names(cls) -> list[tuple[int, str]]:
        """(id, name) of the same."""
        named = "SELECT id, name FROM user WHERE active AND roles LIKE ? ORDER BY name"
        return list(database.execute_sql(named, (f"%{Role.OFFICER}%",)))

    @classmethod
    def colleagues(cls) -> ModelSelect:
        """Whoever may sit in an evaluation: officers and the head, by name."""
        in_team = cls.roles.contains(Role.OFFICER.value) | cls.roles.contains(Role.HEAD.value)
        return cls.select().where(cls.active, in_team).order_by(cls.name)

    @classmethod
    def standing_in_for(cls, people: Iterable["User"], today: date) -> list["User"]:
        """Who stands in for those of these people who are away."""
        away = cls.select(cls.stand_in).where(cls.id.in_([each.id for each in people]), cls.away_until >= today)
        return list(cls.select().where(cls.active, cls.roles.contains(Role.OFFICER.value), cls.id.in_(away)))

    @classmethod
    def heads(cls) -> ModelSelect:
        """Whoever may sign letters, by name."""
        return cls.select().where(cls.active, cls.roles.contains(Role.HEAD.value)).order_by(cls.name)

    @classmethod
    def administrators(cls) -> ModelSelect:
        """Whoever looks after the office's accounts, by name."""
        return cls.select().where(cls.active, cls.roles.contains(Role.ADMIN.value)).order_by(cls.name)

    @classmethod
    def leading_by_password_alone(cls) -> int:
        """How many heads and administrators come in without a second factor."""
        leads = cls.roles.contains(Role.HEAD.value) | cls.roles.contains(Role.ADMIN.value)
        bare = (cls.second_factor == "") & cls.id.not_in(Passkey.select(Passkey.user))
        return cls.select().where(cls.active, leads, bare).count()

    @classmethod
    def mailboxes(cls) -> list[str]:
        """The address of everybody with an open account."""
        return [box for (box,) in cls.select(cls.email).where(cls.active).order_by(cls.id).tuples()]

    @classmethod
    def page(cls, wanted: Wanted, place: Place = TOP) -> Page:
        """One page of accounts for the administrator, newest first, narrowed by words of name, mailbox or agency."""
        query = cls.select(
            cls.id,
            cls.name,
            cls.email,
            cls.roles,
            cls.active,
            cls.confirmed_at,
            cls.signed_in_at,
            Agency.name.alias("agency"),
        ).left_outer_join(Agency)
        return page_by_key(narrowed(query, FILTERS, wanted), cls.id, place)

    @classmethod
    def says(cls, text: str, _: Wanted) -> Any:
        """Every word stands somewhere in name or mailbox."""
        return reduce(and_, [cls.name.contains(word) | cls.email.contains(word) for word in text.split()[:6]])

    @classmethod
    def with_agency(cls, user_id: int) -> "User | None":
        """One account with its agency."""
        return cls.select(cls, Agency).left_outer_join(Agency).where(cls.id == user_id).first()


def _says(text: str, _: Wanted) -> Any:
    """Every word stands somewhere in name, mailbox or agency."""
    words = text.split()[:6]
    found = [User.name.contains(word) | User.email.contains(word) | Agency.says(word) for word in words]
    return reduce(and_, found)


FILTERS = (
    Search("cari", "Cari nama, surel, atau instansi", _says),
    Choice(
        "peran",
        "Peran",
        lambda role, _: User.roles.contains(role),
        {role.value: ROLE_LABELS[role] for role in ACCOUNT_ROLES},
    ),
)
SORTS = (
    Sort("nama", "Nama", in_letters(User.name)),
    Sort("masuk", "Terakhir masuk", filled(User.signed_in_at, "'0001-01-01'"), rising=False),
)
indexed(User, SORTS)


class UserSession(Table):
    """One signed-in device; `token_hash` is the BLAKE2 of what its cookie carries."""

    token_hash = CharField(primary_key=True, max_length=64)
    user = Ref(User, backref="+", on_delete="CASCADE")
    device = CharField(max_length=120, default="")
    created_at = DateTimeField()
    seen_at = DateTimeField()
    proved_at = DateTimeField(null=True)
    """When password and code were last given in it."""

    @classmethod
    def living(cls, token_hash: str, path: str = "") -> "UserSession | None":
        """The session with its user, in one query; whether it is too old is the caller's to say.

        A register at this `path` brings the filters along that are kept of it.
        """
        found = User.one(LIVING, path, token_hash)
        if found is None:
            return None
        opened, seen, proved = (datetime.fromisoformat(at) if at else None for at in found.moments.split("|"))
        return cls(token_hash=token_hash, created_at=opened, seen_at=seen, proved_at=proved, user=found)


LIVING = """
    SELECT user.id, email, name, position, phone, agency_id, roles, password_hash, confirmed_at, active,
        user.created_at, signed_in_at, told_by, second_factor, second_factor_step,
        (SELECT COUNT(*) FROM notice WHERE person_id = user.id AND read_at IS NULL) AS unread,
        EXISTS (SELECT 1 FROM passkey WHERE user_id = user.id) AS has_passkey,
        (SELECT json_group_array(json_array(kept.id, path, query, kept.name, person_id, owner.name))
            FROM kept_filter AS kept JOIN user AS owner ON owner.id = person_id
            WHERE path = ? AND (person_id = user.id OR shared AND owner.active)) AS kept_filters,
        user_session.created_at || '|' || seen_at || '|' || COALESCE(proved_at, '') AS moments
    FROM user_session JOIN user ON user.id = user_session.user_id
    WHERE token_hash = ?"""


class RecoveryCode(Table):
    """A printed code that stands in once for the authenticator; `code_hash` is the BLAKE2 of its signs."""

    user = Ref(User, backref="+", on_delete="CASCADE")
    code_hash = CharField(max_length=64)
    used_at = DateTimeField(null=True)

    @classmethod
    def left_of(cls, user_id: int) -> int:
        """How many of a person's codes are still good."""
        return cls.select().where(cls.user == user_id, cls.used_at.is_null()).count()


class Passkey(Table):
    """A key in one of a person's devices: what its signatures are checked with, both in base64url."""

    user = Ref(User, backref="+", on_delete="CASCADE")
    name = CharField(max_length=60)
    credential_id = TextField(unique=True)
    public_key = TextField()
    sign_count = IntegerField(default=0)
    """How many signatures it had made when it was last used; 0 of one that does not count."""
    created_at = DateTimeField()
    used_at = DateTimeField(null=True)

    @classmethod
    def of(cls, user_id: int) -> ModelSelect:
        """A person's keys, the oldest first."""
        return cls.select().where(cls.user == user_id).order_by(cls.id)


class MailedToken(Table):
    """A one-time link: confirms an address, resets a password or makes the first administrator."""

    token_hash = CharField(primary_key=True, max_length=64)
    purpose = CharField(max_length=20)
    user = Ref(User, null=True, backref="+", on_delete="CASCADE")
    expires_at = DateTimeField()
    used_at = DateTimeField(null=True)
    facts = Json(default=dict)
    """What the link carries until it is used."""

    @classmethod
    def kept(cls, token_hash: str, purpose: str) -> ModelSelect:
        """The link of this purpose with its user, whether it works or not."""
        mine = (cls.token_hash == token_hash, cls.purpose == purpose)
        return cls.select(cls, User).left_outer_join(User).where(*mine)

    @classmethod
    def usable(cls, token_hash: str, purpose: str, at: datetime) -> "MailedToken | None":
        """The link with its user, if it serves this purpose, was not used, and has not expired by `at` (naive UTC)."""
        return cls.kept(token_hash, purpose).where(cls.expires_at > at, cls.used_at.is_null()).first()


class Attempt(Table):
    """Failed tries at something guarded (`purpose`: sign_in, track, verify, …), counted per `who`."""

    purpose = CharField(max_length=20)
    who = CharField(max_length=160)
    count = IntegerField(default=0)
    last_at = DateTimeField()

    class Meta:
        indexes = ((("purpose", "who"), True),)
