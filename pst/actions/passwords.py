"""Passwords as they are kept: Argon2id, with the cost the OWASP cheat sheet recommends for a small server."""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_password(password: str) -> str:
    """The salted hash that is stored; the same letters give the same hash whatever keyboard composed them."""
    return _HASHER.hash(_composed(password))


def is_password(kept: str, password: str) -> bool:
    """Whether this password made the kept hash. Without one ("") it takes as long, and is never so."""
    try:
        return _HASHER.verify(kept or _nobodys(), _composed(password)) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(kept: str) -> bool:
    """Hashed at an older cost: hash it anew while the password is at hand."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash("tidak seorang pun")


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)
