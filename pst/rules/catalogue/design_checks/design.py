"""A design as rules read it: answers of any shape in, plain values out; what is missing or odd is None or empty."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pst.rules.calendar import read_day
from pst.rules.catalogue.sample_sheets import SampleSheet
from pst.rules.catalogue.sample_size import Fraction, read_fraction
from pst.rules.stems import stem, words

SURVEY, CENSUS = "survei", "pencacahan_lengkap"
COMPILATION = "kompilasi_produk_administrasi"
TITLE_WORDS = {
    "kompilasi": COMPILATION,
    "kompromin": COMPILATION,
    "survei": SURVEY,
    "survey": SURVEY,
    "pencacahan": CENSUS,
    "sensus": CENSUS,
}
PROBABILITY, NONPROBABILITY = "sampel_probabilitas", "sampel_nonprobabilitas"
FIELDWORK = {"papi", "capi", "cati"}
STAGES = {
    "perencanaan_kegiatan": "Perencanaan",
    "pengumpulan_data": "Pengumpulan Data",
    "pengolahan_data": "Pengolahan Data",
    "analisis": "Analisis",
    "diseminasi_hasil": "Diseminasi Hasil",
}
"""The stages that every form has, in the order that they follow each other."""

Span = tuple[date, date]


@dataclass(frozen=True)
class Design:
    """Answers, with what else is known of the submission.

    `sent_on` is the day it came (today, while it is a draft), `letter_by` the day by which the office promises its
    letter, `files` the names of its supporting files; None where nobody knows. `sample` are the details of its sample,
    whose numbers count before what the answers say in words.
    """

    answers: Mapping[str, Any]
    sent_on: date | None = None
    letter_by: date | None = None
    files: tuple[str, ...] | None = None
    sample: SampleSheet | None = None

    def text(self, code: str) -> str:
        """An answer in words; a dash says nothing."""
        value = self.answers.get(code)
        plain = value.strip() if isinstance(value, str) else ""
        return "" if plain in ("-", "–", "—") else plain

    def chosen(self, code: str) -> frozenset[str]:
        """What was chosen of several."""
        value = self.answers.get(code)
        return frozenset(each for each in value if isinstance(each, str)) if isinstance(value, list) else frozenset()

    def number(self, code: str) -> int | None:
        """A whole number."""
        value = self.answers.get(code)
        return value if type(value) is int else None

    def yes(self, code: str) -> bool | None:
        """Ya or tidak."""
        return {"ya": True, "tidak": False}.get(self.text(code))

    def day(self, code: str) -> date | None:
        """A day of the calendar."""
        return read_day(self.answers.get(code))

    def rows(self, code: str) -> list[dict[str, str]]:
        """The rows of a table that say something, all cells as texts."""
        value = self.answers.get(code)
        rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        plain = [{str(key): cell.strip() for key, cell in row.items() if isinstance(cell, str)} for row in rows]
        return [row for row in plain if any(row.values())]

    @cached_property
    def variables(self) -> list[dict[str, str]]:
        """The variables that have a name."""
        return [{**BLANK_VARIABLE, **row} for row in self.rows("variabel") if row.get("nama")]

    @cached_property
    def method(self) -> str:
        """The way of collection that was chosen; a record that holds none is taken at its title's word."""
        return self.text("cara_pengumpulan_data") or self.method_of_title

    @cached_property
    def method_of_title(self) -> str:
        """The way of collection that the title begins with, or ""."""
        return next((TITLE_WORDS[word] for word in words(self.text("judul_kegiatan"))[:2] if word in TITLE_WORDS), "")

    @property
    def is_probability(self) -> bool | None:
        """A survey of a probability sample; None while that is open."""
        if not self.method:
            return None
        if self.method != SURVEY:
            return False
        return {PROBABILITY: True, NONPROBABILITY: False}.get(self.text("metode_pemilihan"))

    @property
    def infers(self) -> bool | None:
        """Conclusions are drawn from a sample to its population."""
        analysis = self.text("metode_analisis")
        return "inferensia" in analysis if analysis else None

    @property
    def has_fieldwork(self) -> bool | None:
        """There are people who collect."""
        tools = self.chosen("sarana_pengumpulan_data")
        return bool(tools & FIELDWORK) if tools else None

    @cached_property
    def _schedule(self) -> list[tuple[str | None, date | None, date | None]]:
        rows = self.rows("jadwal")
        return [(row.get("tahap"), read_day(row.get("awal")), read_day(row.get("akhir"))) for row in rows]

    def spans(self, stage: str) -> list[Span]:
        """The ranges of days of a stage, in order."""
        mine = [(start, end) for named, start, end in self._schedule if named == stage]
        return sorted((start, end) for start, end in mine if start and end and start <= end)

    def stage(self, stage: str) -> Span | None:
        """The first and the last day of a stage."""
        spans = self.spans(stage)
        return (spans[0][0], max(end for _, end in spans)) if spans else None

    @property
    def collection(self) -> Span | None:
        """The first and the last day of collection."""
        return self.stage("pengumpulan_data")

    @cached_property
    def collection_days(self) -> int:
        """Weekdays of collection; one, where it is held on a weekend only."""
        spans = self.spans("pengumpulan_data")
        return max(1, sum(_weekdays(start, (end - start).days + 1) for start, end in spans)) if spans else 0

    @cached_property
    def fraction(self) -> Fraction | None:
        """The sampling fraction, by the details of the sample or as it can be read."""
        if self.sample and self.sample.population:
            drawn, all_of_them = self.sample.sample, self.sample.population
            return Fraction(drawn / all_of_them, drawn, all_of_them)
        return read_fraction(self.text("fraksi_sampel"))

    @property
    def level(self) -> frozenset[str]:
        """The areas that results are shown for."""
        return self.chosen("tingkat_penyajian")

    def says(self, pattern: str, *codes: str) -> list[str]:
        """What matches the pattern in these answers."""
        texts = (self.text(code) for code in codes)
        return [found[0] for text in texts for found in re.finditer(pattern, text, re.IGNORECASE)]


BLANK_VARIABLE = {"nama": "", "konsep": "", "definisi": "", "referensi_waktu": ""}

FILLERS = frozenset(
    map(
        stem,
        words(
            "adalah yaitu yakni dan atau yang di ke dari pada untuk dengan dalam oleh menurut setiap para sebuah suatu "
            "jumlah banyak banyaknya jenis tingkat nilai data kegiatan ini itu kabupaten mempawah besar besarnya"
        ),
    )
)
"""Words that carry no subject."""


def subjects(text: str) -> frozenset[str]:
    """The stems of a text that carry its subject."""
    return frozenset(stem(word) for word in words(text)) - FILLERS


def _weekdays(start: date, length: int) -> int:
    """Monday to Friday among so many days from this one."""
    weeks, rest = divmod(length, 7)
    return weeks * 5 + sum((start.weekday() + step) % 7 < 5 for step in range(rest))
