"""How an applicant comes to an account: ask, confirm the mailbox; and how a lost password is set anew.

Whoever asks about a mailbox learns nothing from the answer: it is the same, and takes as long, whether
the mailbox is known or not. What is true is written to the mailbox itself. Whoever asks too often is told so.
"""

from dataclasses import dataclass
from datetime import datetime

from pst.actions import attempts, audit, emails
from pst.actions.accounts import links
from pst.actions.accounts.passwords import hash_password, is_password, refuse_weak
from pst.actions.accounts.security_log import note, record_deed
from pst.actions.accounts.sessions import end_sessions
from pst.clock import local
from pst.models.accounts.users import MailedToken, User
from pst.models.base import database, write
from pst.models.office.agencies import Agency
from pst.rules import wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import BY_ACCOUNT, BY_ALL_ASKERS, BY_MAILBOX
from pst.rules.refusals import Refusal
from pst.rules.roles import Role


@dataclass(frozen=True)
class Registration:
    """What a person says when registering; `privacy` is the version of the notice that was shown."""

    name: str
    email: str
    phone: str
    position: str
    agency_id: int | None
    new_agency: str
    password: str
    privacy: str
    target: str = ""
    """The page that was asked for when it turned out that an account is needed."""


class WrongPassword(Refusal):
    """Nobody registered this mailbox with this password."""

    def __init__(self) -> None:
        super().__init__(
            "Kata sandi ini bukan yang ditulis saat mendaftar dengan alamat surel ini. Lupa? Daftar sekali lagi.",
            "password",
        )


def register(given: Registration, asker: Asker, at: datetime) -> None:
    """Keep the registration with a mailed link until the mailbox is confirmed; nothing else is stored before.

    One that somebody else sends for the same mailbox changes nothing in it. Raises `PasswordRefused`,
    `TooManyTries`.
    """
    refuse_weak(given.password, given.name, given.email)
    registered = {**given.__dict__, "password": hash_password(given.password)}
    with write():
        if known := _mailable(given.email, asker, at):
            _tell_known(known, at)
        else:
            _mail_confirmation(registered, at)


def resend_confirmation(email: str, asker: Asker, at: datetime) -> None:
    """Mail a new link to a mailbox for which a registration waits; its password says which one is meant.

    Raises `TooManyTries`.
    """
    with write():
        if known := _mailable(email, asker, at):
            _tell_known(known, at)
        elif waiting := _waiting(email, at):
            _mail_confirmation(waiting[0].facts, at)


def confirmation_link(email: str, at: datetime) -> str:
    """The path of a new link that confirms this mailbox; "" where no registration waits. Only inside `write()`."""
    waiting = _waiting(email, at)
    return _confirmation(waiting[0].facts, at)["path"] if waiting else ""


def who_confirms(token: str, at: datetime) -> str:
    """The mailbox that this link would confirm. Raises `LinkRefused`."""
    return links.find_link(token, at, "confirm").facts["email"]


def target_of(token: str, at: datetime) -> str:
    """The page its owner was on the way to; "" where there was none. Raises `LinkRefused`."""
    return links.find_link(token, at, "confirm").facts.get("target", "")


def confirm(token: str, password: str, at: datetime) -> User:
    """The mailbox is this person's: make the account that was registered with this password.

    The link proves the mailbox, the password who registered: a stranger's registration of the same mailbox is never
    confirmed by its owner, whichever came last. Raises `LinkRefused`, `WrongPassword`, `TooManyTries`.
    """
    email = who_confirms(token, at)
    with write():
        attempts.count_try("confirm", email, BY_ACCOUNT, at)
    registered = next((row.facts for row in _waiting(email, at) if is_password(row.facts["password"], password)), None)
    if registered is None:
        raise WrongPassword
    with write():
        links.use_link(token, at, "confirm")
        if User.by_email(registered["email"]):
            raise links.LinkRefused
        user = User.create(
            email=registered["email"],
            name=registered["name"],
            phone=registered["phone"],
            position=registered["position"],
            agency=find_or_propose(registered["agency_id"], registered["new_agency"]),
            roles=frozenset({Role.APPLICANT}),
            password_hash=registered["password"],
            created_at=at,
            confirmed_at=at,
            notice_version=registered["privacy"],
            notice_at=at,
        )
        _drop_waiting(user.email, at)
        attempts.forgive("confirm", user.email)
        audit.record("account", str(user.id), "register", user, at, facts={"privacy": registered["privacy"]})
    return user


def find_or_propose(agency_id: int | None, new_agency: str) -> Agency | None:
    """The chosen agency; or the one proposed by name, which waits for an administrator's look if it is new.

    Only inside `write()`.
    """
    assert database.in_transaction()
    if agency_id is not None:
        return Agency.find(agency_id)
    name = " ".join(new_agency.split())
    if not name:
        return None
    return Agency.named(name) or Agency.create(name=name, approved=False)


def ask_reset(email: str, asker: Asker, at: datetime) -> None:
    """Mail a link to set a new password, if the mailbox belongs to an open account. Raises `TooManyTries`."""
    with write():
        user = _mailable(email, asker, at)
        if user is not None and user.active:
            mail_password_link(user, "reset_password", "password", at)


def mail_password_link(user: User, kind: str, purpose: str, at: datetime) -> None:
    """Mail this person a link to set a password; earlier ones stop working. Only inside `write()`."""
    emails.queue(kind, user.email, password_link(user, purpose, at), at)


def password_link(user: User, purpose: str, at: datetime) -> dict[str, str]:
    """A new link to set a password, in place of earlier ones: whose, its path, until when. Only inside `write()`."""
    links.void_links(user, "password", "invitation")
    note("link", user, at)
    token, expires_at = links.make_link(purpose, at, user)
    return {"name": user.name, "path": f"/sandi-baru/{token}", "until": wording.long_moment(local(expires_at))}


def _mailable(email: str, asker: Asker, at: datetime) -> User | None:
    """Whose mailbox this is, if anybody's: a mail may go there now. Raises `TooManyTries`, whoever's it is."""
    user = User.by_email(email)
    attempts.count_at_door("mail", email, user.id if user else None, asker, BY_MAILBOX, BY_ALL_ASKERS, at)
    return user


def set_password(token: str, password: str, asker: Asker, at: datetime) -> User:
    """Set the password through a mailed link: this also confirms the mailbox, and ends every session.

    Raises `LinkRefused`, `PasswordRefused` (the link can be used again).
    """
    owner = links.find_link(token, at, "password", "invitation").user
    refuse_weak(password, *((owner.name, owner.email) if owner else ("", "")))
    hashed = hash_password(password)
    with write():
        user, _ = links.use_link(token, at, "password", "invitation")
        if user is None or not user.active:
            raise links.LinkRefused
        user.password_hash = hashed
        user.confirmed_at = user.confirmed_at or at
        user.save()
        links.void_links(user)
        end_sessions(user)
        for purpose in ("sign_in", "mail"):
            attempts.forgive_at_door(purpose, user.email, user.id, asker)
        note_password_change(user, user, at, "reset_password")
    return user


def note_password_change(user: User, actor: User, at: datetime, verb: str = "change_password") -> None:
    """Record that a password changed, and tell its owner, who may not have been the one."""
    record_deed(user, verb, actor, at, "password")
    emails.queue("password_changed", user.email, {"name": user.name, "when": wording.long_moment(local(at))}, at)


def _tell_known(user: User, at: datetime) -> None:
    emails.queue("account_exists", user.email, {"name": user.name, "closed": not user.active}, at)


def _mail_confirmation(registered: dict, at: datetime) -> None:
    emails.queue("confirm_address", registered["email"], _confirmation(registered, at), at)


def _confirmation(registered: dict, at: datetime) -> dict[str, str]:
    token, expires_at = links.make_link("confirm", at, facts=registered)
    until = wording.long_moment(local(expires_at))
    return {"name": registered["name"], "path": f"/verifikasi-surel/{token}", "until": until}


def _waiting(email: str, at: datetime) -> list[MailedToken]:
    """Registrations of this mailbox that wait for their confirmation, newest first."""
    wanted = email.strip().lower()
    return [row for row in links.living_links("confirm", at) if row.facts["email"].lower() == wanted]


def _drop_waiting(email: str, at: datetime) -> None:
    for row in _waiting(email, at):
        row.delete_instance()
