"""Days as an iCalendar file (RFC 5545), which phones and office calendars take in: whole days, no times."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

LONGEST_LINE = 73
"""Octets of a line before it goes on in the next, which begins with a blank; the standard allows 75."""


class Span(NamedTuple):
    """Something that takes from its first day to its last; `key` tells it from the others for ever."""

    key: str
    what: str
    first: date
    last: date


def write_ics(spans: Iterable[Span], made_at: datetime) -> str:
    """The file; `made_at` is UTC. Taken in again, a span of the same key replaces the earlier one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BPS Kabupaten Mempawah//PST//ID", "METHOD:PUBLISH"]
    for span in spans:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{span.key}",
            f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{span.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{span.last + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(span.what)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line))


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces; no sign is cut in two."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > LONGEST_LINE:
            yield piece
            piece = " "
        piece += sign
    yield piece
