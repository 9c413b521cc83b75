"""Days as people write them: 5 1 2027, 5 Jan 2027, 05/01/27, Selasa, 5 Januari 2027, 2027-01-05; and ranges of days.

Day before month before year, as Indonesia writes; only ISO, which begins with four digits, is read the other way.
"""

import re
from datetime import date

from pst.rules import wording

EXAMPLE = "5 Januari 2027"
UNREADABLE = f"Tulis tanggal yang ada di kalender, urut tanggal, bulan, tahun, misalnya {EXAMPLE}."

ISO = re.compile(r"([1-9]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?", re.ASCII)
WRITTEN = re.compile(r"(\d{1,2})(?:[-/. ]+([a-z]{3,}|\d{1,2}))?(?:[-/. ]+([1-9]\d{3}|\d{2}))?", re.ASCII)
WEEKDAY = re.compile(r"^(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)\b[, ]*")
BETWEEN = re.compile(r"\s*(?:[–—]|\bs\.?/?d\.?(?=\s)|\bsampai(?: dengan)?\b|-)\s*")
MONTHS = (
    *(("januari", "january"), ("februari", "pebruari", "february"), ("maret", "march"), ("april",)),
    *(("mei", "may"), ("juni", "june"), ("juli", "july"), ("agustus", "august", "agt", "ags")),
    *(("september",), ("oktober", "october"), ("november", "nopember"), ("desember", "december")),
)
"""Each month as it is called here and by spreadsheets in English; any three letters or more of a name mean it."""


def read_date(text: str) -> date | None:
    """The day a text names; None when it names none, or none of the calendar."""
    return _day(_plain(text), None)


def read_range(text: str) -> tuple[date, date] | None:
    """The first and the last day of a text, the same where it names one; None when it names none."""
    plain = _plain(text)
    if day := _day(plain, None):
        return day, day
    parts = BETWEEN.split(plain)
    if len(parts) == 6:  # two days in numbers, parted by the sign that also stands inside them
        parts = ["-".join(parts[:3]), "-".join(parts[3:])]
    last = _day(parts[-1], None)
    first = last and _day(parts[0], last)
    return (first, last) if first and last and len(parts) <= 2 else None


def written(value: object) -> str:
    """What an input shows: 5 Januari 2027, which no browser can read as May; what is no day as it was typed."""
    day = _as_day(value)
    return wording.long_date(day) if day else str(value or "")


def echo(value: object) -> str:
    """What was understood, said again beside the input: Selasa, 5 Januari 2027."""
    day = _as_day(value)
    return wording.weekday_date(day) if day else ""


def _as_day(value: object) -> date | None:
    return value if isinstance(value, date) else read_date(value) if isinstance(value, str) else None


def _plain(text: str) -> str:
    return WEEKDAY.sub("", " ".join(text.lower().split()))


def _day(text: str, last: date | None) -> date | None:
    """One day; before the last day of a range, month and year may be left out."""
    found, iso = WRITTEN.fullmatch(text), ISO.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(_year(found[3], last), _month(found[2], last), int(found[1])) if found else None
    except ValueError:
        return None


def _year(text: str | None, last: date | None) -> int:
    """Two digits mean this century; 0, which no calendar has, where there is none."""
    if text:
        return int(text) + (2000 if len(text) == 2 else 0)
    return last.year if last else 0


def _month(text: str | None, last: date | None) -> int:
    if text is None:
        return last.month if last else 0
    if text.isdecimal():
        return int(text)
    return next((n for n, names in enumerate(MONTHS, 1) if any(name.startswith(text) for name in names)), 0)
