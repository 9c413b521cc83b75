"""Holidays from a table people keep: CSV with the columns tanggal, nama, jenis, dasar."""

from datetime import date

from pst.exchange.lists import ListRefused, Row, text_rows
from pst.rules.calendar import KINDS, Holiday, Kind
from pst.rules.dates import read_date
from pst.rules.refusals import Refusal

COLUMNS = {"date": "tanggal", "name": "nama", "kind": "jenis", "decree": "dasar"}
"""Each column by its own name, as files of earlier versions write it, and by the word people write."""
REQUIRED = ("date", "name", "kind")
NAME_LENGTH = 160
MOST_LINES = 2000


class CsvRefused(Refusal):
    """Nothing was read; `errors` says what is wrong with which line, in Indonesian (line 1 is the head)."""

    def __init__(self, errors: list[tuple[int, str]]):
        super().__init__("\n".join(f"Baris {line}: {message}" for line, message in errors))
        self.errors = errors


def read_holidays(text: str) -> list[Holiday]:
    """The holidays of this table, by day; between commas or semicolons, with or without a byte order mark.

    Dates are YYYY-MM-DD or DD/MM/YYYY. Kinds are national, collective, local, and override (open although
    the calendar says closed), or their Indonesian words. Raises `CsvRefused` with every wrong line.
    """
    rows = _rows(text)
    found: dict[date, Holiday] = {}
    errors: list[tuple[int, str]] = []
    for line, row in rows:
        try:
            holiday = _holiday(row)
            if holiday.day in found:
                raise ValueError(f"tanggal {holiday.day.isoformat()} sudah ada di baris lain.")
            found[holiday.day] = holiday
        except ValueError as refusal:
            errors.append((line, str(refusal)))
    if errors:
        raise CsvRefused(errors)
    return [found[day] for day in sorted(found)]


def _rows(text: str) -> list[tuple[int, dict[str, str]]]:
    """(line number, cells by column) of every line that is not empty."""
    try:
        lines = text_rows(text)
    except ListRefused as refusal:
        raise CsvRefused([(refusal.line, "tidak dapat dibaca sebagai CSV.")]) from None
    columns = _columns(lines)
    if len(lines) > MOST_LINES + 1:
        raise CsvRefused([(MOST_LINES + 2, f"paling banyak {MOST_LINES} hari dalam satu berkas.")])
    return [(line, dict(zip(columns, cells, strict=False))) for line, cells in lines[1:]]


def _columns(lines: list[Row]) -> list[str]:
    """The names in the head, which must hold the required ones."""
    own = {word: name for name, word in COLUMNS.items()}
    heads = [name.lower() for name in lines[0][1]] if lines else []
    columns = [own.get(head, head) for head in heads]
    missing = [COLUMNS[name] for name in REQUIRED if name not in columns]
    if missing:
        raise CsvRefused([(1, f"judul kolom harus {', '.join(COLUMNS.values())}; tidak ada: {', '.join(missing)}.")])
    return columns


def _holiday(row: dict[str, str]) -> Holiday:
    """One line as a holiday. Raises ValueError with the words for the person who sent it."""
    kind = _kind(row.get("kind", ""))
    name, decree = row.get("name", ""), row.get("decree", "")
    if not name:
        raise ValueError("nama hari kosong.")
    if not (name + decree).isprintable():
        raise ValueError("nama dan keputusan memuat tanda yang tersembunyi.")
    if len(name) > NAME_LENGTH or len(decree) > NAME_LENGTH:
        raise ValueError(f"nama dan keputusan paling panjang {NAME_LENGTH} tanda.")
    return Holiday(_day(row.get("date", "")), name, kind, closed=kind != "override", decree=decree)


def _day(text: str) -> date:
    found = read_date(text)
    if found is None:
        raise ValueError(f"tanggal “{text}” bukan tanggal; tulis seperti 2026-12-25.")
    if not 2000 <= found.year <= 2100:
        raise ValueError(f"tahun {found.year} di luar 2000–2100.")
    return found


def _kind(text: str) -> Kind:
    """The kind by its own name or its Indonesian word."""
    for kind, word in KINDS.items():
        if text.lower() in (kind, word.lower()):
            return kind
    raise ValueError(f"jenis “{text}” tidak dikenal; yang dikenal: {', '.join(KINDS.values())}.")
