"""Questions answered by a number, a year or a day; what cannot be read is kept as typed."""

import re
from dataclasses import KW_ONLY, dataclass
from datetime import date
from typing import Any, ClassVar

from pst.questionnaires.questions import Question
from pst.rules import dates, wording
from pst.rules.calendar import read_day


@dataclass(frozen=True)
class Number(Question):
    """A whole number in `unit`. Points between thousands are understood: "1.250" is 1250."""

    _: KW_ONLY
    minimum: int = 0
    maximum: int = 1_000_000_000
    unit: str = ""

    kind: ClassVar[str] = "number"

    def parse(self, texts: list[str]) -> int | str:
        text = super().parse(texts)
        plain = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text, re.ASCII) else text
        return int(plain) if re.fullmatch(r"\d{1,12}", plain, re.ASCII) else text

    def shape_problem(self, value: Any) -> str | None:
        if not _is_whole(value):
            return "Tulis bilangan bulat dengan angka saja, misalnya 12."
        if value < self.minimum:
            return f"Tulis bilangan paling sedikit {self.minimum}."
        if value > self.maximum:
            return f"Tulis bilangan paling banyak {wording.number(self.maximum)}."
        return None

    def show_filled(self, value: Any) -> str:
        return f"{wording.number(value)} {self.unit}".strip() if _is_whole(value) else str(value)


@dataclass(frozen=True)
class Year(Number):
    """A year of four digits. How far ahead it may lie is a design check, because that needs today's date."""

    _: KW_ONLY
    minimum: int = 2019
    maximum: int = 2100

    kind: ClassVar[str] = "year"

    def shape_problem(self, value: Any) -> str | None:
        if not _is_whole(value) or not self.minimum <= value <= self.maximum:
            return f"Tulis tahun dengan empat angka, mulai {self.minimum}, misalnya 2026."
        return None

    def show_filled(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Date(Question):
    """A day, stored in ISO form; typed in any way `rules/dates.py` reads, and shown so that nobody reads it wrongly."""

    kind: ClassVar[str] = "date"

    def parse(self, texts: list[str]) -> str:
        text = super().parse(texts)
        day = dates.read_date(text)
        return day.isoformat() if day else text

    def typed(self, value: Any) -> str:
        return dates.written(value)

    def shape_problem(self, value: Any) -> str | None:
        return dates.UNREADABLE if as_date(value) is None else None

    def show_filled(self, value: Any) -> str:
        day = as_date(value)
        return wording.long_date(day) if day else str(value)


def as_date(value: Any) -> date | None:
    """The day an ISO text names, or None for anything else."""
    return read_day(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value), re.ASCII) else None


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
