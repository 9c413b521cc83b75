"""Counting tries in the database."""

from datetime import timedelta

import pytest

from pst.actions import attempts
from pst.models.accounts.users import Attempt
from pst.models.base import write
from pst.rules.accounts.lockout import Patience

TWICE = Patience(free=2)
MINUTE = timedelta(minutes=1)


def try_at(at, who="ratna@contoh.test"):
    with write():
        return attempts.count_try("sign_in", who, TWICE, at)


def test_after_the_free_tries_each_must_wait_longer(db, at):
    assert [try_at(at), try_at(at)] == [1, 2]

    with pytest.raises(attempts.TooManyTries) as first:
        try_at(at + timedelta(seconds=59))
    assert first.value.until == at + MINUTE

    assert try_at(at + MINUTE) == 3
    with pytest.raises(attempts.TooManyTries) as second:
        try_at(at + 2 * MINUTE)
    assert second.value.until == at + 3 * MINUTE


def test_of_two_who_come_together_the_earlier_is_heard_though_the_later_was_counted_first(db, at):
    assert try_at(at + timedelta(milliseconds=20)) == 1

    assert try_at(at) == 2
    with pytest.raises(attempts.TooManyTries) as third:
        try_at(at + timedelta(seconds=1))
    assert third.value.until == at + timedelta(milliseconds=20) + MINUTE


def test_a_try_that_is_not_heard_is_not_counted(db, at):
    try_at(at), try_at(at)

    for _ in range(5):
        with write():
            assert not attempts.is_heard("sign_in", "ratna@contoh.test", TWICE, at)

    assert Attempt.get().count == 2


def test_purposes_and_people_are_counted_apart_whatever_the_spelling(db, at):
    try_at(at, "Ratna@Contoh.test ")
    try_at(at)
    with write():
        other = attempts.count_try("mail", "ratna@contoh.test", TWICE, at)

    assert (other, try_at(at, "joko@contoh.test")) == (1, 1)
    with pytest.raises(attempts.TooManyTries):
        try_at(at)


def test_the_right_person_is_forgiven_and_a_day_forgets(db, at):
    try_at(at), try_at(at)
    with write():
        attempts.forgive("sign_in", "ratna@contoh.test")
    assert try_at(at) == 1

    try_at(at)
    assert try_at(at + timedelta(days=1)) == 1


def test_a_success_takes_back_only_its_own_try(db, at):
    try_at(at), try_at(at)

    with write():
        attempts.take_back("sign_in", "ratna@contoh.test")

    assert Attempt.get().count == 1


def test_the_table_is_no_list_of_people(db, at):
    try_at(at)

    assert "ratna" not in Attempt.get().who
