"""A key in a device: what it signs opens once, here, and for its owner; who gets or loses one is told."""

import json
from datetime import timedelta

import pytest

from pst.actions.accounts import passkeys, second_factor
from pst.actions.accounts.passkeys import PasskeyRefused
from pst.models.accounts.security_log import SecurityEvent
from pst.models.accounts.users import Passkey, RecoveryCode, User
from pst.models.emails import Email
from pst.rules.accounts.devices import Asker
from pst.rules.accounts.passkeys import Place
from tests.factories import user
from tests.passkey_device import Device

HOME, HERE = Place("http://localhost:8000", "localhost"), Asker(address="10.0.0.7")
MINUTE = timedelta(minutes=1)


def added(owner: User, device: Device, at, name: str = "Laptop kantor") -> list[str]:
    options, asked = passkeys.ask_new(owner, HOME, at)
    return passkeys.add(owner, HOME, asked, device.make(options), name, at)


@pytest.fixture
def head(db, at) -> User:
    """The head, whose laptop got a key a minute ago."""
    head = user("kepala")
    head.device = Device()
    head.printed = added(head, head.device, at - MINUTE)
    return head


def opens(owner: User, answer: str, asked: dict, at, place: Place = HOME) -> bool:
    try:
        passkeys.prove(owner, place, asked, answer, HERE, at)
    except PasskeyRefused:
        return False
    return True


def test_the_first_key_gives_recovery_codes_and_its_owner_is_told(head, at):
    assert (head.has_factor, len(head.printed), RecoveryCode.left_of(head.id)) == (True, 10, 10)
    assert [(mail.to, mail.facts["what"]) for mail in Email.select().order_by(Email.id)] == [
        ("admin@contoh.test", "Kunci sandi ditambahkan"),
        ("kepala@contoh.test", "add_passkey"),
    ]
    assert added(head, Device(key_id=b"kunci-usb"), at, "Kunci USB") == []


def test_what_it_signs_opens_once(head, at):
    options, asked = passkeys.ask_proof(head, HOME, at)
    answer = head.device.sign(options)

    assert [opens(head, answer, asked, at), opens(head, answer, asked, at)] == [True, False]
    [row] = Passkey.of(head.id)
    assert (row.used_at, row.sign_count) == (at, 1)


def test_a_question_asked_before_the_last_answer_opens_nothing_even_without_a_counter(head, at):
    earlier, later = (passkeys.ask_proof(head, HOME, at + timedelta(seconds=wait)) for wait in (0, 1))
    head.device.counts = False
    answers = [head.device.sign(options) for options, _ in (earlier, later)]

    assert opens(head, answers[1], later[1], at + MINUTE)
    assert not opens(head, answers[0], earlier[1], at + MINUTE)


@pytest.mark.parametrize("what", ["origin", "host", "challenge", "owner", "late", "key", "copy", "rubbish"])
def test_nothing_else_opens(head, at, what):
    options, asked = passkeys.ask_proof(head, HOME, at)
    device, owner, place, when = head.device, head, HOME, at
    if what == "origin":
        device.origin = "https://localhost.penipu.test"
    if what == "host":
        options["rpId"] = "penipu.test"
    if what == "challenge":
        options, _ = passkeys.ask_proof(head, HOME, at)
    if what == "owner":
        owner = user("admin")
    if what == "late":
        when = at + 6 * MINUTE
    if what == "key":
        device = Device()
    if what == "copy":
        Passkey.update(sign_count=9).execute()
    answer = json.dumps({"rawId": "x"}) if what == "rubbish" else device.sign(options)

    assert not opens(owner, answer, asked, when, place)
    logged = [row.kind for row in SecurityEvent.select().where(SecurityEvent.kind.in_(("wrong_code", "copied_key")))]
    assert logged == (["copied_key"] if what == "copy" else []) + ["wrong_code"]


def test_somebody_elses_key_and_an_unreadable_answer_are_not_taken(head, at):
    admin = user("admin")
    with pytest.raises(PasskeyRefused, match="sudah terdaftar"):
        added(admin, head.device, at)
    _, asked = passkeys.ask_new(admin, HOME, at)

    for rubbish in (
        "",
        "[]",
        "{}",
        '{"rawId": "eA", "response": {"clientDataJSON": "e30", "attestationObject": "oA"}}',
    ):
        with pytest.raises(PasskeyRefused):
            passkeys.add(admin, HOME, asked, rubbish, "Laptop", at)
    assert not admin.has_factor


def test_with_its_last_key_go_the_recovery_codes(head, at):
    [row] = Passkey.of(head.id)

    assert not passkeys.remove(user("admin"), row.id, at)
    assert passkeys.remove(head, row.id, at)

    assert (head.has_factor, RecoveryCode.left_of(head.id)) == (False, 0)


def test_resetting_takes_the_keys_too(head, at):
    second_factor.reset(head, user("admin"), "Laptopnya hilang", at)

    assert (Passkey.select().count(), RecoveryCode.left_of(head.id)) == (0, 0)
