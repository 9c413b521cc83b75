"""Pairing a kiosk: one code, once, for a quarter of an hour; and the guest book closes to all others."""

from datetime import timedelta

import pytest

from pst.actions import lists
from pst.actions.attempts import TooManyTries
from pst.actions.office import kiosks
from pst.actions.office.kiosks import KIOSKS
from pst.models.audit import Event
from pst.models.office.kiosks import Kiosk
from pst.models.office.settings import the_office
from pst.rules.refusals import Refusal
from tests.factories import WHEN, user

pytestmark = pytest.mark.usefixtures("db")
FROM = "10.0.0.7"


def a_code(name: str = "Kios pintu masuk") -> tuple[Kiosk, str]:
    kiosk = lists.add(KIOSKS, {"name": name}, user("admin"), WHEN)
    return kiosk, kiosks.give_code(kiosk, user("admin"), WHEN)


def test_the_code_makes_a_kiosk_once_and_nothing_readable_is_kept():
    named, code = a_code()

    kiosk, key = kiosks.pair(code.lower().replace("-", " "), FROM, WHEN)

    assert kiosks.known(key).id == kiosk.id == named.id
    assert kiosks.known("") is None and kiosks.known(key[:-1]) is None
    assert [kept for kept in kiosk.values().values() if kept in (key, code)] == []
    assert [event.verb for event in Event.of("kiosk", str(named.id))] == ["create", "give_code", "pair"]
    with pytest.raises(Refusal):
        kiosks.pair(code, FROM, WHEN)


def test_a_code_holds_for_a_quarter_of_an_hour_and_a_new_one_ends_it():
    kiosk, first = a_code()
    second = kiosks.give_code(kiosk, user("admin"), WHEN)

    for code, at in ((first, WHEN), (second, WHEN + timedelta(minutes=15)), ("", WHEN)):
        with pytest.raises(Refusal, match="tidak berlaku"):
            kiosks.pair(code, FROM, at)
    assert kiosks.pair(second, FROM, WHEN + timedelta(minutes=14))


def test_codes_cannot_be_tried_through():
    _, code = a_code()
    for _ in range(5):
        with pytest.raises(Refusal):
            kiosks.pair("2222-2222-2222", FROM, WHEN)

    with pytest.raises(TooManyTries):
        kiosks.pair(code, FROM, WHEN)
    assert kiosks.pair(code, "10.0.0.8", WHEN)


def test_the_first_kiosk_closes_the_guest_book_to_all_others_unless_the_office_decided():
    kiosks.pair(a_code()[1], FROM, WHEN)
    assert the_office().kiosk_access == "devices"

    kiosks.change_settings("desk", {"kiosk_access": "anyone"}, user("admin"), WHEN)
    kiosks.pair(a_code("Kios kedua")[1], FROM, WHEN)
    assert the_office().kiosk_access == "anyone"


def test_a_kiosk_that_was_paired_anew_or_taken_out_is_none_any_more():
    kiosk, code = a_code()
    _, old = kiosks.pair(code, FROM, WHEN)
    _, new = kiosks.pair(kiosks.give_code(kiosk, user("admin"), WHEN), FROM, WHEN)
    assert kiosks.known(old) is None

    lists.remove(KIOSKS, Kiosk.get(), user("admin"), WHEN)
    assert kiosks.known(new) is None
    with pytest.raises(Refusal, match="dicabut"):
        kiosks.give_code(kiosk, user("admin"), WHEN)


def test_it_is_kept_when_a_kiosk_was_last_used_to_five_minutes():
    kiosks.pair(a_code()[1], FROM, WHEN)

    for minutes in (4, 6):
        kiosks.note_seen(Kiosk.get(), WHEN + timedelta(minutes=minutes))

    assert Kiosk.get().seen_at == WHEN + timedelta(minutes=6)
