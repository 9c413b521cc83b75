"""Counting tries at what can be guessed or flooded, in the database, so that a restart forgets nothing."""

import hashlib
from datetime import datetime, timedelta

from pst.clock import local
from pst.models.accounts.users import Attempt
from pst.models.base import database
from pst.rules import wording
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.lockout import Patience
from pst.rules.refusals import Refusal


class TooManyTries(Refusal):
    """Not heard now; `until` (naive UTC) is when the next try is, told rounded up to the minute that clocks show."""

    def __init__(self, until: datetime):
        minute = wording.clock_time(local(until) + timedelta(seconds=59))
        super().__init__(f"Terlalu banyak percobaan. Demi keamanan akun, coba lagi mulai pukul {minute}.")
        self.until = until


def count_try(purpose: str, who: str, patience: Patience, at: datetime) -> int:
    """Count a try before its outcome is known, so that many at once cannot slip through together.

    Returns how many there are now; raises `TooManyTries`, uncounted. Only inside `write()`. What turns
    out well is taken back with `forgive` or `take_back`.
    """
    assert database.in_transaction()
    counted = Attempt.get_or_none(Attempt.purpose == purpose, Attempt.who == _known_as(who))
    if counted is None:
        Attempt.create(purpose=purpose, who=_known_as(who), count=1, last_at=at)
        return 1
    if at - counted.last_at >= patience.forgotten_after:
        counted.count = 0
    until = patience.open_again(counted.count, counted.last_at)
    if patience.wait(counted.count) and at < until:  # a try made a moment earlier may be counted a moment later
        raise TooManyTries(until)
    counted.count, counted.last_at = counted.count + 1, max(at, counted.last_at)
    counted.save()
    return counted.count


def count_at_door(
    purpose: str, email: str, account: int | None, asker: Asker, each: Patience, everybody: Patience, at: datetime
) -> int:
    """Count a try at somebody's account: a device that the account knows by itself, so that the failures of strangers
    never shut it out; all others by mailbox and address, and together. Raises and returns as `count_try`.
    """
    if not asker.is_known_to(account):
        count_try(f"{purpose}_all", email, everybody, at)
    return count_try(purpose, _at_door(email, account, asker), each, at)


def forgive_at_door(purpose: str, email: str, account: int | None, asker: Asker) -> None:
    """This was the right person: the asker's tries are forgotten, of the strangers' the last was none."""
    forgive(purpose, _at_door(email, account, asker))
    if not asker.is_known_to(account):
        take_back(f"{purpose}_all", email)


def _at_door(email: str, account: int | None, asker: Asker) -> str:
    return f"{account} {asker.known_as}" if asker.is_known_to(account) else f"{email.strip()} {asker.address}"


def is_heard(purpose: str, who: str, patience: Patience, at: datetime) -> bool:
    """Count a try and say whether it is heard; for answers that must look alike either way."""
    try:
        count_try(purpose, who, patience, at)
    except TooManyTries:
        return False
    return True


def forgive(purpose: str, who: str) -> None:
    """Forget all tries: this was the right person."""
    Attempt.delete().where(Attempt.purpose == purpose, Attempt.who == _known_as(who)).execute()


def take_back(purpose: str, who: str) -> None:
    """The last try was no failure; the earlier ones still count."""
    Attempt.update(count=Attempt.count - 1).where(
        Attempt.purpose == purpose, Attempt.who == _known_as(who), Attempt.count > 0
    ).execute()


def _known_as(who: str) -> str:
    """Mailboxes and addresses are counted under a hash: the table is no list of people."""
    return hashlib.blake2b(who.strip().lower().encode(), digest_size=16).hexdigest()
