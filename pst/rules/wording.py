"""The Indonesian of days, hours, numbers and counts. Moments handed in are the office's wall clock (WIB)."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

LOCALE = "id"


def long_date(day: date) -> str:
    """22 November 2026"""
    return _written(day, "d MMMM y")


def short_date(day: date) -> str:
    """22 Nov 2026, where room is scarce."""
    return _written(day, "d MMM y")


def weekday_date(day: date) -> str:
    """Senin, 23 November 2026"""
    return _written(day, "EEEE, d MMMM y")


def weekday(day: date) -> str:
    """Senin"""
    return _written(day, "EEEE")


def month(number_of_month: int) -> str:
    """November, from 11."""
    return _written(date(2000, number_of_month, 1), "MMMM")


def month_year(day: date) -> str:
    """November 2026"""
    return _written(day, "MMMM y")


def date_range(first: date, last: date) -> str:
    """2–6 November 2026, or 30 November–4 Desember 2026, or both in full when the years differ."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    if first.year == last.year:
        return f"{_written(first, 'd MMMM')}–{long_date(last)}"
    return f"{long_date(first)}–{long_date(last)}"


@lru_cache(maxsize=4096)
def _written(day: date, pattern: str) -> str:
    """A day as the locale writes it; lists write the same few days again and again."""
    return format_date(day, pattern, locale=LOCALE)


def clock_time(moment: datetime | time) -> str:
    """09.00 WIB"""
    return f"{moment:%H.%M} WIB"


def long_moment(moment: datetime) -> str:
    """23 November 2026 pukul 09.00 WIB"""
    return f"{long_date(moment.date())} pukul {clock_time(moment)}"


@lru_cache(maxsize=1024)
def number(value: int | float | Decimal) -> str:
    """1.234,5; at most three places after the comma."""
    return format_decimal(value, locale=LOCALE)


def percent(share: float) -> str:
    """71%, from 0.714; whole percents."""
    return f"{format_decimal(round(share * 100), locale=LOCALE)}%"


def count(n: int, noun: str) -> str:
    """3 berkas: the noun does not change with the number."""
    return f"{number(n)} {noun}"


def working_days(n: int) -> str:
    """3 hari kerja"""
    return count(n, "hari kerja")


def days_left(n: int) -> str:
    """3 hari kerja lagi · jatuh tempo hari ini · terlambat 2 hari kerja, from `deadlines.days_left`."""
    if n == 0:
        return "jatuh tempo hari ini"
    return f"{working_days(n)} lagi" if n > 0 else f"terlambat {working_days(-n)}"


def enumeration(items: Sequence[str], joint: str = "dan") -> str:
    """a · a dan b · a, b, dan c"""
    if len(items) < 3:
        return f" {joint} ".join(items)
    return f"{', '.join(items[:-1])}, {joint} {items[-1]}"


def spelled_count(n: int, noun: str) -> str:
    """1 (satu) berkas, as letters write how many enclosures they have."""
    return f"{number(n)} ({number_words(n)}) {noun}"


SMALL = (
    *("nol", "satu", "dua", "tiga", "empat", "lima"),
    *("enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
)
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh"))


def number_words(n: int) -> str:
    """empat belas, from 14; one hundred and one thousand are seratus and seribu. Below 10^15."""
    if n < 0:
        return f"minus {number_words(-n)}"
    if n >= 10**15:
        raise ValueError("Bilangan terlalu besar untuk ditulis dengan huruf.")
    if n < 12:
        return SMALL[n]
    if n < 20:
        return f"{SMALL[n - 10]} belas"
    scale, name = next(pair for pair in SCALES if pair[0] <= n)
    many, rest = divmod(n, scale)
    head = f"se{name}" if many == 1 and scale in (100, 1000) else f"{number_words(many)} {name}"
    return f"{head} {number_words(rest)}" if rest else head


def printable(text: str) -> str:
    """The text without what nobody sees; blanks of every kind, as word processors write them, are plain ones."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() or sign == "\n" else " " if sign.isspace() else "" for sign in text)
