"""The tables of ROMANTIK's form: schedule, variables, regions."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from pst.exchange.romantik.fields import HERE, Answers, OneAnswer, Reading, blank, said, words
from pst.questionnaires.rekomendasi_2026.options import PROVINCES, STAGES
from pst.rules.dates import read_range
from pst.rules.office.areas import KALBAR_REGENCIES

Row = dict[str, Any]

THEIR_STAGES = {
    "perencanaan_kegiatan": "perencanaan_kegiatan",
    "pengumpulan_data": "pengumpulan_data",
    "pengolahan_data": "pengolahan_data",
    "analisis": "analisis",
    "diseminasi_hasil": "penyajian",
}
"""Our stage → theirs. They hold five of the seven: no design, no evaluation."""
OWN_STAGES = ("desain", "evaluasi")
"""Read where a record holds them nevertheless, never written."""

KALBAR = "kalimantan_barat"
PROVINCE_KEYS = ("kode_provinsi", "nama_provinsi", "provinsi")
REGENCY_KEYS = ("kode_kabupaten_kota", "nama_kabupaten_kota", "kabupaten_kota", "kabupaten_atau_kota")


@dataclass(frozen=True)
class TheirRows(OneAnswer):
    """An answer made of rows; `kept_as` is what they keep them in."""

    kept_as: ClassVar[type]

    def read(self, value: Any) -> Reading:
        if blank(value):
            return {}, []
        if not isinstance(value, self.kept_as):
            return {}, HERE
        rows, odd = self._read_rows(value)
        return {self.code: rows}, odd

    def _read_rows(self, value: Any) -> tuple[list[Row], list[str]]:
        """Our rows, and the paths inside the value that could not be placed."""
        raise NotImplementedError


@dataclass(frozen=True)
class Stages(TheirRows):
    """{stage: {awal, akhir}}.

    Ours may hold several ranges per stage: written is the first start and the last end.
    """

    code: str = "jadwal"
    kept_as = dict

    def _read_rows(self, value: dict[str, Any]) -> tuple[list[Row], list[str]]:
        known = {*THEIR_STAGES.values(), *OWN_STAGES}
        rows, odd = [], [key for key in value if key not in known and not blank(value[key])]
        for stage in STAGES:
            theirs = THEIR_STAGES.get(stage.code, stage.code)
            ranges = _ranges(value.get(theirs))
            odd += [theirs] if ranges is None else []
            rows += [{"tahap": stage.code, **dates} for dates in ranges or [{"awal": "", "akhir": ""}]]
        return rows, odd

    def write(self, answers: Answers) -> dict[str, Row]:
        return {theirs: _whole_range(_rows(answers, self.code), ours) for ours, theirs in THEIR_STAGES.items()}


@dataclass(frozen=True)
class Variables(TheirRows):
    """[{nama, definisi, referensi_waktu}]; they do not hold the concept, which is read where it stands."""

    code: str = "variabel"
    kept_as = list
    columns: tuple[str, ...] = ("nama", "definisi", "referensi_waktu")

    def _read_rows(self, value: list[Any]) -> tuple[list[Row], list[str]]:
        rows, odd, columns = [], [], ("konsep", *self.columns)
        for place, row in enumerate(value):
            cells = row if isinstance(row, dict) else {}
            odd += [str(place)] if cells is not row else []
            odd += [f"{place}.{key}" for key in cells if key not in columns and not blank(cells[key])]
            rows.append({column: words(cells.get(column)) or "" for column in columns})
        return rows, odd

    def write(self, answers: Answers) -> list[Row]:
        rows = _rows(answers, self.code)
        return [{column: said(row, column) for column in self.columns} for row in rows if _is_filled(row, self.columns)]


@dataclass(frozen=True)
class Regions(TheirRows):
    """Provinces and regencies with their codes as INDAH writes them; shorter rows are read too."""

    code: str = "wilayah"
    kept_as = list

    def _read_rows(self, value: list[Any]) -> tuple[list[Row], list[str]]:
        rows = [_region(row if isinstance(row, dict) else _of_code(row)) for row in value]
        empty = [place for place, row in enumerate(rows) if not any(row.values())]
        return [row for row in rows if any(row.values())], [str(place) for place in empty if not blank(value[place])]

    def write(self, answers: Answers) -> list[Row]:
        rows = _rows(answers, self.code)
        return [_their_region(row) for row in rows if _is_filled(row, ("provinsi", "kabupaten_kota"))]


def _rows(answers: Answers, code: str) -> list[Row]:
    value = answers.get(code)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _is_filled(row: Row, columns: tuple[str, ...]) -> bool:
    return any(said(row, column).strip() for column in columns)


def _ranges(value: Any) -> list[Row] | None:
    """Their dates of one stage, one row per range; None when they are no dates at all."""
    ranges = value if isinstance(value, list) else [] if blank(value) else [value]
    if len(ranges) == 2 and all(isinstance(each, str) and read_range(each) for each in ranges):
        return [{"awal": _day(ranges[0]), "akhir": _day(ranges[1])}]
    found = [_range(each) for each in ranges]
    return None if None in found else [each for each in found if each]


def _range(value: Any) -> Row | None:
    if isinstance(value, dict):
        return {"awal": _day(value.get("awal")), "akhir": _day(value.get("akhir"))}
    days = read_range(value) if isinstance(value, str) else None
    return {"awal": days[0].isoformat(), "akhir": days[1].isoformat()} if days else None


def _day(value: Any) -> str:
    """An ISO date; of a timestamp its date; any other text as it stands, for a person to correct."""
    text = words(value) or ""
    days = read_range(text[:10]) or read_range(text)
    return days[0].isoformat() if days and days[0] == days[1] else text


def _whole_range(rows: list[Row], stage: str) -> Row:
    mine = [row for row in rows if row.get("tahap") == stage]
    starts = [said(row, "awal") for row in mine if said(row, "awal")]
    ends = [said(row, "akhir") for row in mine if said(row, "akhir")]
    return {"awal": min(starts, default=""), "akhir": max(ends, default="")}


@dataclass(frozen=True)
class Moment(OneAnswer):
    """One day."""

    def read(self, value: Any) -> Reading:
        text = _day(value)
        return ({self.code: text}, []) if text else ({}, [] if blank(value) else HERE)

    def write(self, answers: Answers) -> str:
        return said(answers, self.code)


def _region(row: Row) -> Row:
    codes = [words(row.get(key)) or "" for key in PROVINCE_KEYS]
    province = next(filter(None, (_province(text) for text in codes)), next(filter(None, codes[::-1]), ""))
    regency = [words(row.get(key)) or "" for key in REGENCY_KEYS]
    return {
        "provinsi": province,
        "kabupaten_kota": next(filter(None, regency[1:]), KALBAR_REGENCIES.get(regency[0], regency[0])),
    }


def _of_code(value: Any) -> Row:
    """A list of codes alone: of a province (61), or of a regency, which begins with its province's (6104)."""
    code = (words(value) or "").strip()
    if not re.fullmatch(r"\d{2}|\d{4}", code) or not _province(code[:2]):
        return {}
    return {"kode_provinsi": code[:2], "kode_kabupaten_kota": code if len(code) == 4 else ""}


def _province(text: str) -> str:
    """Our option for a province's BPS code or name, "" when it is neither."""
    spelt = text.strip().lower().replace(" ", "_")
    return next((each.code for each in PROVINCES if spelt in (each.code, each.printed_code)), "")


def _their_region(row: Row) -> Row:
    province, regency = said(row, "provinsi"), said(row, "kabupaten_kota")
    option = next((each for each in PROVINCES if each.code == province), None)
    return {
        "kode_provinsi": option.printed_code if option else "",
        "nama_provinsi": option.label if option else province,
        "kode_kabupaten_kota": _regency_code(regency) if province == KALBAR else "",
        "nama_kabupaten_kota": regency,
    }


def _regency_code(name: str) -> str:
    bare = name.strip().casefold().removeprefix("kabupaten ")
    return next((code for code, known in KALBAR_REGENCIES.items() if known.casefold() == bare), "")
