"""Books of outgoing letters as offices keep them, CSV or XLSX: every row as written, with what is odd about it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from pst.exchange.lists import ListRefused, rows_of, under_heads
from pst.rules.dates import MONTHS, read_date
from pst.rules.letters.numbering import ENTRIES, IMPORTED, RESERVED, VOID, Understood, place_of, understood
from pst.rules.wording import long_date

HEADS = {
    "number": ("nomor surat", "nomorsurat", "no surat", "nosurat", "nomor lengkap"),
    "place": ("nomor urut", "nomorurut", "no urut", "nourut", "urut", "no", "nomor", "agenda", "no agenda"),
    "dated": ("tanggal", "tanggal surat", "tanggalsurat", "tgl", "tgl surat", "tglsurat"),
    "recipient": ("tujuan", "kepada", "ditujukan kepada", "tujuan surat", "tujuansurat", "penerima", "alamat tujuan"),
    "subject": ("perihal", "hal", "isi ringkas", "isi", "tentang", "uraian", "isi surat"),
    "classification": ("kode klasifikasi", "kodeklasifikasi", "klasifikasi", "kode", "kka", "kode arsip"),
    "note": ("keterangan", "ket", "catatan", "status"),
}
"""What its columns may be called."""
SHORT_HEADS = {**HEADS, "place": ("no", "no urut"), "number": ("nomor",)}
"""Where the numbers of letters are called only that."""
NO_NUMBERS = (
    "Tidak ada kolom nomor surat. Beri nama kolomnya: nomor urut, tanggal, tujuan, kode klasifikasi, nomor surat, "
    "perihal."
)
LONGEST = {"number": 80, "recipient": 300, "classification": 40}
KINDS = (
    (VOID, re.compile(r"\b(batal|dibatalkan|tidak (jadi|dipakai|terpakai|digunakan)|kosong)\b", re.IGNORECASE)),
    (RESERVED, re.compile(r"\b(cadangan|dicadangkan|reserved?|booking|dipesan)\b", re.IGNORECASE)),
)
"""What a remark beside a number says of it."""
USUAL = re.compile(r"[A-Za-z0-9 ./_-]*")
MONTH_NAMES = [name for names in MONTHS for name in names]


@dataclass(frozen=True)
class BookLine:
    """One row: `line` is its place in the file, `place` its running number ("" where none can be read)."""

    line: int
    number: str
    place: str
    year: int | None
    dated: date | None
    recipient: str
    subject: str
    classification: str
    kind: str
    doubts: tuple[str, ...]

    @property
    def at(self) -> tuple[int | None, int]:
        """The running number, and what was inserted after it."""
        return place_of(self.place) if self.place else (None, 0)


def read_book(content: bytes, pattern: str, unit: str) -> list[BookLine]:
    """Every row that is not empty, in its order. Raises `ListRefused`, `UploadRefused`."""
    written = rows_of(content)
    try:
        heads, rows = under_heads(written, HEADS, "number", NO_NUMBERS)
    except ListRefused:
        heads, rows = under_heads(written, SHORT_HEADS, "number", NO_NUMBERS)
    return [_line(line, dict(zip(heads, cells, strict=False)), pattern, unit) for line, cells in rows]


def _line(line: int, row: Mapping[str, str], pattern: str, unit: str) -> BookLine:
    said = {name: row.get(name, "") for name in HEADS}
    read = understood(said["number"], pattern)
    place, doubts = _place(said, read)
    dated, of_day = _day(said["dated"])
    kind = next((kind for kind, words in KINDS if words.search(said["note"]) or words.match(said["subject"])), IMPORTED)
    year = dated.year if dated else read.year
    doubts += [*of_day, *_missing(said, unit)]
    if dated and read.year not in (dated.year, None):
        doubts.append(f"Nomor menyebut tahun {read.year}, tanggalnya tahun {dated.year}.")
    if kind != IMPORTED:
        doubts.append(f"{ENTRIES[kind]}: {said['note'] or said['subject']}.")
    doubts += [f"{name} terlalu panjang, dipotong." for name, most in LONGEST.items() if len(said[name]) > most]
    kept = {name: said[name][: LONGEST.get(name)] for name in ("number", "recipient", "subject", "classification")}
    return BookLine(line=line, place=place, year=year, dated=dated, kind=kind, doubts=tuple(doubts), **kept)


def _place(said: Mapping[str, str], read: Understood) -> tuple[str, list[str]]:
    """The running number, which the number itself knows best: a cell turns 4.10 into 4.1."""
    alone = re.fullmatch(r"\D*(\d{1,6}(?:\.\d{1,4})?)\D*", said["place"])
    doubts = []
    if not USUAL.fullmatch(said["number"] + said["place"]):
        doubts.append(f"Nomor “{said['number'] or said['place']}” memuat tanda yang tidak lazim.")
    place = read.place or (alone[1] if alone else "")
    if not place:
        doubts.append("Nomor urut tidak terbaca.")
    elif alone and place_of(alone[1]) != place_of(place):
        doubts.append(f"Nomor urut ditulis {said['place']}, pada nomor surat {place}.")
    if not said["number"]:
        doubts.append("Nomor surat kosong.")
    return place, doubts


def _day(text: str) -> tuple[date | None, list[str]]:
    if day := read_date(text):
        return day, []
    if day := read_date(re.sub(r"[A-Za-z]{3,}", _month_meant, text)):
        return day, [f"Tanggal ditulis “{text}”, dibaca {long_date(day)}."]
    return None, [f"Tanggal “{text}” tidak terbaca." if text else "Tanggal kosong."]


def _month_meant(found: re.Match[str]) -> str:
    """The name of a month with a slip."""
    return next(iter(get_close_matches(found[0].lower(), MONTH_NAMES, 1, 0.7)), found[0])


def _missing(said: Mapping[str, str], unit: str) -> list[str]:
    doubts = [f"{label} kosong." for name, label in (("recipient", "Tujuan"), ("subject", "Perihal")) if not said[name]]
    if not said["classification"]:
        doubts.append("Kode klasifikasi kosong.")
    parts = said["number"].split("/")
    if len(parts) > 2 and parts[1].isdecimal() and parts[1] != unit:
        doubts.append(f"Unit {parts[1]}, bukan {unit}.")
    return doubts
