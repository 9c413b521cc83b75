"""The month's complaints in numbers: how many, of what kind, how fast; small cells left out of what is published."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pst.clock import local, midnight
from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.rules.calendar import WorkCalendar
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.complaints import OPEN, WITH_OFFICE
from pst.rules.complaints.days import percentile
from pst.rules.complaints.suppression import printed, suppress, total_of
from pst.rules.complaints.words import KIND_LABELS, TOPIC_LABELS
from pst.rules.months import months_after


@dataclass(frozen=True)
class Table:
    """Counts under labels, as they may be shown."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Recap:
    """One month; `floor` is the smallest number that is shown."""

    first: date
    floor: int
    total: str
    tables: tuple[Table, ...]
    facts: tuple[tuple[str, str], ...]

    @property
    def is_empty(self) -> bool:
        return self.total == "0"


def recap_of(user: User, first: date, today: date, floor: int = 1) -> Recap:
    """The recap of the month that begins on `first`, over what this person may know of: whole for those inside.

    What leaves the house takes `smallest_cell()` as its floor.
    """
    received = Complaint.of_month(user, midnight(first), midnight(months_after(first, 1)))
    tables = tuple(
        _table(title, Counter(getattr(row, field) or "other" for row in received), labels, floor)
        for title, field, labels in (
            ("Menurut kelas", "kind", KIND_LABELS),
            ("Menurut saluran", "channel", CHANNEL_LABELS),
            ("Menurut topik", "topic", TOPIC_LABELS),
        )
    )
    total = total_of(Counter(row.kind for row in received), floor)
    return Recap(first, floor, printed(total, floor), tables, _facts(received, today, HolidayRow.calendar(), floor))


def smallest_cell() -> int:
    """The smallest number that is published, so that none points at a person."""
    return the_office().complaint_smallest_cell


def _facts(received: list[Complaint], today: date, calendar: WorkCalendar, floor: int) -> tuple[tuple[str, str], ...]:
    judged = [row for row in received if row.in_time is not None or _is_overdue(row, today)]
    days = [calendar.between(local(row.received_at).date(), row.answered_on) for row in received if row.answered_on]
    unread = [row for row in received if row.answered_on and (row.seen_on is None or row.seen_on < row.answered_on)]
    enough = len(days) >= floor
    return (
        ("Masih terbuka", _count([row for row in received if row.status in OPEN], floor)),
        ("Dibuka kembali oleh pelapor", _count([row for row in received if row.reopened], floor)),
        ("Jawaban belum pernah dibaca pelapor", _count(unread, floor)),
        ("Waktu jawab tengah (median, hari kerja)", str(percentile(days, 0.5)) if enough else "terlalu sedikit"),
        (
            "Sembilan dari sepuluh dijawab dalam (hari kerja)",
            str(percentile(days, 0.9)) if enough else "terlalu sedikit",
        ),
        ("Dijawab tepat waktu", _share([row for row in judged if row.in_time], judged, floor)),
        ("Pelapor yang mengetik kembali kodenya", _share([r for r in received if r.code_confirmed], received, floor)),
    )


def _is_overdue(complaint: Complaint, today: date) -> bool:
    """Nobody has answered, and the last day is over: whenever the answer comes, it is late."""
    waits = complaint.in_time is None and complaint.status in WITH_OFFICE
    return waits and complaint.due_on is not None and complaint.due_on < today


def _table(title: str, counts: Counter, labels: dict[str, str], floor: int) -> Table:
    cells = suppress({key: counts[key] for key in labels if counts[key]}, floor)
    return Table(title, tuple((labels[key], printed(count, floor)) for key, count in cells.items()))


def _count(rows: list, floor: int) -> str:
    return printed(total_of({"": len(rows)}, floor), floor)


def _share(part: list, whole: list, floor: int) -> str:
    """Whole percents; of a small whole none, and none where part or rest would be a small cell."""
    rest = len(whole) - len(part)
    if len(whole) < floor or 0 < len(part) < floor or 0 < rest < floor:
        return "disamarkan" if len(whole) >= floor else "terlalu sedikit"
    return f"{round(100 * len(part) / len(whole))}%"
