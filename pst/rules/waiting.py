"""What waits for somebody of the office, of every service: one row a kind, read by one list.

A new thing that waits is a row here and its query in `models/waiting.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from pst.rules.complaints.complaints import Status as ComplaintStatus
from pst.rules.review.workflow import Status
from pst.rules.roles import Role

SUBMISSION, COMPLAINT, DESK, BOX = "submission", "complaint", "desk", "box"
SERVICES: dict[str, tuple[str, str]] = {
    SUBMISSION: ("file", "Permohonan"),
    COMPLAINT: ("message", "Pengaduan"),
    DESK: ("person", "Tamu"),
    BOX: ("mail", "Kotak saran"),
}
"""The icon and the word of each service."""


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits."""

    name: str
    service: str
    asked: str
    """What is asked of whoever reads; "" where the state of the case says it."""
    roles: frozenset[Role]
    free: bool = False
    """It is nobody's yet: whoever reads may take it."""
    section: str = ""
    """Where on the page of its case the work is done."""
    by_clock: bool = False
    """Its days are counted by the clock of its submission, as on the submission's own page."""
    today: bool = False
    """It waits at this hour, on any kind of day: no working days are counted."""
    title: str = ""
    """What it is called where it is no case with a title of its own; {} is how many there are."""


OFFICER, HEAD = Role.OFFICER, Role.HEAD


def _row(name: str, service: str, asked: str, roles: Iterable[Role], **more: Any) -> Waiting:
    return Waiting(name, service, asked, frozenset(roles), **more)


ROWS = (
    _row("initial", SUBMISSION, "paraf Anda", [OFFICER, HEAD], by_clock=True),
    _row("sign", SUBMISSION, "tanda tangan Anda", [HEAD], by_clock=True),
    _row("signing", SUBMISSION, "", [OFFICER, HEAD], by_clock=True),
    _row("opinion", SUBMISSION, "pendapat Anda", [OFFICER, HEAD], section="evaluasi", by_clock=True),
    _row("work", SUBMISSION, "", [OFFICER], by_clock=True),
    _row("stood_in", SUBMISSION, "gantikan rekan yang tidak di kantor", [OFFICER], by_clock=True),
    _row("free", SUBMISSION, "", [OFFICER], free=True, by_clock=True),
    _row("reply", SUBMISSION, "balasan untuk pesan pemohon", [OFFICER], section="pesan", by_clock=True),
    _row("silent", SUBMISSION, "hubungi pemohon yang lama tidak menanggapi", [OFFICER], by_clock=True),
    _row("entered", SUBMISSION, "selesaikan isian untuk pemohon", [OFFICER]),
    _row("results", SUBMISSION, "periksa hasil kegiatan yang diserahkan", [OFFICER]),
    _row("owed", SUBMISSION, "tagih hasil kegiatan", [OFFICER]),
    _row("complaint", COMPLAINT, "", [OFFICER, HEAD]),
    _row("free_complaint", COMPLAINT, "", [OFFICER, HEAD], free=True),
    _row("late_complaint", COMPLAINT, "ingatkan yang menangani", [OFFICER, HEAD]),
    _row("code", COMPLAINT, "benarkan kode baru yang diminta rekan", [OFFICER, HEAD], today=True),
    _row("visitors", DESK, "panggil dari loket", [OFFICER], today=True, title="{} orang menunggu"),
    _row("box", BOX, "catat pembukaannya", [OFFICER, HEAD], title="Kotak saran di ruang pelayanan"),
)
KINDS = {row.name: row for row in ROWS}

ASKED: dict[str, str] = {
    Status.SUBMITTED: "cek kelengkapan",
    Status.IN_REVIEW: "pemeriksaan",
    Status.REVISED: "pemeriksaan perbaikan",
    Status.EVALUATION: "kesimpulan evaluasi",
    Status.DRAFTING: "naskah surat",
    Status.SIGNING: "berkas bertanda tangan",
    Status.ISSUED: "serahkan surat kepada pemohon",
    ComplaintStatus.RECEIVED: "verifikasi",
    ComplaintStatus.IN_PROGRESS: "jawaban",
    ComplaintStatus.ESCALATED: "lanjutkan tindak lanjut",
    ComplaintStatus.REOPENED: "lanjutkan tindak lanjut",
}
"""What a case in this state asks of whoever carries it."""

LATE, TODAY, WEEK, REST = "late", "today", "week", "rest"
GROUPS: dict[str, str] = {LATE: "Lewat batas", TODAY: "Hari ini", WEEK: "Minggu ini", REST: "Selebihnya"}


def asked_of(kind: str, status: str) -> str:
    """What is asked, in words."""
    return KINDS[kind].asked or ASKED[status]


def kinds_for(roles: Iterable[Role]) -> tuple[str, ...]:
    """What may wait for somebody with these roles, in the order of the table."""
    mine = frozenset(roles)
    return tuple(row.name for row in ROWS if row.roles & mine)


def group_of(due: date | None, today: date) -> str:
    """How soon something has to be done; the week ends on Sunday."""
    if due is None:
        return REST
    if due < today:
        return LATE
    if due == today:
        return TODAY
    return WEEK if due <= today + timedelta(days=6 - today.weekday()) else REST


AnyRow = TypeVar("AnyRow")


def grouped(rows: Iterable[tuple[AnyRow, date | None]], today: date) -> list[tuple[str, str, list[AnyRow]]]:
    """(group, its title, its rows) of rows that come with their last day; without the groups that hold nothing."""
    found: dict[str, list[AnyRow]] = {name: [] for name in GROUPS}
    for row, due in rows:
        found[group_of(due, today)].append(row)
    return [(name, GROUPS[name], held) for name, held in found.items() if held]
