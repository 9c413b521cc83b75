"""The places of the office: regencies of Kalimantan Barat, the nine districts of Mempawah, their 67 villages.

Codes of province, regencies and districts are those of BPS (MFD). Of the villages only the names are known to
this program: their keys are the district's code with a running number, and say nothing outside it.
"""

from collections.abc import Iterator
from typing import NamedTuple

PROVINCE = ("61", "Kalimantan Barat")

KALBAR_REGENCIES = {
    "6101": "Sambas",
    "6102": "Bengkayang",
    "6103": "Landak",
    "6104": "Mempawah",
    "6105": "Sanggau",
    "6106": "Ketapang",
    "6107": "Sintang",
    "6108": "Kapuas Hulu",
    "6109": "Sekadau",
    "6110": "Melawi",
    "6111": "Kayong Utara",
    "6112": "Kubu Raya",
    "6171": "Kota Pontianak",
    "6172": "Kota Singkawang",
}
"""The regencies and cities of Kalimantan Barat by BPS code."""

MEMPAWAH = "6104"

DISTRICTS = {
    "6104080": ("Jongkat", "Sungai Nipah, Jungkat, Wajok Hilir, Wajok Hulu, Peniti Luar"),
    "6104081": (
        "Segedong",
        "Peniti Dalam I, Sungai Burung, Sungai Purun Besar, Parit Bugis, Peniti Besar, Peniti Dalam II",
    ),
    "6104090": (
        "Sungai Pinyuh",
        "Sungai Purun Kecil, Peniraman, Nusapati, Galang, Sungai Rasau, Sungai Pinyuh, Sungai Batang, "
        "Sungai Bakau Besar Laut, Sungai Bakau Besar Darat",
    ),
    "6104091": ("Anjongan", "Anjungan Melancar, Anjungan Dalam, Pak Bulu, Dema, Kepayang"),
    "6104100": ("Mempawah Hilir", "Tanjung, Kuala Secapah, Tengah, Terusan, Pasir, Penibung, Sengkubang, Malikian"),
    "6104101": (
        "Mempawah Timur",
        "Pasir Wan Salim, Sungai Bakau Kecil, Pasir Panjang, Pasir Palembang, Pulau Pedalaman, Antibar, "
        "Sejegi, Parit Banjar",
    ),
    "6104110": (
        "Sungai Kunyit",
        "Semudun, Semparong Parit Raden, Mendalok, Sungai Dungun, Sungai Limau, Sungai Kunyit Laut, "
        "Sungai Kunyit Dalam, Sungai Kunyit Hulu, Bukit Batu, Sungai Bundung Laut, Sungai Duri I, "
        "Sungai Duri II",
    ),
    "6104120": ("Toho", "Sambora, Benuang, Pak Utan, Sepang, Pak Laheng, Terap, Kecurit, Toho Ilir"),
    "6104121": ("Sadaniang", "Pentek, Sekabuk, Bum-Bun, Amawang, Ansiap, Suak Barangan"),
}
"""District code → its name and the names of its villages (desa and kelurahan)."""


class Place(NamedTuple):
    """One area; `level` is province, regency, district or village."""

    code: str
    name: str
    level: str
    parent: str | None


def every_area() -> Iterator[Place]:
    """All areas, each after the one it lies in."""
    yield Place(*PROVINCE, "province", None)
    for code, name in KALBAR_REGENCIES.items():
        yield Place(code, name, "regency", PROVINCE[0])
    for code, (name, _) in DISTRICTS.items():
        yield Place(code, name, "district", MEMPAWAH)
    for code, (_, villages) in DISTRICTS.items():
        for number, village in enumerate(villages.split(", "), 1):
            yield Place(f"{code}-{number:02d}", village, "village", code)
