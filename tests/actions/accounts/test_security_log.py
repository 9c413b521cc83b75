"""Who came in, who was refused, and from where; and what its owner is told."""

from contextlib import suppress
from datetime import timedelta

import pytest

from pst.actions.accounts import accounts, registration, security_log
from pst.actions.accounts import sign_in as own_account
from pst.actions.attempts import TooManyTries
from pst.models.accounts.security_log import SecurityEvent
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.emails import Email
from pst.rules.accounts.devices import Asker
from pst.rules.roles import Role
from tests import factories

HOME, CAFE = Asker("Firefox di Linux", "10.0.0.7"), Asker("Chrome di Android", "10.0.0.8")


@pytest.fixture
def come(db, at):
    """`come(asker)`: the applicant comes in from there."""

    def come(asker=HOME, password=factories.PASSWORD, email="pemohon@contoh.test", when=at):
        token = security_log.here.set(asker)
        with suppress(own_account.SignInRefused, TooManyTries):
            own_account.enter(own_account.recognise(email, password, asker, when), asker, "", when)
        security_log.here.reset(token)

    return come


def lines() -> list[tuple[str, str | None, str, str]]:
    named = {user.id: user.name for user in User.select()}
    rows = SecurityEvent.select().order_by(SecurityEvent.id)
    return [(row.kind, named.get(row.user_id), row.address, row.device) for row in rows]


def test_a_sign_in_a_failure_and_a_refusal_are_written_down_with_place_and_device(come):
    come()
    come(password="salah")
    come(email="siapa@contoh.test")
    for _ in range(5):
        come(CAFE, password="salah")

    assert lines() == [
        ("sign_in", "Ratna Pemohon", "10.0.0.7", "Firefox di Linux"),
        ("wrong_password", "Ratna Pemohon", "10.0.0.7", "Firefox di Linux"),
        ("wrong_password", None, "10.0.0.7", "Firefox di Linux"),
        *[("wrong_password", "Ratna Pemohon", "10.0.0.8", "Chrome di Android")] * 5,
    ]
    come(CAFE)
    assert lines()[-1][0] == "shut"


def test_a_new_device_is_told_and_the_first_of_all_and_a_known_one_are_not(come, at):
    come()
    come()
    assert Email.select().count() == 0

    come(CAFE, when=at + timedelta(hours=1))
    come(Asker("Edge di Windows", "10.0.0.9", "own", frozenset({factories.an_applicant().id})))

    (mail,) = Email.select()
    assert (mail.kind, mail.to, mail.facts["device"]) == ("new_device", "pemohon@contoh.test", "Chrome di Android")


def test_a_change_of_rights_names_who_made_it(db, at):
    admin, officer = factories.user("admin"), factories.an_officer()

    accounts.change_user(officer, admin, at, roles=[Role.OFFICER, Role.HEAD])
    accounts.change_user(officer, admin, at, position="Statistisi")

    (row,) = SecurityEvent.select()
    assert (row.kind, row.user_id, row.by_id, row.device) == ("rights", officer.id, admin.id, "Server")


def test_what_is_older_than_the_office_keeps_it_is_forgotten(come, at):
    come()
    come(when=at + timedelta(days=300))

    assert security_log.forget_old(at + timedelta(days=400)) == 1
    assert SecurityEvent.select().count() == 1


def test_what_is_done_to_the_heads_account_is_told_to_the_other_administrators(db, at):
    head, admin, other = (
        factories.user("kepala"),
        factories.user("admin"),
        factories.a_user("b@c.test", "B", Role.ADMIN),
    )

    accounts.change_user(head, admin, at, roles=[Role.HEAD, Role.OFFICER])
    accounts.change_user(factories.an_officer(), admin, at, roles=[Role.OFFICER, Role.APPLICANT])
    accounts.close_user(head, admin, at)

    with write():
        registration.note_password_change(head, head, at)

    told = Email.select().where(Email.kind == "head_account").order_by(Email.id)
    assert [(mail.to, mail.facts["what"], mail.facts["who"]) for mail in told] == [
        (other.email, "Diubah", admin.name),
        (other.email, "Akun ditutup", admin.name),
        (admin.email, "Kata sandi diganti", head.name),
        (other.email, "Kata sandi diganti", head.name),
    ]
