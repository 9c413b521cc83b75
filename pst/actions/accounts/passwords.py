"""Passwords as they are kept: Argon2id, with the cost the OWASP cheat sheet recommends for a small server."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from pst.models.office.settings import the_office
from pst.rules.accounts.passwords import check_password, words_of

hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)

_ONE_AT_A_TIME = ThreadPoolExecutor(1, "passwords")
"""Each hash takes 19 MiB, which the thread that made it keeps: eight threads would hold 150 MB for ever (measured)."""


def refuse_weak(password: str, name: str, email: str) -> None:
    """Refuse what anybody would try first who knows this person and the office. Raises `PasswordRefused`."""
    office = the_office()
    check_password(password, words_of(office.office_name, office.office_short, office.office_code, name, email))


def hash_password(password: str) -> str:
    """The salted hash that is stored; the same letters give the same hash whatever keyboard composed them."""
    return _ONE_AT_A_TIME.submit(hasher.hash, _composed(password)).result()


def is_password(hashed: str, password: str) -> bool:
    """Whether this password made the kept hash. Without one ("") it takes as long, and is never so."""
    try:
        right = _ONE_AT_A_TIME.submit(hasher.verify, hashed or _nobodys(), _composed(password)).result()
        return right and bool(hashed)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(hashed: str) -> bool:
    """Hashed at an older cost: hash it anew while the password is at hand."""
    return hasher.check_needs_rehash(hashed)


@cache
def _nobodys() -> str:
    return hash_password("tidak seorang pun")


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)
