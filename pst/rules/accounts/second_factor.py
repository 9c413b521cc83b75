"""A second factor beside the password: who needs one from when, and how long a proof of being the person holds."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from pst.rules.roles import Role

PROOF_LASTS = timedelta(minutes=10)
"""Signing, changing rights, opening identities and copying everything want a proof no older than this."""
STEP_SECONDS = 30
"""Of RFC 6238; a code is taken from the step before to the step after, because clocks differ."""
RECOVERY_CODES = 10
CODE_GROUPS, CODE_SIZE = 3, 4
"""A recovery code: 59 random bits, each good once."""
LEADING = frozenset({Role.HEAD, Role.ADMIN})


def is_fresh(proved_at: datetime | None, at: datetime) -> bool:
    """Has the owner of the session shown lately to be the person?"""
    return proved_at is not None and at - proved_at <= PROOF_LASTS


def is_due(roles: Collection[Role], leading_from: date | None, officers_from: date | None, today: date) -> bool:
    """Must somebody with these roles have a second factor today?

    Heads and administrators always, unless the office gave them until a day; officers from the day it says.
    """
    starts: list[date | None] = [leading_from or date.min] if LEADING & set(roles) else []
    starts += [officers_from] if Role.OFFICER in roles else []
    return any(start is not None and start <= today for start in starts)


def step_of(at: datetime) -> int:
    """The step that a moment (naive UTC) lies in."""
    return int((at - datetime(1970, 1, 1)).total_seconds()) // STEP_SECONDS
