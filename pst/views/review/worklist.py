"""The officers' first page, what waits most urgently first; and the register of all submissions."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, render_template
from flask_login import current_user

from pst import clock
from pst.models.review import register as submission_register
from pst.models.review import worklist
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.roles import Role
from pst.views.review.list_lines import Line, lines_of
from pst.web.access import roles
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_calendar, the_office
from pst.web.navigation import work_trail
from pst.web.registers import Column, Register, file_of, listed, narrowed_to, wanted_of

blueprint = Blueprint("worklist", __name__, url_prefix="/petugas")
desk_roles = roles(Role.OFFICER, Role.HEAD)

LATE_SECTION = (worklist.LATE, "Lewat batas waktu pada petugas lain", "")
OFFICER_SECTIONS = (
    (
        worklist.MINE,
        "Tugas saya",
        "Tidak ada permohonan yang menunggu Anda. Ambil dari daftar yang belum ada petugasnya.",
    ),
    LATE_SECTION,
    (worklist.UNASSIGNED, "Belum ada petugas", "Setiap permohonan yang masuk sudah ada petugasnya."),
    (worklist.HEAD, "Menunggu Kepala", ""),
    (worklist.SILENT, "Terlalu lama pada pemohon", ""),
    (worklist.ISSUED, "Surat terbit, belum diterima pemohon", ""),
    (worklist.ENTERED, "Draf yang Anda isikan untuk pemohon", ""),
)
HEAD_SECTION = (
    worklist.HEAD,
    "Menunggu pengesahan Anda",
    "Tidak ada naskah yang menunggu tanda tangan. Naskah muncul di sini begitu petugas mengajukannya.",
)


@dataclass(frozen=True)
class Section:
    """One group of the desk; an empty one is shown only where `empty` says what to do."""

    key: str
    title: str
    empty: str
    lines: list[Line]


@blueprint.get("")
@desk_roles
def desk() -> str:
    """What waits for me, most urgent first."""
    today, office = clock.today(), the_office()
    patience = timedelta(days=min(office.reminder_days, default=30))
    found = worklist.waiting(current_user, today, clock.now() - patience)
    lines = {line.row.id: line for line in _lines([row for rows in found.values() for row in rows])}
    sections = [
        Section(key, title, empty, [lines[row.id] for row in found.get(key, [])])
        for key, title, empty in _sections_for(current_user)
    ]
    return render_template(
        "review/worklist/desk.html",
        sections=[section for section in sections if section.lines or section.empty],
        counts=_count_links(worklist.counts(current_user, today)),
        asked=worklist.opinions_asked(current_user),
        full=worklist.SECTION,
        may_enter=current_user.has(Role.OFFICER),
        wide=True,
    )


@blueprint.get("/permohonan")
@desk_roles
def register() -> Response:
    """The register: filters and place in the address."""
    found = listed(REGISTER, wanted_of(REGISTER))
    return page_or_fragment(
        "review/worklist/register.html",
        "review/worklist/_register.html",
        listed=found,
        lines=_lines(found.rows),
        may_enter=current_user.has(Role.OFFICER),
        wide=True,
        breadcrumbs=work_trail(("Permohonan", "")),
    )


@blueprint.get("/permohonan.csv", defaults={"kind": "csv"})
@blueprint.get("/permohonan.xlsx", defaults={"kind": "xlsx"})
@desk_roles
def register_file(kind: str) -> Response:
    """The filtered register as a table for spreadsheets."""
    return file_of(REGISTER, wanted_of(REGISTER), kind)


def _lines(rows: list[Any]) -> list[Line]:
    return lines_of(rows, clock.today(), the_calendar(), the_office())


def _sections_for(user) -> tuple[tuple[str, str, str], ...]:
    """The sections in the order they matter to this person: a head reads first what waits for a signature."""
    officers = OFFICER_SECTIONS if user.has(Role.OFFICER) else ()
    if not user.has(Role.HEAD):
        return officers
    others = officers or (LATE_SECTION,)
    return (HEAD_SECTION, *(section for section in others if section[0] != worklist.HEAD))


def _count_links(numbers: dict[str, int]) -> list[tuple[int, str, str, str]]:
    """Counts that lead to the list behind them."""
    words = {
        "late": ("lewat batas waktu", "danger"),
        "mine": ("tugas saya", "info"),
        "unassigned": ("belum ada petugas", "warning"),
        "head": ("menunggu Kepala", "info"),
        "with_applicant": ("pada pemohon", "neutral"),
        "open": ("sedang berjalan", "neutral"),
    }
    officer = current_user.has(Role.OFFICER)
    return [
        (numbers[key], label, narrowed_to(REGISTER, worklist.CARDS[key]), tone if numbers[key] else "neutral")
        for key, (label, tone) in words.items()
        if officer or key not in ("mine", "unassigned")
    ]


def _sent(row: Any) -> str:
    return wording.long_date(clock.local(row.submitted_at).date()) if row.submitted_at else ""


REGISTER = Register(
    address="worklist.register",
    filters=submission_register.FILTERS,
    page=submission_register.register_page,
    rows=submission_register.register_rows,
    columns=(
        Column("Nomor", "number"),
        Column("Judul", "title"),
        Column("Instansi", "agency"),
        Column("Tahun", "year"),
        Column("Cara pengumpulan data", lambda row: labels.method_label(row.method)),
        Column("Keadaan", lambda row: labels.standing(row)[0]),
        Column("Petugas", "assignee"),
        Column("Jalur", lambda row: labels.CHANNEL_LABELS.get(row.channel, row.channel)),
        Column("Dikirim", _sent),
        Column("Jatuh tempo", "due_on"),
    ),
    title="Permohonan",
    files="worklist.register_file",
    file_name="permohonan",
)
