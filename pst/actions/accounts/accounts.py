"""Accounts as the office keeps them: opened, changed, closed by an administrator; the first by a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import ModelSelect

from pst.actions import audit
from pst.actions.accounts import links
from pst.actions.accounts.mailboxes import ask_new, refuse_taken
from pst.actions.accounts.passwords import hash_password, refuse_weak
from pst.actions.accounts.registration import confirmation_link, find_or_propose, mail_password_link, password_link
from pst.actions.accounts.security_log import note, record_deed
from pst.actions.accounts.sessions import end_sessions
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.agencies import Agency
from pst.models.submissions.together import Invited
from pst.rules.refusals import Refusal
from pst.rules.roles import ACCOUNT_ROLES, Role

FIELDS = ("name", "email", "position", "phone", "agency", "roles")
"""What an administrator may change of an account."""

ON_THE_CONSOLE = (
    "Tautan kata sandi akun yang sudah dipakai hanya dicetak di server: flask --app wsgi account-link SUREL."
)


class AccountRefused(Refusal):
    """The account cannot be so; the message says why, in Indonesian."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody for whom an officer opens an account; the agency is chosen, or proposed by its name."""

    email: str
    name: str = ""
    position: str = ""
    phone: str = ""
    agency_id: int | None = None
    new_agency: str = ""


def open_for(newcomer: Newcomer, officer: User, at: datetime) -> User:
    """Open the account of an applicant, whose owner sets the password. Only inside `write()`.

    Raises `AccountRefused`.
    """
    agency = find_or_propose(newcomer.agency_id, newcomer.new_agency)
    more = {"position": newcomer.position, "phone": newcomer.phone}
    return create_user(newcomer.name, newcomer.email, [Role.APPLICANT], agency, officer, at, **more)


def create_user(
    name: str,
    email: str,
    roles: Iterable[Role],
    agency: Agency | None,
    actor: User | None,
    at: datetime,
    *,
    position: str = "",
    phone: str = "",
    password: str = "",
) -> User:
    """Open an account and mail its owner a link to set the password, which also confirms the mailbox.

    With a `password` (console only) the account is ready at once and nothing is mailed. `actor` is None
    on the console. Raises `AccountRefused`, `PasswordRefused`.
    """
    hats = _checked_roles(roles)
    if password:
        refuse_weak(password, name, email)
    with write():
        refuse_taken(email)
        user = User.create(
            name=name.strip(),
            email=email.strip(),
            roles=hats,
            agency=agency,
            position=position,
            phone=phone,
            password_hash=hash_password(password) if password else "",
            confirmed_at=at if password else None,
            created_at=at,
        )
        audit.record("account", str(user.id), "create", actor, at, facts={"roles": sorted(hats)})
        note("rights", user, at, actor)
        if not password:
            mail_password_link(user, "invitation", "invitation", at)
    return user


def kept(user: User) -> dict[str, object]:
    """What is kept of an account and can be changed, by name."""
    return {name: _now(user, name) for name in FIELDS}


def change_user(user: User, actor: User | None, at: datetime, seen: str = "", **changes: Any) -> None:
    """Change name, email, position, phone, agency or roles of an account.

    Other roles end the account's sessions. A new mailbox is asked for, and in force when its owner confirms it; of an
    account that nobody has used yet it is changed at once, and invited. `seen` is the mark of what the page showed.
    Raises `AccountRefused`, `ChangedMeanwhile`.
    """
    if "roles" in changes:
        changes["roles"] = _checked_roles(changes["roles"])
    with write():
        user = User.get_by_id(user.id)
        before, shown = user.roles, kept(user)
        if not may_be_shown(user) and _differs(user, changes.get("email")):
            refuse_if_changed(seen, shown, "account", [str(user.id)])
            ask_new(user, changes.pop("email"), actor, at)
            seen = ""
        fields = _apply(user, changes)
        if not fields:
            return
        refuse_if_changed(seen, shown, "account", [str(user.id)])
        _keep_one_admin(user)
        user.save()
        facts = {"fields": fields}
        if "roles" in fields:
            facts |= {"from": sorted(before), "to": sorted(user.roles)}
            record_deed(user, "change", actor, at, "rights", facts=facts)
            end_sessions(user)
        else:
            audit.record("account", str(user.id), "change", actor, at, facts=facts)
        if "email" in fields:
            mail_password_link(user, "invitation", "invitation", at)


def close_user(user: User, actor: User | None, at: datetime, why: str = "") -> None:
    """Close an account: signed out everywhere, links void, never deleted. Raises `AccountRefused`."""
    with write():
        user = User.get_by_id(user.id)
        if not user.active:
            return
        user.active = False
        _keep_one_admin(user)
        user.save()
        end_sessions(user)
        links.void_links(user)
        Invited.end_with(user)
        record_deed(user, "close", actor, at, "rights", why=why.strip())


def reopen_user(user: User, actor: User | None, at: datetime) -> None:
    """Open a closed account again."""
    with write():
        if User.update(active=True).where(User.id == user.id, ~User.active).execute():
            record_deed(user, "reopen", actor, at, "rights")


def sign_out_everywhere(user: User, actor: User, at: datetime) -> int:
    """End all sessions of somebody whose device was left open or lost; returns how many."""
    with write():
        record_deed(user, "sign_out_everywhere", actor, at, "device_out")
        return end_sessions(user)


def send_password_link(user: User, actor: User | None, at: datetime) -> None:
    """Mail a person who cannot get in a link to set a password, on an administrator's word."""
    with write():
        user = User.get_by_id(user.id)
        if not user.active:
            raise AccountRefused("Akun ini sudah ditutup; buka dahulu akunnya.")
        mail_password_link(user, "invitation", "invitation", at)
        record_deed(user, "send_password_link", actor, at)


def show_invitation(user: User, actor: User, at: datetime) -> dict[str, str]:
    """The link of an invitation for the administrator to hand over, where no mail is sent: path, and until when.

    Only while nobody has used the account: a link to somebody's account would be that account. Raises `AccountRefused`.
    """
    with write():
        user = User.get_by_id(user.id)
        if not may_be_shown(user):
            raise AccountRefused(ON_THE_CONSOLE)
        audit.record("account", str(user.id), "show_invitation", actor, at)
        return password_link(user, "invitation", at)


def may_be_shown(user: User) -> bool:
    """Nobody has used the account yet, so that its invitation opens nothing of anybody's."""
    return user.active and user.confirmed_at is None and user.signed_in_at is None and not user.password_hash


def console_link(email: str, at: datetime) -> str:
    """The path of a new one-time link for this mailbox, in place of a mail: to a new password, or to confirm.

    Raises `AccountRefused` where there is neither account nor registration.
    """
    with write():
        user = User.by_email(email)
        if user is None:
            return confirmation_link(email, at) or _no_such(email)
        if not user.active:
            raise AccountRefused("Akun ini sudah ditutup; buka dahulu akunnya.")
        record_deed(user, "print_password_link", None, at)
        return password_link(user, "password", at)["path"]


def _no_such(email: str) -> str:
    raise AccountRefused(f"Tidak ada akun atau pendaftaran dengan alamat {email}.")


def first_admin_link(at: datetime) -> str | None:
    """The path of a one-time page that makes the first administrator; None when there is one (console).

    Every call voids the path given before.
    """
    with write():
        if _administrators().exists():
            return None
        for row in links.living_links("first_admin", at):
            row.delete_instance()
        token, _ = links.make_link("first_admin", at)
    return f"/admin-pertama/{token}"


def make_first_admin(token: str, name: str, email: str, password: str, at: datetime) -> User:
    """Open the first administrator's account. Raises `LinkRefused`, `AccountRefused`, `PasswordRefused`."""
    refuse_weak(password, name, email)
    with write():
        links.use_link(token, at, "first_admin")
        if _administrators().exists():
            raise links.LinkRefused
        return create_user(name, email, [Role.ADMIN], None, None, at, password=password)


def _checked_roles(roles: Iterable[Role]) -> frozenset[Role]:
    hats = frozenset(Role(role) for role in roles)
    if not hats or hats - frozenset(ACCOUNT_ROLES):
        raise AccountRefused("Pilih paling sedikit satu peran yang dikenal.")
    return hats


def _differs(user: User, email: str | None) -> bool:
    """Another mailbox, and not only written in another way."""
    return email is not None and email.strip().lower() != user.email.lower()


def _apply(user: User, changes: dict[str, object]) -> list[str]:
    """Set what differs; returns the names of those fields."""
    unknown = changes.keys() - set(FIELDS)
    assert not unknown, unknown
    changed = [name for name, value in changes.items() if _now(user, name) != getattr(value, "id", value)]
    if "email" in changed:
        refuse_taken(str(changes["email"]), user)
    for name in changed:
        setattr(user, name, changes[name])
    return changed


def _now(user: User, name: str) -> object:
    return user.agency_id if name == "agency" else getattr(user, name)


def _keep_one_admin(user: User) -> None:
    """Without an administrator nobody could make another one."""
    stays = user.active and Role.ADMIN in user.roles
    if not stays and not _administrators().where(User.id != user.id).exists() and _administrators().exists():
        raise AccountRefused("Ini satu-satunya administrator yang aktif. Tunjuk administrator lain dahulu.")


def _administrators() -> ModelSelect:
    """Who can get in and make another one; an invitation nobody has answered yet does not count."""
    may_enter = User.active, User.confirmed_at.is_null(False)
    return User.select().where(*may_enter, User.roles.contains(Role.ADMIN.value))
