"""A breach is written down without names, its hours run, and those concerned are mailed once each."""

from datetime import date, datetime

import pytest

from pst.actions import lists
from pst.actions.office import breaches
from pst.actions.office.breaches import BREACHES
from pst.models.audit import Event
from pst.models.emails import Email
from pst.models.office.breaches import Breach
from pst.rules.refusals import Refusal
from tests.factories import WHEN, user
from tests.paper.reading import words_of

pytestmark = pytest.mark.usefixtures("db")
GIVEN = {
    **{"name": "Laptop dicuri", "known_on": date(2026, 11, 23), "known_hour": "9:00", "happened": "Dicuri di jalan."},
    **{"data": "Nama dan telepon.", "people": "kira-kira 120", "measures": "Sandi diganti.", "advice": ""},
    **{"reported_on": None, "reported_how": ""},
}


def a_breach(**more) -> Breach:
    return lists.add(BREACHES, {**GIVEN, **more}, user("admin"), WHEN)


def test_the_hours_run_from_when_it_was_known_on_the_clock_of_the_office():
    assert a_breach().known_at == datetime(2026, 11, 23, 2)
    assert Breach.running().known_hour == "09.00"


def test_each_of_those_concerned_is_mailed_once_and_the_history_holds_no_address():
    breach = a_breach()

    told = breaches.told_to(breach, ["A@b.id", "a@b.id ", "pemohon@contoh.test"], True, user("admin"), WHEN)

    assert told == Email.select().where(Email.kind == "breach").count() == 1 + 6
    assert Breach.get().told == told and Breach.get().told_at == WHEN
    assert not [event for event in Event.select() if "a@b.id" in str(event.facts).lower()]
    with pytest.raises(Refusal):
        breaches.told_to(breach, [" "], False, user("admin"), WHEN)


def test_no_hours_run_once_both_were_told():
    breach = a_breach(reported_on=date(2026, 11, 24), reported_how="Surel kepada lembaga")
    breaches.told_to(breach, ["a@b.id"], False, user("admin"), WHEN)

    assert Breach.running() is None
    with pytest.raises(Refusal):
        a_breach(reported_on=date(2026, 11, 24))


def test_the_notice_tells_what_the_law_asks_and_the_report_how_many_too():
    notice, report = (words_of(breaches.notice_paper(a_breach(), kind, WHEN)) for kind in (False, True))

    assert "Nama dan telepon." in notice and "23 November 2026 pukul 09.00 WIB" in notice and "Pasal 46" in notice
    assert "kira-kira 120" in report and "kira-kira 120" not in notice
