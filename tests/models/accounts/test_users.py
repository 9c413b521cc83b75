"""Accounts as rows."""

from datetime import timedelta

import pytest

from pst.models.accounts.users import MailedToken, User, UserSession
from pst.models.base import write
from pst.rules.roles import Role
from tests import factories


def test_an_account_wears_several_hats_and_they_come_back_as_roles(db, at):
    user = factories.a_user("dua@contoh.test", "Dua Topi", Role.HEAD, Role.OFFICER)

    stored = User.select(User.roles).where(User.id == user.id).tuples().get()[0]
    assert stored == frozenset({Role.HEAD, Role.OFFICER})
    assert (user.is_staff, user.has(Role.HEAD), user.has(Role.ADMIN, Role.APPLICANT)) == (True, True, False)


@pytest.mark.parametrize("typed", ["pemohon@contoh.test", " PEMOHON@Contoh.Test "])
def test_a_mailbox_is_found_however_it_is_typed(db, typed):
    assert User.by_email(typed) == factories.an_applicant()
    assert User.by_email("siapa@contoh.test") is None


def test_only_open_accounts_with_a_confirmed_mailbox_may_sign_in(db):
    user = factories.an_applicant()
    assert user.is_active

    user.confirmed_at = None
    assert not user.is_active
    user.confirmed_at, user.active = factories.WHEN, False
    assert not user.is_active


def test_officers_are_listed_by_name_without_those_who_left(db):
    with write():
        User.update(active=False).where(User.email == "petugas@contoh.test").execute()

    assert [officer.name for officer in User.officers()] == ["Bayu Petugas"]


def test_a_living_session_brings_its_owner(db, at):
    owner = factories.an_applicant()
    with write():
        UserSession.create(token_hash="abc", user=owner, created_at=at, seen_at=at)

    session = UserSession.living("abc")

    assert (session.user, session.user.roles, session.seen_at) == (owner, owner.roles, at)
    assert UserSession.living("abd") is None


def test_a_mailed_token_is_usable_for_its_purpose_until_used_or_expired(db, at):
    with write():
        token = MailedToken.create(token_hash="abc", purpose="confirm", expires_at=at)
    before = at - timedelta(seconds=1)

    assert MailedToken.usable("abc", "confirm", before) == token
    assert MailedToken.usable("abc", "password", before) is None
    assert MailedToken.usable("abc", "confirm", at) is None
    token.used_at = before
    with write():
        token.save()
    assert MailedToken.usable("abc", "confirm", before) is None
