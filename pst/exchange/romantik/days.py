"""Days as people write them: 2026-01-04, 04-01-2026, 26–30 Desember 2024, 2 Februari – 27 Februari 2026."""

import re
from datetime import date

from pst.rules import wording

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[t ]\d.*)?", re.ASCII)
NUMBERED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
SPOKEN = re.compile(r"(\d{1,2})(?: ([a-z]+))?(?: (\d{4}))?", re.ASCII)
BETWEEN = re.compile(r"\s*(?:[–—]|\bs\.?/?d\.?(?=\s)|\bsampai(?: dengan)?\b|-)\s*")
MONTH_NUMBERS = {wording.month(number).lower(): number for number in range(1, 13)}


def read_range(text: str) -> tuple[date, date] | None:
    """The first and the last day of a text, the same where it names one; None when it names none."""
    plain = " ".join(text.strip().lower().split())
    if day := _numbered(plain):
        return day, day
    parts = BETWEEN.split(plain)
    if len(parts) == 6:  # two days in numbers, parted by the sign that also stands inside them
        parts = ["-".join(parts[:3]), "-".join(parts[3:])]
    last = _numbered(parts[-1]) or _spoken(parts[-1], None)
    first = last and (_numbered(parts[0]) or _spoken(parts[0], last))
    return (first, last) if first and last and len(parts) <= 2 else None


def _numbered(text: str) -> date | None:
    """ISO, or day, month and year in numbers."""
    found = NUMBERED.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text[:10]) if ISO.fullmatch(text) else None
    except ValueError:
        return None


def _spoken(text: str, last: date | None) -> date | None:
    """26 Desember 2024; before the last day of a range, month and year may be left out."""
    found = SPOKEN.fullmatch(text.strip())
    month = MONTH_NUMBERS.get(found[2] or "", 0 if found[2] or not last else last.month) if found else 0
    year = int(found[3]) if found and found[3] else last.year if last else 0
    try:
        return date(year, month, int(found[1])) if found else None
    except ValueError:
        return None
