"""Special days and officers on duty, as the rules and the board read them."""

from datetime import date, time

import pytest

from pst.models.base import write
from pst.models.frontdesk.roster import OnDuty, SpecialHours, timetable
from pst.models.office.settings import Setting, the_office
from pst.rules.frontdesk.roster import Span
from tests.factories import WHEN, an_officer, user

pytestmark = pytest.mark.usefixtures("db")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)  # Senin, Selasa


def special(name: str, starts: date, ends: date, hours: str = "", friday: str = "") -> SpecialHours:
    with write():
        return SpecialHours.create(name=name, starts=starts, ends=ends, hours=hours, friday=friday)


def test_the_board_names_who_is_on_duty_that_day():
    with write():
        for day, officer in ((MONDAY, user("petugas2")), (MONDAY, an_officer()), (TUESDAY, an_officer())):
            OnDuty.create(day=day, officer=officer)

    assert OnDuty.names(MONDAY) == ["Bayu Petugas", "Sinta Petugas"]
    assert OnDuty.names(date(2026, 11, 25)) == []
    assert OnDuty.between(TUESDAY, TUESDAY) == {(TUESDAY, an_officer().id)}


def test_special_days_that_are_over_are_left_out():
    special("Ramadan", date(2026, 2, 18), date(2026, 3, 19), "08.00–15.00")
    training = special("Pelatihan", MONDAY, TUESDAY)

    assert SpecialHours.from_day(MONDAY) == [training]
    assert SpecialHours.from_day(date(2026, 11, 25)) == []


def test_the_timetable_joins_settings_special_days_and_holidays():
    with write():
        Setting.create(key="desk_hours", value="09.00–14.00", changed_at=WHEN)
    special("Rapat kerja", TUESDAY, TUESDAY)

    hours = timetable(the_office(), MONDAY)

    assert hours.hours_on(MONDAY) == (Span(time(9), time(14)),)
    assert (hours.hours_on(TUESDAY), hours.why_closed(TUESDAY)) == ((), "Rapat kerja")
    assert hours.hours_on(date(2026, 12, 25)) == ()  # Jumat, Natal
    assert hours.hours_on(date(2026, 11, 28)) == ()  # Sabtu
