"""Signing in and out, and what people do with the own account."""

from datetime import timedelta

import pytest

from pst.actions.accounts import sessions
from pst.actions.accounts import sign_in as own_account
from pst.actions.accounts.passwords import hash_password, is_password
from pst.actions.attempts import TooManyTries
from pst.models.accounts.users import User, UserSession
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.passwords import PasswordRefused
from pst.rules.refusals import Refusal
from tests import factories

NEW = "kuda hijau makan nasi"


def sign_in(at, email="pemohon@contoh.test", password=factories.PASSWORD, address="10.0.0.7", old_token="", known=()):
    asker = Asker("Firefox di Linux", address, "own" if known else "", frozenset(known))
    user = own_account.recognise(email, password, asker, at)
    own_account.enter(user, asker, old_token, at)
    return user


def fail(at, **more):
    with pytest.raises(own_account.SignInRefused) as refusal:
        sign_in(at, password="bukan sandinya", **more)
    return str(refusal.value)


def test_the_right_password_opens_a_fresh_session_in_place_of_the_old_one(db, at, config):
    first = sign_in(at).session_token

    user = sign_in(at, email=" PEMOHON@contoh.test", old_token=first)

    assert sessions.session_user(first, at, config) is None
    assert sessions.session_user(user.session_token, at, config) == user
    assert (UserSession.get().device, factories.user("pemohon").signed_in_at) == ("Firefox di Linux", at)


def test_a_stranger_learns_nothing_from_the_refusal(db, at):
    User.update(confirmed_at=None).where(User.email == "petugas@contoh.test").execute()

    said = {fail(at), fail(at, email="tidak-ada@contoh.test"), fail(at, email="petugas@contoh.test")}
    with pytest.raises(own_account.SignInRefused) as unconfirmed:
        sign_in(at, email="petugas@contoh.test")

    assert said | {str(unconfirmed.value)} == {own_account.WRONG}


def test_only_who_knows_the_password_learns_that_the_account_is_closed(db, at):
    User.update(active=False).where(User.email == "pemohon@contoh.test").execute()

    with pytest.raises(own_account.SignInRefused) as refusal:
        sign_in(at)

    assert (str(refusal.value), fail(at)) == (own_account.CLOSED, own_account.WRONG)


def test_five_failures_shut_the_account_for_a_minute_even_for_the_right_password(db, at):
    for _ in range(5):
        fail(at)

    with pytest.raises(TooManyTries) as shut:
        sign_in(at)
    assert shut.value.until == at + timedelta(minutes=1)
    assert sign_in(at + timedelta(minutes=1)).email == "pemohon@contoh.test"
    assert [(e.noun, e.verb, e.facts) for e in Event.select()] == [("account", "lock", {"tries": 5})]


def test_strangers_shut_out_neither_the_owners_device_nor_another_address_and_the_owner_is_told_once_a_day(db, at):
    owner = factories.an_applicant().id
    for _ in range(5):
        fail(at, address="10.0.0.66")

    known = sign_in(at, address="10.0.0.66", known={owner})
    elsewhere = sign_in(at, address="10.0.0.7")
    for _ in range(5):
        fail(at, address="10.0.0.67")

    assert (known.id, elsewhere.id) == (owner, owner)
    with pytest.raises(TooManyTries):
        sign_in(at, address="10.0.0.66")
    assert [(mail.kind, mail.to) for mail in Email.select()] == [("failed_sign_ins", "pemohon@contoh.test")]


def test_a_known_device_that_fails_is_shut_by_itself_and_only_for_whom_it_is_known(db, at):
    owner, other = factories.an_applicant().id, factories.user("pemohon2").id
    for _ in range(5):
        fail(at, known={owner})

    with pytest.raises(TooManyTries):
        sign_in(at, known={owner})
    assert sign_in(at, known={other})


def test_many_addresses_together_are_shut_before_they_can_guess(db, at):
    for number in range(50):
        fail(at, address=f"10.0.1.{number}")

    with pytest.raises(TooManyTries):
        sign_in(at, address="10.0.2.1")


def test_unknown_mailboxes_are_shut_alike_and_another_persons_door_stays_open(db, at):
    for _ in range(5):
        fail(at, email="tidak-ada@contoh.test")

    with pytest.raises(TooManyTries):
        sign_in(at, email="tidak-ada@contoh.test")
    assert sign_in(at)


def test_one_address_that_tries_many_accounts_is_shut_and_others_are_not(db, at):
    for number in range(60):
        fail(at, email=f"orang{number}@contoh.test", address="10.0.0.66")

    with pytest.raises(TooManyTries):
        sign_in(at, address="10.0.0.66")
    assert sign_in(at, address="10.0.0.7")


def test_a_good_sign_in_forgives_the_slips_before(db, at):
    for _ in range(4):
        fail(at)
    sign_in(at)

    assert [fail(at) for _ in range(4)] == [own_account.WRONG] * 4
    assert sign_in(at)


def test_a_hash_of_an_older_cost_is_renewed_at_sign_in(db, at, monkeypatch):
    before = factories.user("pemohon").password_hash
    monkeypatch.setattr(own_account, "is_outdated", lambda kept: kept == before)

    sign_in(at)

    after = factories.user("pemohon").password_hash
    assert after != before
    assert is_password(after, factories.PASSWORD)


def test_a_changed_password_leaves_one_fresh_session_and_tells_the_owner(db, at, config):
    elsewhere, here = sign_in(at).session_token, sign_in(at)
    old_cookie = here.session_token

    own_account.change_password(here, factories.PASSWORD, NEW, "Chrome di Windows", at)

    living = [bool(sessions.session_user(word, at, config)) for word in (elsewhere, old_cookie, here.session_token)]
    assert living == [False, False, True]
    assert is_password(factories.user("pemohon").password_hash, NEW)
    assert [mail.kind for mail in Email.select()] == ["password_changed"]
    assert Event.last().verb == "change_password"


def test_who_does_not_know_the_old_password_changes_nothing(db, at):
    user = sign_in(at)

    with pytest.raises(own_account.SignInRefused):
        own_account.change_password(user, "salah sama sekali", NEW, "", at)
    with pytest.raises(PasswordRefused):
        own_account.change_password(user, factories.PASSWORD, "password123", "", at)

    assert is_password(factories.user("pemohon").password_hash, factories.PASSWORD)


def test_own_data_changes_are_recorded_by_field_not_by_value(db, at):
    social = Agency.get(Agency.name.startswith("Dinas Sosial"))

    own_account.change_own_data(
        factories.user("pemohon"), "Ratna Sari", "Kepala Bidang", "0812 000 111", social.id, "", at
    )

    ratna = factories.user("pemohon")
    assert (ratna.name, ratna.position, ratna.phone, ratna.agency_id) == (
        "Ratna Sari",
        "Kepala Bidang",
        "0812 000 111",
        social.id,
    )
    assert Event.last().facts == {"fields": ["name", "position", "phone", "agency_id"]}


def test_saving_own_data_unchanged_leaves_no_trace(db, at):
    ratna = factories.user("pemohon")

    own_account.change_own_data(ratna, ratna.name, ratna.position, ratna.phone, ratna.agency_id, "", at)

    assert Event.select().count() == 0


def test_a_person_ends_own_sessions_and_nobody_elses(db, at, config):
    mine, other, joko = sign_in(at), sign_in(at).session_token, sign_in(at, email="pemohon2@contoh.test")

    assert [row.user_id for row in own_account.devices(mine)] == [mine.id, mine.id]
    assert not own_account.sign_out_device(mine, sessions.hash_token(joko.session_token), at)
    assert own_account.sign_out_device(mine, sessions.hash_token(other), at)
    sign_in(at)
    assert own_account.sign_out_others(mine, at) == 1

    assert sessions.session_user(joko.session_token, at, config)
    assert sessions.session_user(mine.session_token, at, config)


def test_signing_out_ends_this_session(db, at, config):
    user = sign_in(at)

    own_account.sign_out(user, at)

    assert sessions.session_user(user.session_token, at, config) is None


def test_an_account_without_a_password_opens_for_none(db, at):
    User.update(password_hash="").where(User.email == "pemohon@contoh.test").execute()

    with pytest.raises(own_account.SignInRefused):
        sign_in(at, password="")
    assert hash_password("") != ""


def test_an_absence_names_a_day_to_come_and_a_colleague_and_ends_when_taken_out(db, at):
    officer, colleague = factories.user("petugas"), factories.user("petugas2")
    for until, stand_in, why in (
        (at.date() - timedelta(days=1), colleague.id, "sudah lewat"),
        (at.date(), officer.id, "Pilih rekan"),
        (at.date(), factories.user("admin").id, "Pilih rekan"),
    ):
        with pytest.raises(Refusal, match=why):
            own_account.be_away(officer, until, stand_in, at)

    own_account.be_away(officer, at.date(), colleague.id, at)
    assert User.standing_in_for([officer], at.date()) == [colleague]
    assert User.standing_in_for([officer], at.date() + timedelta(days=1)) == []
    own_account.be_away(officer, None, colleague.id, at)
    assert User.standing_in_for([officer], at.date()) == []
