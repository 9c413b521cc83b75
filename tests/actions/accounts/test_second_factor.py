"""Codes of the authenticator and printed ones: each opens once, and who changes them is told and recorded."""

from datetime import timedelta

import pyotp
import pytest

from pst.actions.accounts import second_factor
from pst.actions.accounts.second_factor import CodeRefused, FactorRefused
from pst.actions.attempts import TooManyTries
from pst.models.accounts.users import RecoveryCode, User
from pst.models.audit import Event
from pst.models.emails import Email
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.second_factor import step_of
from tests.factories import user
from tests.factories_complaints import a_vault

SECRET, VAULT, HERE = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", a_vault(), Asker(address="10.0.0.7")


def code_at(moment) -> str:
    return pyotp.TOTP(SECRET).generate_otp(step_of(moment))


@pytest.fixture
def head(db, at) -> User:
    """The head, who has turned it on a minute ago."""
    head, before = user("kepala"), at - timedelta(minutes=1)
    head.printed = second_factor.turn_on(head, SECRET, code_at(before), VAULT, before)
    return head


def refused(head, code, at) -> bool:
    try:
        second_factor.prove_code(head, code, VAULT, HERE, at)
    except CodeRefused:
        return True
    return False


def test_it_is_on_after_its_first_code_and_the_secret_is_not_in_the_database(head, at):
    assert SECRET not in head.second_factor
    assert (len(set(head.printed)), RecoveryCode.left_of(head.id)) == (10, 10)
    assert not set(head.printed) & {row.code_hash for row in RecoveryCode.select()}
    assert [mail.facts["what"] for mail in Email.select().where(Email.to == head.email)] == ["turn_on_factor"]


def test_a_wrong_first_code_turns_nothing_on(db, at):
    with pytest.raises(CodeRefused):
        second_factor.turn_on(user("kepala"), SECRET, "000000", VAULT, at)

    assert user("kepala").second_factor == ""


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_code_of_now_or_next_to_it_opens_once(head, at, steps):
    code = code_at(at + timedelta(seconds=30 * steps))

    assert [refused(head, code, at), refused(head, code, at)] == [False, True]


@pytest.mark.parametrize("seconds", [-90, 90])
def test_a_code_of_another_minute_opens_nothing(head, at, seconds):
    assert refused(head, code_at(at + timedelta(seconds=seconds)), at)


def test_an_older_code_opens_nothing_after_a_newer_one(head, at):
    assert not refused(head, code_at(at + timedelta(seconds=30)), at)
    assert refused(head, code_at(at), at)


def test_each_printed_code_opens_once_however_it_is_typed(head, at):
    typed = head.printed[0].lower().replace("-", " ")

    assert [refused(head, typed, at), refused(head, typed, at)] == [False, True]
    assert RecoveryCode.left_of(head.id) == 9
    assert Event.last().verb == "use_recovery_code"


def test_whoever_knows_the_password_does_not_guess_the_code(head, at):
    assert [refused(head, f"{n:06}", at) for n in range(5)] == [True] * 5
    with pytest.raises(TooManyTries):
        second_factor.prove_code(head, code_at(at), VAULT, HERE, at)


def test_another_administrator_takes_it_off_with_a_reason_that_its_owner_reads(head, at):
    admin = user("admin")
    for who, why in ((head, "Ponsel saya hilang di jalan"), (admin, "hilang")):
        with pytest.raises(FactorRefused):
            second_factor.reset(head, who, why, at)

    second_factor.reset(head, admin, "Ponsel hilang, datang sendiri", at)

    mail, event = Email.select().order_by(Email.id.desc()).first(), Event.last()
    assert (user("kepala").second_factor, RecoveryCode.left_of(head.id)) == ("", 0)
    assert (mail.to, mail.facts["who"], mail.facts["why"]) == (head.email, admin.name, "Ponsel hilang, datang sendiri")
    assert (event.verb, event.note, event.actor_name) == ("reset_factor", "Ponsel hilang, datang sendiri", admin.name)


def test_its_owner_renews_the_printed_codes_and_turns_it_off(head, at):
    renewed = second_factor.renew_codes(head, at)
    assert [refused(head, head.printed[0], at), refused(head, renewed[0], at)] == [True, False]

    second_factor.turn_off(head, at)

    assert (user("kepala").second_factor, RecoveryCode.select().count()) == ("", 0)
    with pytest.raises(FactorRefused):
        second_factor.renew_codes(head, at)


def test_a_new_key_seals_every_secret(head, at):
    other = "b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Q="

    assert second_factor.reseal_all(a_vault(other, *VAULT.keys)) == 1

    assert a_vault(other).open(user("kepala").second_factor) == {"secret": SECRET}
