"""Signing in and out, and what a person does with the own account."""

from datetime import datetime

from pst.actions import attempts, audit
from pst.actions.accounts.passwords import hash_password, is_outdated, is_password
from pst.actions.accounts.registration import find_or_propose, note_password_change
from pst.actions.accounts.sessions import end_session, end_sessions, open_session
from pst.models.accounts.users import User, UserSession
from pst.models.base import write
from pst.rules.accounts.lockout import BY_ACCOUNT, BY_ADDRESS
from pst.rules.accounts.passwords import check_password
from pst.rules.refusals import Refusal

WRONG = "Alamat surel atau kata sandi tidak cocok, atau alamat surel itu belum dikonfirmasi."
CLOSED = "Akun ini sudah ditutup. Hubungi administrator kantor bila Anda masih memerlukannya."


class SignInRefused(Refusal):
    """Not let in; the message says as much as a stranger may know."""


def sign_in(email: str, password: str, device: str, address: str, old_token: str, at: datetime) -> User:
    """Let a person in: a fresh session on this device, in place of the one its cookie had.

    Takes as long for an unknown mailbox as for a wrong password. Raises `SignInRefused`, `TooManyTries`.
    """
    tries = _count(email, address, at)
    user = User.by_email(email)
    right = is_password(user.password_hash if user else "", password)
    if user is None or not right or user.confirmed_at is None:
        _note_failure(user, tries, at)
        raise SignInRefused(WRONG)
    if not user.active:
        raise SignInRefused(CLOSED)
    with write():
        attempts.forgive("sign_in", email)
        attempts.take_back("sign_in_address", address)
        if is_outdated(user.password_hash):
            user.password_hash = hash_password(password)
        user.signed_in_at = at
        user.save()
        end_session(old_token)
        open_session(user, device, at)
    return user


def sign_out(token: str) -> None:
    """End this session."""
    with write():
        end_session(token)


def change_password(user: User, old: str, new: str, device: str, at: datetime) -> None:
    """Set a new password, knowing the old one: all devices are signed out, this one gets a fresh session.

    Raises `SignInRefused` for a wrong old password, `TooManyTries`, `PasswordRefused`.
    """
    check_password(new)
    with write():
        tries = attempts.count_try("sign_in", user.email, BY_ACCOUNT, at)
    if not is_password(user.password_hash, old):
        _note_failure(user, tries, at)
        raise SignInRefused("Kata sandi lama tidak cocok.", "old")
    hashed = hash_password(new)
    with write():
        attempts.forgive("sign_in", user.email)
        user.password_hash = hashed
        user.save(only=[User.password_hash])
        end_sessions(user)
        open_session(user, device, at)
        note_password_change(user, user, at)


def change_own_data(
    user: User, name: str, position: str, phone: str, agency_id: int | None, new_agency: str, at: datetime
) -> None:
    """Change what the account says about its owner; the record keeps which, not what."""
    with write():
        agency = find_or_propose(agency_id, new_agency)
        wanted = {"name": name, "position": position, "phone": phone, "agency_id": agency.id if agency else None}
        changed = [field for field, value in wanted.items() if getattr(user, field) != value]
        if not changed:
            return
        User.update({"agency" if k == "agency_id" else k: v for k, v in wanted.items()}).where(
            User.id == user.id
        ).execute()
        audit.record("account", str(user.id), "change_data", user, at, facts={"fields": changed})


def devices(user: User) -> list[UserSession]:
    """Where this person is signed in, the most recently used first."""
    return list(UserSession.select().where(UserSession.user == user.id).order_by(UserSession.seen_at.desc()))


def sign_out_device(user: User, token_hash: str) -> bool:
    """End one of the person's sessions; whether there was one."""
    with write():
        ended = UserSession.delete().where(UserSession.user == user.id, UserSession.token_hash == token_hash).execute()
    return bool(ended)


def sign_out_others(user: User) -> int:
    """End all sessions but the one this person is using now; returns how many."""
    with write():
        return end_sessions(user, but=user.session_token)


def _count(email: str, address: str, at: datetime) -> int:
    with write():
        attempts.count_try("sign_in_address", address, BY_ADDRESS, at)
        return attempts.count_try("sign_in", email, BY_ACCOUNT, at)


def _note_failure(user: User | None, tries: int, at: datetime) -> None:
    """From this try on the account lets nobody in for a while: remember that."""
    if user is not None and tries == BY_ACCOUNT.free:
        with write():
            audit.record("account", str(user.id), "lock", None, at, facts={"tries": tries})
