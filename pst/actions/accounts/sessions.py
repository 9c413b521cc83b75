"""Signed-in devices: each a row under the hash of the secret its cookie carries."""

import hashlib
import secrets
from contextlib import suppress
from datetime import datetime, timedelta

from peewee import OperationalError

from pst.config import Config
from pst.models.accounts.users import User, UserSession
from pst.models.base import bookkeeping, database, write

TOUCH_EVERY = timedelta(minutes=1)


def new_token() -> str:
    """256 random bits that fit into an address or a cookie."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What the tables keep of a token: its BLAKE2b, 64 hexadecimal digits."""
    return hashlib.blake2b(token.encode(), digest_size=32).hexdigest()


def session_user(token: str, at: datetime, config: Config, *, touch: bool = True, path: str = "") -> User | None:
    """Whose cookie this is, or None: unknown, ended, closed account, or too long without a click.

    Without `touch` the session grows older all the same: a page that renews itself is no click. What is kept of a
    register at `path` comes along.
    """
    session = UserSession.living(hash_token(token), path)
    if session is None or not session.user.is_active or _is_over(session, at, config):
        return None
    if touch:
        _touch(session, at)
    session.user.session_token, session.user.proved_at = token, session.proved_at
    return session.user


def _is_over(session: UserSession, at: datetime, config: Config) -> bool:
    """Left alone too long, or open too long, however busy."""
    too_old = at - session.created_at > timedelta(hours=longest_hours(session.user, config))
    return too_old or at - session.seen_at > idle_limit(session.user, config)


def longest_hours(user: User, config: Config) -> int:
    """How long this person may stay inside at most."""
    return config.session_hours if user.is_staff else config.applicant_session_hours


def idle_limit(user: User, config: Config) -> timedelta:
    """How long this person may pause; officers work at desks that others pass by."""
    return timedelta(minutes=config.idle_minutes if user.is_staff else config.applicant_idle_minutes)


def open_session(user: User, device: str, at: datetime, *, proved: bool = True) -> str:
    """A new session for this device; returns the secret for its cookie. Only inside `write()`.

    Not `proved` where a mailed link opened it: what wants a proof then asks for the password first.
    """
    assert database.in_transaction()
    token = new_token()
    moments = {"created_at": at, "seen_at": at, "proved_at": at if proved else None}
    UserSession.create(token_hash=hash_token(token), user=user, device=device[:120], **moments)
    user.session_token = token
    return token


def note_proof(user: User, at: datetime) -> None:
    """The owner of this session has shown anew to be the person."""
    with write():
        UserSession.update(proved_at=at).where(UserSession.token_hash == hash_token(user.session_token)).execute()


def end_session(token: str) -> None:
    """Forget this session; an unknown or empty token ends nothing. Only inside `write()`."""
    UserSession.delete().where(UserSession.token_hash == hash_token(token)).execute()


def end_sessions(user: User, *, but: str = "") -> int:
    """End all of a person's sessions, or all but the one with this token; returns how many."""
    return UserSession.delete().where(UserSession.user == user.id, UserSession.token_hash != hash_token(but)).execute()


def forget_idle_sessions(at: datetime, config: Config) -> int:
    """Delete sessions that have been idle beyond anybody's limit; returns how many. For the minute job."""
    longest = timedelta(minutes=max(config.idle_minutes, config.applicant_idle_minutes))
    return UserSession.delete().where(UserSession.seen_at < at - longest).execute()


def _touch(session: UserSession, at: datetime) -> None:
    """Remember that the session is alive. A database too busy or too full for that may still be read."""
    if at - session.seen_at < TOUCH_EVERY:
        return
    with suppress(OperationalError), bookkeeping():
        UserSession.update(seen_at=at).where(UserSession.token_hash == session.token_hash).execute()
