"""Writing down who came in, who was refused, and what changed of an account."""

from contextvars import ContextVar
from datetime import datetime, timedelta

from pst.actions import audit, emails
from pst.clock import local, midnight
from pst.models.accounts.security_log import SecurityEvent
from pst.models.accounts.users import User
from pst.models.base import bookkeeping, write
from pst.models.office.settings import the_office
from pst.rules import wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.security_log import KINDS
from pst.rules.months import months_after
from pst.rules.review.labels import verb_label
from pst.rules.roles import Role

AN_HOUR = timedelta(hours=1)
NOWHERE = Asker(device="Server")
"""The console, and what is due by itself."""
here: ContextVar[Asker] = ContextVar("here", default=NOWHERE)
"""Where the request being answered comes from."""


def note(kind: str, user: User | None, at: datetime, by: User | None = None) -> None:
    """Add a line: whose account, and by whom if by somebody else."""
    assert kind in KINDS, kind
    asker = here.get()
    other = by.id if by is not None and user is not None and by.id != user.id else None
    with write():
        SecurityEvent.create(at=at, kind=kind, user=user, by=other, address=asker.address[:45], device=asker.device)


def note_denied(user: User, at: datetime) -> None:
    """A page that is not this account's was asked for: told once an hour, for whoever tries one tries many."""
    if SecurityEvent.since(user.id, "denied", at - AN_HOUR):
        return
    with bookkeeping():
        if not SecurityEvent.since(user.id, "denied", at - AN_HOUR):
            note("denied", user, at)


def note_sign_in(user: User, at: datetime) -> None:
    """Somebody is inside; from a device that the account does not know, its owner is told."""
    asker = here.get()
    if not asker.is_known_to(user.id) and not SecurityEvent.knows(user.id, asker.device, asker.address):
        facts = {"name": user.name, "device": asker.device, "address": asker.address}
        emails.queue("new_device", user.email, {**facts, "when": wording.long_moment(local(at))}, at)
        _warn_of_head(user, "new_device", user, at)
    note("sign_in", user, at)


def record_deed(
    user: User, verb: str, actor: User | None, at: datetime, kind: str = "", *, why: str = "", facts: dict | None = None
) -> None:
    """What somebody did to an account: into the chain, the log (as `kind`), and to whoever watches the head's.

    Only inside `write()`.
    """
    audit.record("account", str(user.id), verb, actor, at, note=why, facts=facts)
    if kind:
        note(kind, user, at, actor)
    _warn_of_head(user, verb, actor, at)


def _warn_of_head(user: User, verb: str, actor: User | None, at: datetime) -> None:
    """Administrators who did not do it are told what happens to the head's account: whoever has it signs letters."""
    if not user.has(Role.HEAD):
        return
    who, when = actor.name if actor else NOWHERE.device, wording.long_moment(local(at))
    facts = {"whose": user.name, "what": verb_label(verb), "who": who, "when": when}
    for admin in User.administrators():
        if admin.id not in (user.id, actor.id if actor else None):
            emails.queue("head_account", admin.email, {"name": admin.name, **facts}, at)


def other_name(user: User, actor: User | None) -> str:
    """Who did it, where it was not the owner of the account."""
    if actor is not None and actor.id == user.id:
        return ""
    return actor.name if actor else audit.SYSTEM_NAME


def forget_old(at: datetime) -> int:
    """Delete what is older than the office keeps it; returns how many. For the minute job."""
    kept = months_after(local(at).date(), -the_office().security_log_months)
    return SecurityEvent.forget_before(midnight(kept))
