"""The few answers that lists, letters and the catalogue show about an activity."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pst.questionnaires.choices import Option
from pst.questionnaires.rekomendasi_2026.options import METHODS, PROVINCES, SECTORS

WHOLE_COUNTRY = "Seluruh Indonesia"
CALENDAR_YEARS = range(1, 10_000)
"""Any other number is no year, and a very long one fits into no column."""


@dataclass(frozen=True)
class Facts:
    """`method` and `sector` are option codes with their labels beside them; "" or None where still open."""

    title: str
    year: int | None
    method: str
    method_label: str
    sector: str
    sector_label: str
    agency: str
    region: str


def facts(answers: Mapping[str, Any]) -> Facts:
    """The facts of one set of answers; what is missing or misshapen is left empty."""
    year = answers.get("tahun_kegiatan")
    method, sector = answers.get("cara_pengumpulan_data"), answers.get("sektor_kegiatan")
    return Facts(
        title=_text(answers.get("judul_kegiatan")),
        year=year if type(year) is int and year in CALENDAR_YEARS else None,
        method=_code(METHODS, method),
        method_label=_label(METHODS, method),
        sector=_code(SECTORS, sector),
        sector_label=_label(SECTORS, sector),
        agency=_text(answers.get("instansi_penyelenggara")),
        region=region(answers),
    )


def region(answers: Mapping[str, Any]) -> str:
    """Where the data are collected: "Seluruh Indonesia", or "Mempawah (Kalimantan Barat); …"."""
    coverage = answers.get("cakupan_wilayah")
    if coverage == "seluruh_wilayah_indonesia":
        return WHOLE_COUNTRY
    rows = answers.get("wilayah")
    if coverage != "sebagian_wilayah_indonesia" or not isinstance(rows, list):
        return ""
    return "; ".join(filter(None, (_place(row) for row in rows if isinstance(row, dict))))


def _place(row: Mapping[str, Any]) -> str:
    province, regency = _label(PROVINCES, row.get("provinsi")), _text(row.get("kabupaten_kota"))
    return f"{regency} ({province})" if regency and province else regency or province


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _code(options: tuple[Option, ...], value: Any) -> str:
    return next((option.code for option in options if option.code == value), "")


def _label(options: tuple[Option, ...], value: Any) -> str:
    return next((option.label for option in options if option.code == value), "")
