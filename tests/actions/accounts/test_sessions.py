"""Signed-in devices."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from pst.actions.accounts import sessions
from pst.models.accounts.users import User, UserSession
from pst.models.base import write
from tests import factories

MINUTE = timedelta(minutes=1)


def a_session(name: str, at, device: str = "Chrome di Windows") -> str:
    with write():
        return sessions.open_session(factories.user(name), device, at)


def test_the_cookies_secret_leads_to_its_owner_and_is_not_in_the_table(db, at, config):
    token = a_session("pemohon", at)

    user = sessions.session_user(token, at, config)

    assert (user.email, user.get_id()) == ("pemohon@contoh.test", token)
    row = UserSession.get()
    assert (row.token_hash, row.device, row.created_at) == (sessions.hash_token(token), "Chrome di Windows", at)
    assert token not in row.token_hash


@pytest.mark.parametrize(("name", "hours"), [("petugas", 12), ("admin", 12), ("pemohon", 72)])
def test_a_session_ends_after_its_hours_however_busy(db, at, config, name, hours):
    token = a_session(name, at)
    UserSession.update(seen_at=at + timedelta(hours=hours)).execute()

    assert sessions.session_user(token, at + timedelta(hours=hours), config) is not None
    assert sessions.session_user(token, at + timedelta(hours=hours, minutes=1), config) is None


@pytest.mark.parametrize(("name", "minutes"), [("petugas", 30), ("kepala", 30), ("pemohon", 240)])
def test_a_session_ends_after_the_pause_its_owner_may_make(db, at, config, name, minutes):
    token = a_session(name, at)

    assert sessions.session_user(token, at + minutes * MINUTE + MINUTE, config) is None
    assert sessions.session_user(token, at + minutes * MINUTE, config) is not None


def test_every_click_prolongs_the_session_but_writes_at_most_once_a_minute(db, at, config):
    token = a_session("petugas", at)

    seen = []
    for seconds in (30, 59, 60, 90, 29 * 60):
        sessions.session_user(token, at + timedelta(seconds=seconds), config)
        seen.append(UserSession.get().seen_at - at)

    assert seen == [timedelta(0), timedelta(0), MINUTE, MINUTE, 29 * MINUTE]


def test_a_page_that_renews_itself_keeps_nobody_signed_in(db, at, config):
    token = a_session("petugas", at)

    for minutes in range(5, 31, 5):
        assert sessions.session_user(token, at + minutes * MINUTE, config, touch=False) is not None

    assert sessions.session_user(token, at + 31 * MINUTE, config, touch=False) is None


def test_unknown_empty_and_ended_tokens_lead_nowhere(db, at, config):
    token = a_session("pemohon", at)
    with write():
        sessions.end_session(token)

    assert [sessions.session_user(word, at, config) for word in ("", "abc", token)] == [None, None, None]


def test_a_closed_account_is_out_at_once(db, at, config):
    token = a_session("pemohon", at)

    User.update(active=False).where(User.email == "pemohon@contoh.test").execute()

    assert sessions.session_user(token, at, config) is None


def test_ending_all_sessions_but_one_leaves_other_people_alone(db, at, config):
    kept, ended, others = a_session("pemohon", at), a_session("pemohon", at), a_session("petugas", at)

    with write():
        count = sessions.end_sessions(factories.user("pemohon"), but=kept)

    living = [bool(sessions.session_user(token, at, config)) for token in (kept, ended, others)]
    assert (count, living) == (1, [True, False, True])


def test_a_page_can_be_read_while_the_database_cannot_be_written(db, at, config):
    token = a_session("petugas", at)
    db.execute_sql("PRAGMA busy_timeout = 1")

    with closing(sqlite3.connect(config.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        user = sessions.session_user(token, at + 2 * MINUTE, config)

    assert (user.email, UserSession.get().seen_at) == ("petugas@contoh.test", at)


def test_idle_sessions_are_swept_away_and_living_ones_stay(db, at, config):
    a_session("petugas", at - timedelta(minutes=241))
    living = a_session("pemohon", at - timedelta(minutes=239))

    with write():
        count = sessions.forget_idle_sessions(at, config)

    assert (count, UserSession.get().token_hash) == (1, sessions.hash_token(living))
