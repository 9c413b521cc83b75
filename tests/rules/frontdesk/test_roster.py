"""The desk's hours: usual days, Fridays, Ramadan, closures; is it open, and when next."""

from datetime import date, datetime, time

import pytest

from pst.rules.calendar import Holiday, WorkCalendar
from pst.rules.frontdesk.roster import (
    DeskState,
    HoursRefused,
    Span,
    SpecialDays,
    Timetable,
    desk_state,
    hours_in_words,
    parse_hours,
)

USUAL, FRIDAY = parse_hours("08.00–12.00, 13.00–15.30"), parse_hours("08.00–11.30, 13.00–15.30")
RAMADAN = SpecialDays(
    "Ramadan", date(2026, 2, 18), date(2026, 3, 19), parse_hours("08.00–15.00"), parse_hours("08.00–11.30")
)
CLOSED = SpecialDays("Rapat kerja", date(2026, 11, 25), date(2026, 11, 25), (), ())
DESK = Timetable(
    USUAL,
    FRIDAY,
    WorkCalendar((Holiday(date(2026, 12, 25), "Kelahiran Yesus Kristus", "national"),)),
    (RAMADAN, CLOSED),
)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute)


def test_hours_are_read_as_people_write_them():
    assert parse_hours("08:00-12:00; 13.00 – 15.30") == (Span(time(8), time(12)), Span(time(13), time(15, 30)))
    assert parse_hours("  ") == ()


@pytest.mark.parametrize("text", ["pagi", "08.00", "25.00–26.00", "12.00–08.00", "08.00–12.00, 11.00–15.00"])
def test_hours_that_cannot_be_meant_are_refused(text):
    with pytest.raises(HoursRefused):
        parse_hours(text)


def test_hours_are_said_as_people_say_them():
    assert hours_in_words(USUAL) == "08.00–12.00 dan 13.00–15.30 WIB"
    assert hours_in_words(()) == "tutup"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(23, 9), DeskState(True, USUAL)),  # Senin
        (at(23, 7, 59), DeskState(False, USUAL, "Belum buka", at(23, 8), True)),
        (at(23, 12), DeskState(False, USUAL, "Istirahat", at(23, 13), True)),
        (at(23, 15, 30), DeskState(False, USUAL, "Sudah tutup", at(24, 8))),
        (at(27, 11, 45), DeskState(False, FRIDAY, "Istirahat", at(27, 13), True)),  # Jumat
        (at(28, 9), DeskState(False, (), "Sabtu", at(30, 8))),
        (at(25, 9), DeskState(False, (), "Rapat kerja", at(26, 8))),  # Rabu
        (at(25, 9, month=12), DeskState(False, (), "Kelahiran Yesus Kristus", at(28, 8, month=12))),  # Jumat
    ],
)
def test_the_desk_says_whether_it_is_open_why_not_and_when_next(moment, expected):
    assert desk_state(DESK, moment) == expected


def test_ramadan_has_its_own_hours_and_its_own_fridays():
    assert DESK.hours_on(date(2026, 2, 23)) == parse_hours("08.00–15.00")  # Senin
    assert DESK.hours_on(date(2026, 2, 20)) == parse_hours("08.00–11.30")  # Jumat


def test_a_rule_entered_later_wins():
    later = Timetable(
        USUAL, FRIDAY, DESK.calendar, (RAMADAN, SpecialDays("Tutup", date(2026, 2, 23), date(2026, 2, 23), (), ()))
    )

    assert (later.hours_on(date(2026, 2, 23)), later.why_closed(date(2026, 2, 23))) == ((), "Tutup")  # Senin


def test_a_desk_without_any_hours_promises_no_day():
    assert desk_state(Timetable((), (), WorkCalendar()), at(23, 9)) == DeskState(False, (), "Tutup", None)


@pytest.mark.parametrize(
    ("moment", "admitted"),
    [
        (at(23, 9), ["open", "day", "always"]),  # Senin
        (at(23, 7, 30), ["day", "always"]),
        (at(23, 12, 30), ["day", "always"]),
        (at(23, 16), ["always"]),
        (at(28, 9), ["always"]),  # Sabtu
    ],
)
def test_visitors_sign_by_themselves_when_the_office_has_chosen(moment, admitted):
    state = desk_state(DESK, moment)

    assert [choice for choice in ("open", "day", "always") if state.admits(choice)] == admitted
