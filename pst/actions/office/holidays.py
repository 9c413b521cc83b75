"""The office's calendar: days closed or opened, by hand, from a file, or from the library of holidays.

Every change counts the running clocks and the days of complaints again in the same transaction and tells the
applicants whose last day moved.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from pst.actions import audit
from pst.actions.complaints.complaint_steps import recount_days
from pst.actions.lists import Kind
from pst.actions.seen import refuse_if_changed
from pst.actions.submissions.submissions import recompute_due_dates
from pst.clock import local
from pst.exchange.holidays_csv import read_holidays
from pst.exchange.holidays_seed import DECREES, seed_holidays
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.calendar import KINDS, Holiday
from pst.rules.items import Item
from pst.rules.refusals import Refusal

FIRST_DECREE, LAST_DECREE = min(DECREES), max(DECREES)
"""The years whose decrees the library was compared with; an empty calendar begins with these."""
YEARS = range(2000, 2101)
"""What a page can be asked for."""
NAMED = 6
"""How many moved submissions a notice names."""

HOLIDAYS = Kind(
    noun="holiday",
    table=HolidayRow,
    items=(
        Item("day", "Tanggal", "date", required=True, error="Isi tanggalnya."),
        Item("name", "Nama hari atau alasan", required=True, limit=160, error="Tuliskan nama hari atau alasannya."),
        Item("kind", "Jenis", "select", tuple(KINDS.items()), required=True, default="national"),
        Item("decree", "Nomor keputusan", limit=160, help="Misalnya SKB 1497/2025, 2/2025, 5/2025."),
    ),
    gone=lambda event: (
        f"{wording.long_date(date.fromisoformat(event.key))} sudah dihapus dari kalender oleh {event.actor_name}."
    ),
)


def add_holiday(holiday: Holiday, actor: User | None, at: datetime) -> list[Submission]:
    """Add one day. Returns the submissions whose last day moved. Raises `Refusal` when the day is there."""
    with write():
        _refuse_taken(holiday)
        _put(holiday, actor, at)
        return _count_again(at, f"{wording.long_date(holiday.day)}: {_in_words(holiday)}")


def move_holiday(old: HolidayRow, holiday: Holiday, actor: User, at: datetime, seen: str = "") -> list[Submission]:
    """Change a day, also to another date. Returns the submissions whose last day moved.

    `seen` is the mark of what the page showed. Raises `Refusal` when that date has its own row or the
    old one has gone, `ChangedMeanwhile`.
    """
    with write():
        before = _still_there(old)
        if _as_rule(before) == holiday:
            return []
        refuse_if_changed(seen, HOLIDAYS.kept(before), "holiday", [before.day.isoformat()])
        cause = f"{wording.long_date(holiday.day)}: {_in_words(holiday)}"
        if before.day != holiday.day:
            _refuse_taken(holiday)
            _remove(before, actor, at)
            cause = f"{holiday.name} pindah dari {wording.long_date(before.day)} ke {wording.long_date(holiday.day)}"
        _put(holiday, actor, at)
        return _count_again(at, cause)


def remove_holiday(row: HolidayRow, actor: User | None, at: datetime) -> list[Submission]:
    """Take a day out of the calendar: it is again what its weekday is. Raises `Refusal` when it has gone."""
    with write():
        _remove(_still_there(row), actor, at)
        return _count_again(at, f"{wording.long_date(row.day)}: {row.name} dihapus dari kalender")


def as_entered(values: Mapping[str, Any]) -> Holiday:
    """The day that was entered, by the codes of `HOLIDAYS`."""
    return Holiday(values["day"], values["name"], values["kind"], values["kind"] != "override", values["decree"])


def import_holidays(text: str, actor: User | None, at: datetime) -> tuple[int, list[Submission]]:
    """Add or change the days of a CSV.

    Returns how many differed, and whose last day moved. Raises `CsvRefused`.
    """
    return _put_all(read_holidays(text), actor, at, "Kalender kantor diperbarui dari berkas")


def fill_years(years: Iterable[int], actor: User | None, at: datetime) -> tuple[int, list[Submission]]:
    """Add what the library knows of these years; days that already have a row keep it."""
    offered = seed_holidays(years)
    with write():
        known = {day for (day,) in HolidayRow.select(HolidayRow.day).tuples()}
        missing = [holiday for holiday in offered if holiday.day not in known]
        return _put_all(missing, actor, at, "Kalender kantor dilengkapi")


def seed_calendar(at: datetime) -> str:
    """Fill an empty calendar from the library; says what was done. Only inside `write()`."""
    if HolidayRow.select().exists():
        return ""
    last = max(LAST_DECREE, local(at).year + 1)
    count, _ = fill_years(range(FIRST_DECREE, last + 1), None, at)
    return f"{count} hari libur diisikan untuk tahun {FIRST_DECREE}–{last}."


def _put_all(holidays: list[Holiday], actor: User | None, at: datetime, cause: str) -> tuple[int, list[Submission]]:
    with write():
        changed = sum([_put(holiday, actor, at) for holiday in holidays])
        return changed, _count_again(at, cause) if changed else []


def _count_again(at: datetime, cause: str) -> list[Submission]:
    """What the calendar moves: the last days of complaints, and of submissions, which are returned."""
    recount_days()
    return recompute_due_dates(at, cause)


def _still_there(row: HolidayRow) -> HolidayRow:
    """The row as it is now, under the write lock."""
    now = HolidayRow.on(row.day)
    if now is None:
        raise Refusal(f"{wording.long_date(row.day)} sudah dihapus dari kalender.", "day")
    return now


def _refuse_taken(holiday: Holiday) -> None:
    if holiday.day.year not in YEARS:
        raise Refusal(f"Tahun di luar {YEARS[0]}–{YEARS[-1]}.", "day")
    if row := HolidayRow.on(holiday.day):
        day = wording.long_date(row.day)
        raise Refusal(f"{day} sudah ada dalam daftar ({row.name}); pilih Ubah pada barisnya.", "day")


def _put(holiday: Holiday, actor: User | None, at: datetime) -> bool:
    """Keep the day and the event; False when it was there just so."""
    before = HolidayRow.get_or_none(HolidayRow.day == holiday.day)
    if before is not None and _as_rule(before) == holiday:
        return False
    HolidayRow.put(day=holiday.day, name=holiday.name, kind=holiday.kind, closed=holiday.closed, decree=holiday.decree)
    facts = {"from": _facts(_as_rule(before)) if before else {}, "to": _facts(holiday)}
    verb = "change" if before else "create"
    audit.record("holiday", holiday.day.isoformat(), verb, actor, at, facts=facts)
    return True


def _remove(row: HolidayRow, actor: User | None, at: datetime) -> None:
    if row.delete_instance():
        facts = {"from": _facts(_as_rule(row)), "to": {}}
        audit.record("holiday", row.day.isoformat(), "remove", actor, at, facts=facts)


def _as_rule(row: HolidayRow) -> Holiday:
    return Holiday(row.day, row.name, row.kind, row.closed, row.decree)


def _facts(holiday: Holiday) -> dict[str, object]:
    return {"name": holiday.name, "kind": holiday.kind, "closed": holiday.closed, "decree": holiday.decree}


def _in_words(holiday: Holiday) -> str:
    """The day in words, for those whose last day it moves: "Libur lokal, Pemilihan kepala desa"."""
    return holiday.name if holiday.kind == "national" else f"{KINDS[holiday.kind]}, {holiday.name}"


def moved_in_words(moved: list[Submission]) -> str:
    """How many last days moved, and which: none whose letter is out, for its days have ended."""
    if not moved:
        return "Tidak ada batas waktu yang berubah."
    named = [f"{each.number} menjadi {wording.long_date(each.due_on)}" for each in moved[:NAMED] if each.due_on]
    more = f"; dan {len(moved) - NAMED} lainnya" if len(moved) > NAMED else ""
    listed = f"{'; '.join(named)}{more}"
    return f"Batas waktu {len(moved)} permohonan berubah: {listed}. Pemohonnya diberi tahu lewat surel."
