"""What a password must be: long enough, and not one that everybody has (NIST SP 800-63B, 3.1.1)."""

import re
import unicodedata

from pst.rules.accounts.common_passwords import COMMON
from pst.rules.refusals import Refusal

JOINTS = re.compile(r"[\s._-]+")
"""What people put between words: "bps-mempawah 2026" is guessed as soon as without them."""
MIN_LENGTH = 10
OWN_LETTERS = 4
"""Letters that a password must have beside names that everybody knows."""
MAX_LENGTH = 200
"""Long sentences are welcome; beyond this, hashing would keep the server busy."""


class PasswordRefused(Refusal):
    """The password cannot be taken; the message says why and what would do, in Indonesian."""

    field = "password"


def words_of(*texts: str) -> frozenset[str]:
    """What these texts are made of: of an office and a person, what a guesser tries first (ASVS 5.0, 6.2.11)."""
    return frozenset(word for text in texts for word in re.findall(r"\w{3,}", text.casefold()))


def check_password(password: str, known: frozenset[str] = frozenset()) -> None:
    """Refuse what is too short, too long, or among the first that anybody would try; `known` are words of the place."""
    length = len(unicodedata.normalize("NFC", password))
    if length < MIN_LENGTH:
        raise PasswordRefused(
            f"Kata sandi paling sedikit {MIN_LENGTH} karakter; beberapa kata yang mudah diingat sudah cukup."
        )
    if length > MAX_LENGTH:
        raise PasswordRefused(f"Kata sandi paling banyak {MAX_LENGTH} karakter.")
    plain = password.strip().casefold()
    if plain in COMMON or JOINTS.sub("", plain) in COMMON:
        raise PasswordRefused(
            "Kata sandi ini termasuk yang paling sering dipakai orang, jadi mudah ditebak. Pilih yang lain."
        )
    if known and _beside(plain, known) < OWN_LETTERS:
        raise PasswordRefused(
            "Kata sandi ini hanya berisi nama Anda, nama kantor, atau angka, jadi mudah ditebak. Tambahkan kata lain."
        )


def _beside(password: str, known: frozenset[str]) -> int:
    """How many letters are no part of the words that everybody knows."""
    for word in sorted(known, key=len, reverse=True):
        password = password.replace(word, " ")
    return sum(sign.isalpha() for sign in password)
