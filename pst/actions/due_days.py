"""One's own last days in a calendar program, which asks for them by an address that nobody can guess."""

from datetime import datetime

from pst.actions import audit
from pst.actions.accounts.sessions import hash_token, new_token
from pst.models.accounts.users import User
from pst.models.base import write
from pst.rules.roles import Role


def subscribe(user: User, at: datetime) -> str:
    """A new secret for the address; the one before opens nothing any more."""
    token = new_token()
    _keep(user, hash_token(token), at)
    return token


def unsubscribe(user: User, at: datetime) -> None:
    """The address opens nothing any more."""
    _keep(user, "", at)


def subscriber(token: str) -> User | None:
    """Whose address this is, as long as that person works here."""
    user = User.get_or_none(User.calendar_hash == hash_token(token))
    return user if user and user.is_active and user.has(Role.OFFICER, Role.HEAD) else None


def is_subscribed(user: User) -> bool:
    return bool(User.select().where(User.id == user.id, User.calendar_hash != "").exists())


def _keep(user: User, hashed: str, at: datetime) -> None:
    with write():
        User.update(calendar_hash=hashed).where(User.id == user.id).execute()
        audit.record("account", str(user.id), "change_data", user, at, facts={"calendar": bool(hashed)})
