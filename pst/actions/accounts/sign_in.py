"""Signing in and out, and what a person does with the own account."""

from datetime import date, datetime

from pst.actions import attempts, audit, emails
from pst.actions.accounts.passwords import hash_password, is_outdated, is_password, refuse_weak
from pst.actions.accounts.registration import find_or_propose, note_password_change
from pst.actions.accounts.security_log import note, note_sign_in, record_deed
from pst.actions.accounts.sessions import end_session, end_sessions, open_session
from pst.clock import local
from pst.models.accounts.users import User, UserSession
from pst.models.base import write
from pst.rules import wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import BY_ACCOUNT, BY_ADDRESS, BY_STRANGERS, ONCE_A_DAY
from pst.rules.handovers import MAIL_CHOICES
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.refusals import Refusal

WRONG = "Alamat surel atau kata sandi tidak cocok, atau alamat surel itu belum dikonfirmasi."
CLOSED = "Akun ini sudah ditutup. Hubungi administrator kantor bila Anda masih memerlukannya."


class SignInRefused(Refusal):
    """Not let in; the message says as much as a stranger may know."""


def recognise(email: str, password: str, asker: Asker, at: datetime) -> User:
    """Who knocks with this password; with a second factor that is not yet enough to `enter`.

    Takes as long for an unknown mailbox as for a wrong password. Raises `SignInRefused`, `TooManyTries`.
    """
    user = User.by_email(email)
    try:
        tries = _count(email, user, asker, at)
    except attempts.TooManyTries:
        note("shut", user, at)
        raise
    right = is_password(user.password_hash if user else "", password)
    if user is None or not right or user.confirmed_at is None:
        _note_failure(user, tries, asker, at)
        raise SignInRefused(WRONG)
    if not user.active:
        note("closed", user, at)
        raise SignInRefused(CLOSED)
    with write():
        attempts.forgive_at_door("sign_in", email, user.id, asker)
        if not asker.is_known_to(user.id):
            attempts.take_back("sign_in_address", asker.address)
        if is_outdated(user.password_hash):
            user.password_hash = hash_password(password)
            user.save(only=[User.password_hash])
    return user


def enter(user: User, asker: Asker, old_token: str, at: datetime) -> None:
    """Let a person in who was recognised: a fresh session on this device, in place of the one its cookie had."""
    with write():
        user.signed_in_at = at
        user.save(only=[User.signed_in_at])
        end_session(old_token)
        note_sign_in(user, at)
        open_session(user, asker.device, at)


def sign_out(user: User, at: datetime) -> None:
    """End the session this person is using."""
    with write():
        end_session(user.session_token)
        note("sign_out", user, at)


def read_notice(user: User, at: datetime) -> None:
    """This person has read the privacy notice as it stands; earlier versions stay in the history."""
    with write():
        User.update(notice_version=NOTICE_VERSION, notice_at=at).where(User.id == user.id).execute()
        audit.record("account", str(user.id), "read_notice", user, at, facts={"privacy": NOTICE_VERSION})


def choose_mail(user: User, choice: str, at: datetime) -> None:
    """How this person of the office hears by mail of work handed over."""
    assert choice in MAIL_CHOICES
    with write():
        User.update(told_by=choice).where(User.id == user.id).execute()
        audit.record("account", str(user.id), "change_data", user, at, facts={"told_by": choice})


def be_away(user: User, until: date | None, stand_in_id: int | None, at: datetime) -> None:
    """Be away up to this day, with an officer who stands in; without a day, be back. Raises `Refusal`."""
    if until and until < local(at).date():
        raise Refusal("Hari itu sudah lewat.", "away_until")
    stand_in = next((person for person in User.officers() if person.id == stand_in_id != user.id), None)
    if until and stand_in is None:
        raise Refusal("Pilih rekan yang menggantikan.", "stand_in")
    now = {"away_until": until, "stand_in": stand_in if until else None}
    with write():
        User.update(now).where(User.id == user.id).execute()
        said = f"sampai {wording.long_date(until)}, digantikan {stand_in.name}" if until and stand_in else "kembali"
        audit.record("account", str(user.id), "change_data", user, at, facts={"away": said})


def change_password(user: User, old: str, new: str, device: str, at: datetime) -> None:
    """Set a new password, knowing the old one: all devices are signed out, this one gets a fresh session.

    Raises `SignInRefused` for a wrong old password, `TooManyTries`, `PasswordRefused`.
    """
    refuse_weak(new, user.name, user.email)
    prove(user, old, at, "old")
    hashed = hash_password(new)
    with write():
        user.password_hash = hashed
        user.save(only=[User.password_hash])
        end_sessions(user)
        open_session(user, device, at)
        note_password_change(user, user, at)


def prove(user: User, password: str, at: datetime, field: str = "password", where: str = "own_password") -> None:
    """Is it the owner? Raises `SignInRefused` at `field`, `TooManyTries`.

    Counted apart from the door and, by `where`, from other places: nobody without the session can shut its owner out
    of what it opens.
    """
    with write():
        attempts.count_try(where, str(user.id), BY_ACCOUNT, at)
    if not is_password(user.password_hash, password):
        note("wrong_password", user, at)
        raise SignInRefused("Kata sandi Anda yang sekarang tidak cocok.", field)
    with write():
        attempts.forgive(where, str(user.id))


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


def sign_out_device(user: User, token_hash: str, at: datetime) -> bool:
    """End one of the person's sessions; whether there was one."""
    with write():
        ended = UserSession.delete().where(UserSession.user == user.id, UserSession.token_hash == token_hash).execute()
        if ended:
            note("device_out", user, at)
    return bool(ended)


def sign_out_others(user: User, at: datetime) -> int:
    """End all sessions but the one this person is using now; returns how many."""
    with write():
        note("device_out", user, at)
        return end_sessions(user, but=user.session_token)


def _count(email: str, user: User | None, asker: Asker, at: datetime) -> int:
    account = user.id if user else None
    with write():
        if not asker.is_known_to(account):
            attempts.count_try("sign_in_address", asker.address, BY_ADDRESS, at)
        return attempts.count_at_door("sign_in", email, account, asker, BY_ACCOUNT, BY_STRANGERS, at)


def _note_failure(user: User | None, tries: int, asker: Asker, at: datetime) -> None:
    """Log it. From some try on whoever tried must wait: remember that, and tell the account's owner, once a day."""
    note("wrong_password", user, at)
    if user is None or tries != BY_ACCOUNT.free:
        return
    with write():
        if attempts.is_heard("told_failures", str(user.id), ONCE_A_DAY, at):
            record_deed(user, "lock", None, at, facts={"tries": tries})
            facts = {"name": user.name, "tries": tries, "device": asker.device, "when": wording.long_moment(local(at))}
            emails.queue("failed_sign_ins", user.email, facts, at)
