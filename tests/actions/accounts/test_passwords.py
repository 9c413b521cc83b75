"""Passwords as they are kept."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from pst.actions.accounts import passwords
from pst.actions.accounts.passwords import hash_password, is_outdated, is_password

REAL = passwords.hasher


@pytest.fixture(autouse=True)
def at_the_real_cost(monkeypatch):
    monkeypatch.setattr(passwords, "hasher", REAL)


def test_only_the_password_itself_opens_and_no_two_hashes_are_alike():
    first, second = hash_password("kuda hijau makan"), hash_password("kuda hijau makan")

    assert first != second
    assert is_password(first, "kuda hijau makan")
    assert not is_password(first, "kuda hijau makan ")
    assert not is_password(first, "Kuda hijau makan")


def test_the_same_letters_open_whatever_keyboard_composed_them():
    assert is_password(hash_password("caf\u00e9-pontianak"), "cafe\u0301-pontianak")


def test_nobody_has_no_password():
    assert not is_password("", "")
    assert not is_password("", "tidak seorang pun")
    assert not is_password("bukan hash", "apa saja")


def test_hashes_of_another_cost_are_to_be_renewed():
    cheap = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$Kc3w0Bv1pZ7dJbQ1jJY2lA"

    assert is_outdated(cheap)
    assert not is_outdated(hash_password("kuda hijau makan"))
    assert hash_password("x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_many_at_the_door_at_once_are_all_told_right():
    kept = hash_password("kuda hijau makan")
    tried = ["kuda hijau makan", "kuda hijau"] * 4

    with ThreadPoolExecutor(8) as doors:
        answers = list(doors.map(lambda password: is_password(kept, password), tried))

    assert answers == [True, False] * 4
