"""When the desk is open: hours by weekday, shorter Fridays, Ramadan and other special days, closures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from pst.rules import wording
from pst.rules.calendar import WorkCalendar
from pst.rules.refusals import Refusal

FRIDAY = 4
LOOKED_AHEAD = 60
"""Days searched for the next opening; beyond that nobody is told a day."""

SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–—]\s*(\d{1,2})[.:](\d{2})")


class HoursRefused(Refusal):
    """Hours cannot be read; the message says how they are written, in Indonesian."""


@dataclass(frozen=True)
class Span:
    """Open from `opens` up to, not including, `closes` (the office's wall clock)."""

    opens: time
    closes: time


Hours = tuple[Span, ...]
"""The spans of one day in order; none at all is a closed day."""


def parse_hours(text: str) -> Hours:
    """The spans in "08.00–12.00, 13.00–15.30"; empty text is a closed day. Raises `HoursRefused`."""
    spans = tuple(_span(part) for part in re.split(r"[,;]", text) if part.strip())
    if any(earlier.closes > later.opens for earlier, later in pairwise(spans)):
        raise HoursRefused("Tulis jam menurut urutan, tanpa bertumpuk.")
    return spans


def _span(text: str) -> Span:
    found = SPAN.fullmatch(text.strip())
    try:
        hour, minute, last_hour, last_minute = map(int, found.groups() if found else ())
        first, last = time(hour, minute), time(last_hour, last_minute)
    except ValueError:
        raise HoursRefused("Tulis jam seperti 08.00–12.00, 13.00–15.30.") from None
    if first >= last:
        raise HoursRefused("Jam tutup harus sesudah jam buka.")
    return Span(first, last)


def hours_in_words(hours: Hours) -> str:
    """08.00–12.00 dan 13.00–15.30 WIB, or "tutup"."""
    spans = " dan ".join(f"{span.opens:%H.%M}–{span.closes:%H.%M}" for span in hours)
    return f"{spans} WIB" if spans else "tutup"


@dataclass(frozen=True)
class SpecialDays:
    """Days with other hours than usual: Ramadan, or a closure (no hours at all)."""

    name: str
    first: date
    last: date
    hours: Hours
    friday: Hours

    def on(self, day: date) -> Hours:
        return self.friday if day.weekday() == FRIDAY else self.hours


@dataclass(frozen=True)
class Timetable:
    """The desk's hours: usual ones, special days (a later one in the list wins), and the working calendar."""

    usual: Hours
    friday: Hours
    calendar: WorkCalendar
    special: Iterable[SpecialDays] = ()

    def special_on(self, day: date) -> SpecialDays | None:
        """The special rule of this day, if any."""
        return next((it for it in reversed(tuple(self.special)) if it.first <= day <= it.last), None)

    def hours_on(self, day: date) -> Hours:
        """The spans in which the desk is open on this day."""
        if not self.calendar.is_working(day):
            return ()
        special = self.special_on(day)
        if special:
            return special.on(day)
        return self.friday if day.weekday() == FRIDAY else self.usual

    def why_closed(self, day: date) -> str:
        """The holiday, weekend or closure of a day without hours; "" on a day with hours."""
        if self.hours_on(day):
            return ""
        special = self.special_on(day)
        return self.calendar.why_closed(day) or (special.name if special else "Tutup")


@dataclass(frozen=True)
class DeskState:
    """How the desk stands at one moment; `opens_next` is None while it is open (or never opens again in sight)."""

    is_open: bool
    hours_today: Hours
    reason: str = ""
    opens_next: datetime | None = None
    opens_later: bool = False
    """It opens again on this same day."""

    @property
    def opens_in_words(self) -> str:
        """Selasa, 24 November 2026 pukul 08.00 WIB; "" where it is open, or is closed for good."""
        opening = self.opens_next
        return f"{wording.weekday_date(opening)} pukul {wording.clock_time(opening)}" if opening else ""

    def admits(self, kiosk_hours: str) -> bool:
        """May visitors sign by themselves now? `kiosk_hours` is the office's choice: open, day, or always."""
        return self.is_open or kiosk_hours == "always" or (kiosk_hours == "day" and self.opens_later)


def desk_state(timetable: Timetable, wall: datetime) -> DeskState:
    """Is the desk open at this moment of the office's clock, why not, and when does it open next?"""
    today = timetable.hours_on(wall.date())
    if any(span.opens <= wall.time() < span.closes for span in today):
        return DeskState(True, today)
    following = next_opening(timetable, wall)
    later = following is not None and following.date() == wall.date()
    return DeskState(False, today, _reason(timetable, wall, today), following, later)


def next_opening(timetable: Timetable, wall: datetime) -> datetime | None:
    """The first moment after `wall` at which the desk opens, within sixty days."""
    for ahead in range(LOOKED_AHEAD + 1):
        day = wall.date() + timedelta(days=ahead)
        for span in timetable.hours_on(day):
            opening = datetime.combine(day, span.opens)
            if opening > wall:
                return opening
    return None


def _reason(timetable: Timetable, wall: datetime, today: Hours) -> str:
    if not today:
        return timetable.why_closed(wall.date())
    if wall.time() < today[0].opens:
        return "Belum buka"
    return "Sudah tutup" if wall.time() >= today[-1].closes else "Istirahat"
