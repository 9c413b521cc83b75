"""Lists of activities as offices keep them, CSV or XLSX: every row is taken as it is written.

What a row does not say, or does not say clearly, is left open and marked; nothing is guessed and nothing dropped.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pst.exchange.lists import rows_of, under_heads
from pst.questionnaires.choices import Option
from pst.questionnaires.rekomendasi_2026.options import METHODS, SECTORS
from pst.rules import stems

HEADS = {
    "title": ("judul", "judul kegiatan", "nama kegiatan", "kegiatan", "nama kegiatan statistik"),
    "agency": ("instansi", "instansi penyelenggara", "penyelenggara", "nama instansi", "opd", "perangkat daerah"),
    "year": ("tahun", "tahun kegiatan"),
    "method": ("cara pengumpulan", "cara pengumpulan data", "cara", "metode", "metode pengumpulan data"),
    "sector": ("sektor", "sektor kegiatan"),
    "region": ("wilayah", "cakupan wilayah", "lokasi", "cakupan"),
    "identity_number": ("identitas", "identitas rekomendasi", "nomor rekomendasi", "nomor identitas"),
    "purpose": ("tujuan", "tujuan kegiatan"),
    "variables": ("variabel", "variabel yang dikumpulkan", "daftar variabel"),
}
"""What its columns may be called; others are kept with their row."""
LABELS = {name: heads[0] for name, heads in HEADS.items()}

OTHER_NAMES = {
    "kompromin": "kompilasi_produk_administrasi",
    "kompilasi": "kompilasi_produk_administrasi",
    "sensus": "pencacahan_lengkap",
    "pencacahan": "pencacahan_lengkap",
    "survey": "survei",
    "cara lain": "cara_lain_sesuai_dengan_perkembangan_ti",
}
NOTHING = ("", "-", "–", "—", "n/a", "tidak ada")
YEARS = range(1990, 2101)
NO_TITLES = "Tidak ada kolom judul. Beri nama kolomnya: judul, instansi, tahun, cara pengumpulan, wilayah."
LONGEST = {"title": 300, "agency": 200, "region": 300, "identity_number": 40}
DOUBTS = {
    "agency": "Instansi tidak disebut.",
    "region": "Wilayah tidak disebut.",
    "year": "Tahun tidak disebut.",
    "method": "Cara pengumpulan tidak disebut.",
}


@dataclass(frozen=True)
class ListedActivity:
    """One row: `line` is its place in the file, `written` all its cells, `doubts` what somebody should mend."""

    line: int
    title: str
    agency: str
    year: int | None
    method: str
    sector: str
    region: str
    identity_number: str
    purpose: str
    variables: str
    written: str
    doubts: tuple[str, ...]


def read_list(content: bytes) -> list[ListedActivity]:
    """Every row that is not empty, in its order. Raises `ListRefused`, `UploadRefused`."""
    heads, rows = under_heads(rows_of(content), HEADS, "title", NO_TITLES)
    return [_activity(line, heads, cells) for line, cells in rows]


def _activity(line: int, heads: list[str], cells: list[str]) -> ListedActivity:
    row = dict(zip(heads, cells, strict=False))
    beyond = [f"kolom {place}: {cell}" for place, cell in enumerate(cells, 1) if place > len(heads) and cell]
    said = {name: "" if row.get(name, "").casefold() in NOTHING else row[name] for name in HEADS}
    year = int(said["year"]) if re.fullmatch(r"[0-9]{4}", said["year"]) and int(said["year"]) in YEARS else None
    method, sector = _option(METHODS, said["method"]), _option(SECTORS, said["sector"])
    doubts = [] if said["title"] else ["Judul tidak disebut."]
    doubts += [doubt for name, doubt in DOUBTS.items() if not said[name]]
    for name, read in (("year", year), ("method", method), ("sector", sector)):
        if said[name] and not read:
            doubts.append(f"{LABELS[name].capitalize()} ditulis “{said[name]}”.")
    doubts += [f"{LABELS[name].capitalize()} dipotong." for name, most in LONGEST.items() if len(said[name]) > most]
    return ListedActivity(
        line=line,
        **{name: said[name][: LONGEST.get(name)] for name in (*LONGEST, "purpose")},
        year=year,
        method=method,
        sector=sector,
        variables="\n".join(part.strip() for part in re.split(r"[;\n]", said["variables"]) if part.strip()),
        written="\n".join([*(f"{LABELS.get(head, head)}: {cell}" for head, cell in row.items() if cell), *beyond]),
        doubts=tuple(doubts),
    )


NUMBERED = re.compile(r"\s*(?:(\d+)\s*[.)]?)?\s*(.*)", re.DOTALL)


def _option(options: tuple[Option, ...], written: str) -> str:
    """The option by its label, its number on paper or both ("3. Kompilasi …"), or a name it goes by."""
    number, words = NUMBERED.fullmatch(written).groups()  # type: ignore[union-attr]  # it matches every text
    plain = " ".join(stems.words(words))
    by_name: Mapping[str, str] = {" ".join(stems.words(each.label)): each.code for each in options}
    by_code = {each.code.replace("_", " "): each.code for each in options}
    codes = {each.code for each in options}
    if plain:
        found = by_name.get(plain) or by_code.get(plain) or OTHER_NAMES.get(plain, "")
        return found if found in codes else ""
    return next((each.code for each in options if each.printed_code == number), "")
