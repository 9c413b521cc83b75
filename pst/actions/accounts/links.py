"""One-time links: a secret that goes out by mail, its hash that stays."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from pst.actions.accounts.sessions import hash_token, new_token
from pst.models.accounts.users import MailedToken, User
from pst.models.base import database
from pst.models.office.settings import the_office
from pst.rules import numbering
from pst.rules.refusals import Refusal

VALID_FOR = {
    "confirm": timedelta(hours=48),
    "invitation": timedelta(days=7),
    "first_admin": timedelta(hours=24),
    "resume": timedelta(hours=24),
    "new_email": timedelta(hours=48),
}
"""What a link is for → how long it works; one to a new password as long as the office says."""

SENT_AGAIN_FOR = timedelta(days=30)
"""How long a link to a draft that is over still offers to mail a new one."""
LINK_OVER = "Tautan ini tidak berlaku lagi: sudah dipakai, sudah lewat waktunya, atau tidak tersalin seluruhnya."


class LinkRefused(Refusal):
    """The link opens nothing (any more)."""

    def __init__(self) -> None:
        super().__init__(LINK_OVER)


def make_link(purpose: str, at: datetime, user: User | None = None, facts: dict | None = None) -> tuple[str, datetime]:
    """A new secret and the moment it stops working. Only inside `write()`."""
    token = new_token()
    return token, _keep(token, purpose, at, user, facts)


def make_spoken_link(purpose: str, at: datetime, user: User) -> tuple[str, datetime]:
    """The same with a secret that can be read aloud and typed: four groups of four signs, 79 bits."""
    code = numbering.new_code()
    return code, _keep(code, purpose, at, user, None)


def _keep(token: str, purpose: str, at: datetime, user: User | None, facts: dict | None) -> datetime:
    assert database.in_transaction()
    expires_at = at + _valid_for(purpose)
    MailedToken.create(
        token_hash=hash_token(token), purpose=purpose, user=user, expires_at=expires_at, facts=facts or {}
    )
    return expires_at


def _valid_for(purpose: str) -> timedelta:
    if purpose == "password":
        return timedelta(minutes=the_office().reset_minutes)
    return VALID_FOR[purpose]


def works(token: str, at: datetime, *purposes: str) -> bool:
    """Would this link open something now?"""
    return _usable(token, at, purposes) is not None


def find_link(token: str, at: datetime, *purposes: str) -> MailedToken:
    """The row of a link that still works for one of these purposes. Raises `LinkRefused`."""
    found = _usable(token, at, purposes)
    if found is None:
        raise LinkRefused
    return found


def _usable(token: str, at: datetime, purposes: Iterable[str]) -> MailedToken | None:
    found = (MailedToken.usable(hash_token(token), purpose, at) for purpose in purposes)
    return next((link for link in found if link), None)


def use_link(token: str, at: datetime, *purposes: str) -> tuple[User | None, dict]:
    """Use a link up: whom and what it was for. What it carried is wiped, but which draft it opened. Only inside
    `write()`."""
    assert database.in_transaction()
    link = find_link(token, at, *purposes)
    facts, link.facts = link.facts, link.facts if link.purpose == "resume" else {}
    link.used_at = at
    link.save()
    return link.user, facts


def find_over(token: str, purpose: str) -> MailedToken:
    """The row of a link for this purpose that may be used up or too old. Raises `LinkRefused`."""
    found = MailedToken.kept(hash_token(token), purpose).first()
    if found is None:
        raise LinkRefused
    return found


def void_links(user: User, *purposes: str) -> None:
    """Whatever was mailed to this person before (for these purposes, when any is named) opens nothing any more."""
    where = [MailedToken.user == user.id, MailedToken.used_at.is_null()]
    where += [MailedToken.purpose.in_(purposes)] if purposes else []
    MailedToken.delete().where(*where).execute()


def living_links(purpose: str, at: datetime) -> list[MailedToken]:
    """Links of this purpose that still work, newest first."""
    return list(
        MailedToken.select()
        .where(MailedToken.purpose == purpose, MailedToken.expires_at > at, MailedToken.used_at.is_null())
        .order_by(MailedToken.expires_at.desc())
    )


def forget_old_links(at: datetime) -> int:
    """Delete what has expired, and the registrations in it; returns how many. For the minute job."""
    kept = (MailedToken.purpose == "resume") & (MailedToken.expires_at > at - SENT_AGAIN_FOR)
    return MailedToken.delete().where(MailedToken.expires_at <= at, ~kept).execute()
