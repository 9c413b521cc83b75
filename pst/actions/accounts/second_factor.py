"""The second factor: codes of an authenticator (RFC 6238), and printed codes for the day it is lost."""

import hmac
from collections.abc import Callable
from datetime import datetime

import pyotp

from pst.actions import attempts, emails
from pst.actions.accounts import links
from pst.actions.accounts.security_log import note, other_name, record_deed
from pst.actions.accounts.sessions import end_sessions
from pst.actions.vault import Vault
from pst.clock import local
from pst.models.accounts.users import Passkey, RecoveryCode, User
from pst.models.base import database, write
from pst.rules import numbering, wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import BY_ACCOUNT, BY_STRANGERS
from pst.rules.accounts.second_factor import CODE_GROUPS, CODE_SIZE, RECOVERY_CODES, step_of
from pst.rules.refusals import Refusal

ISSUER = "PST Mempawah"
REASON_LENGTH = 10


class CodeRefused(Refusal):
    """The code is not the one of now; the message says what would do."""

    def __init__(self) -> None:
        super().__init__(
            "Kode itu tidak cocok, sudah dipakai, atau sudah lewat waktunya. Tunggu kode berikutnya di ponsel Anda.",
            "code",
        )


class FactorRefused(Refusal):
    """The second factor stays as it is; the message says why."""


def new_secret() -> str:
    """A secret that an authenticator takes: 160 random bits in base32."""
    return pyotp.random_base32()


def address_of(secret: str, user: User) -> str:
    """What the QR code says to the authenticator."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.email, issuer_name=ISSUER)


def turn_on(user: User, secret: str, code: str, vault: Vault, at: datetime) -> list[str]:
    """From now on a code is asked at the door; returns the recovery codes, which nobody can read again.

    Other devices are signed out. Raises `CodeRefused`, `TooManyTries`.
    """
    with write():
        attempts.count_try("new_factor", str(user.id), BY_ACCOUNT, at)
    step = _step_shown(secret, code, 0, at)
    if step is None:
        raise CodeRefused
    with write():
        attempts.forgive("new_factor", str(user.id))
        _keep(user, vault.seal({"secret": secret}), step)
        end_sessions(user, but=user.session_token)
        tell(user, user, "turn_on_factor", at)
        return new_codes(user)


def renew_codes(user: User, at: datetime) -> list[str]:
    """Ten new recovery codes in place of those that were left."""
    with write():
        if not User.get_by_id(user.id).has_factor:
            raise FactorRefused("Faktor kedua belum dinyalakan.")
        tell(user, user, "renew_codes", at)
        return new_codes(user)


def turn_off(user: User, at: datetime) -> None:
    """No code of the authenticator is asked any more; without a passkey the password alone is enough again."""
    with write():
        _keep(user, "", 0)
        drop_idle_codes(user)
        tell(user, user, "turn_off_factor", at)


def reset(user: User, actor: User | None, why: str, at: datetime) -> None:
    """Take a lost second factor off somebody else's account; its owner is told by whom and why.

    The person's devices are signed out. `actor` is None on the console. Raises `FactorRefused`.
    """
    if actor is not None and actor.id == user.id:
        raise FactorRefused("Faktor kedua Anda sendiri hanya dapat diatur ulang oleh administrator lain.")
    if len(why.split()) < 2 or len(why.strip()) < REASON_LENGTH:
        raise FactorRefused("Tuliskan alasan yang jelas; pemilik akun akan membacanya.")
    with write():
        if not User.get_by_id(user.id).has_factor:
            raise FactorRefused("Akun ini tidak memakai faktor kedua.")
        _keep(user, "", 0)
        Passkey.delete().where(Passkey.user == user.id).execute()
        drop_idle_codes(user)
        links.void_links(user)
        end_sessions(user)
        tell(user, actor, "reset_factor", at, why.strip())


def prove_code(user: User, code: str, vault: Vault, asker: Asker, at: datetime) -> None:
    """The code of now, or one of the printed ones, which is used up. Raises `CodeRefused`, `TooManyTries`."""

    def is_right() -> bool:
        return _use_step(user, code, vault, at) or _use_recovery_code(user, code, at)

    if not is_shown(user, is_right, asker, at):
        raise CodeRefused


def is_shown(user: User, is_right: Callable[[], bool], asker: Asker, at: datetime) -> bool:
    """Is the second factor shown now? Tries of every kind are counted together. Raises `TooManyTries`."""
    with write():
        attempts.count_at_door("code", user.email, user.id, asker, BY_ACCOUNT, BY_STRANGERS, at)
    with write():
        if right := is_right():
            attempts.forgive_at_door("code", user.email, user.id, asker)
        else:
            note("wrong_code", user, at)
    return right


def reseal_all(vault: Vault) -> int:
    """Seal every secret with the first key; returns how many. Raises `Unreadable`, and then nothing changed."""
    with write():
        rows = list(User.select(User.id, User.second_factor).where(User.second_factor != ""))
        for row in rows:
            User.update(second_factor=vault.renew(row.second_factor)).where(User.id == row.id).execute()
    return len(rows)


def _use_step(user: User, code: str, vault: Vault, at: datetime) -> bool:
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdecimal()):
        return False
    row = User.get_by_id(user.id)
    if not row.second_factor:
        return False
    step = _step_shown(vault.open(row.second_factor)["secret"], typed, row.second_factor_step, at)
    if step is not None:
        User.update(second_factor_step=step).where(User.id == user.id).execute()
    return step is not None


def _step_shown(secret: str, code: str, used: int, at: datetime) -> int | None:
    """The step whose code this is, if it lies around now and after the last one that was used."""
    now, authenticator, typed = step_of(at), pyotp.TOTP(secret), "".join(code.split())
    for step in (now, now - 1, now + 1):
        if step > used and hmac.compare_digest(authenticator.generate_otp(step).encode(), typed.encode()):
            return step
    return None


def _use_recovery_code(user: User, code: str, at: datetime) -> bool:
    clean = numbering.clean_code(code, CODE_GROUPS, CODE_SIZE)
    if clean is None:
        return False
    good = (RecoveryCode.user == user.id, RecoveryCode.code_hash == numbering.hash_code(clean))
    used = RecoveryCode.update(used_at=at).where(*good, RecoveryCode.used_at.is_null()).execute()
    if used:
        tell(user, user, "use_recovery_code", at)
    return bool(used)


def new_codes(user: User) -> list[str]:
    """Recovery codes in place of those there were. Only inside `write()`."""
    assert database.in_transaction()
    codes = [numbering.new_code(CODE_GROUPS, CODE_SIZE) for _ in range(RECOVERY_CODES)]
    RecoveryCode.delete().where(RecoveryCode.user == user.id).execute()
    RecoveryCode.insert_many([{"user": user.id, "code_hash": numbering.hash_code(code)} for code in codes]).execute()
    return codes


def drop_idle_codes(user: User) -> None:
    """Without any second factor there is nothing that a recovery code could stand in for."""
    if not User.get_by_id(user.id).has_factor:
        RecoveryCode.delete().where(RecoveryCode.user == user.id).execute()


def _keep(user: User, sealed: str, step: int) -> None:
    User.update(second_factor=sealed, second_factor_step=step).where(User.id == user.id).execute()
    user.second_factor, user.second_factor_step = sealed, step


def tell(user: User, actor: User | None, verb: str, at: datetime, why: str = "") -> None:
    """Record what became of the second factor, and tell its owner, who may not have been the one."""
    record_deed(user, verb, actor, at, "second_factor", why=why)
    when = wording.long_moment(local(at))
    facts = {"name": user.name, "what": verb, "who": other_name(user, actor), "why": why, "when": when}
    emails.queue("second_factor", user.email, facts, at)
