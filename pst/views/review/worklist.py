"""The officers' first page, what waits most urgently first; and the register of all submissions."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.models.office.agencies import Agency
from pst.models.review import register as registers
from pst.models.review import worklist
from pst.models.review.register import Filters
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.views.review.list_lines import Line, lines_of
from pst.web.access import roles
from pst.web.downloads import csv_answer
from pst.web.fragments import page_or_fragment
from pst.web.instance import the_calendar, the_office

blueprint = Blueprint("worklist", __name__, url_prefix="/petugas")
desk_roles = roles(Role.OFFICER, Role.HEAD)

CSV_HEADER = (
    "Nomor",
    "Judul",
    "Instansi",
    "Tahun",
    "Cara pengumpulan data",
    "Keadaan",
    "Petugas",
    "Jalur",
    "Dikirim",
    "Jatuh tempo",
)

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
    today, office, calendar = clock.today(), the_office(), the_calendar()
    patience = timedelta(days=min(office.reminder_days, default=30))
    found = worklist.waiting(current_user, today, clock.now() - patience)
    wanted = _sections_for(current_user)
    sections = [
        Section(key, title, empty, lines_of(found.get(key, []), today, calendar, office))
        for key, title, empty in wanted
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
    filters = _filters()
    found = registers.register_page(
        current_user, filters, _number("sebelum"), None if _number("sebelum") else _number("sesudah")
    )
    today, office, calendar = clock.today(), the_office(), the_calendar()
    return page_or_fragment(
        "review/worklist/register.html",
        "review/worklist/_register.html",
        lines=lines_of(found.rows, today, calendar, office),
        newer=url_for(".register", **_asked(), sesudah=found.newer) if found.newer else "",
        older=url_for(".register", **_asked(), sebelum=found.older) if found.older else "",
        asked=_asked(),
        states=[(str(key), label) for key, label in labels.STATUS_LABELS.items()],
        agencies=Agency.choices(),
        years=[(year, year) for year in registers.years()],
        csv_url=url_for(".register_csv", **_asked()),
        may_enter=current_user.has(Role.OFFICER),
        wide=True,
        breadcrumbs=[("Pekerjaan", url_for(".desk")), ("Permohonan", "")],
    )


@blueprint.get("/permohonan.csv")
@desk_roles
def register_csv() -> Response:
    """The filtered register as a table for spreadsheets, sent row by row."""
    rows = registers.register_rows(current_user, _filters())
    return csv_answer(CSV_HEADER, map(_cells, rows), f"permohonan-{clock.today()}.csv")


def _sections_for(user) -> tuple[tuple[str, str, str], ...]:
    """The sections in the order they matter to this person: a head reads first what waits for a signature."""
    officers = OFFICER_SECTIONS if user.has(Role.OFFICER) else ()
    if not user.has(Role.HEAD):
        return officers
    others = officers or (LATE_SECTION,)
    return (HEAD_SECTION, *(section for section in others if section[0] != worklist.HEAD))


def _count_links(numbers: dict[str, int]) -> list[tuple[int, str, str, str]]:
    """Counts that lead to the list behind them."""
    listed = {
        "late": ("lewat batas waktu", {"terlambat": 1}, "danger"),
        "mine": ("tugas saya", {"saya": 1}, "info"),
        "unassigned": ("belum ada petugas", None, "warning"),
        "head": ("menunggu Kepala", {"keadaan": Status.AWAITING_SIGNATURE.value}, "info"),
        "with_applicant": ("pada pemohon", {"keadaan": Status.NEEDS_REVISION.value}, "neutral"),
        "open": ("sedang berjalan", {}, "neutral"),
    }
    mine = current_user.has(Role.OFFICER)
    return [
        (
            numbers[key],
            label,
            url_for(".desk", _anchor="unassigned") if where is None else url_for(".register", **where),
            tone if numbers[key] else "neutral",
        )
        for key, (label, where, tone) in listed.items()
        if mine or key not in ("mine", "unassigned")
    ]


def _filters() -> Filters:
    """The filters of the address; what is not understood narrows nothing."""
    status = request.args.get("keadaan", "")
    return Filters(
        status=status if status in labels.STATUS_LABELS else "",
        assignee=current_user.id if request.args.get("saya") else None,
        agency=_number("instansi"),
        year=_number("tahun"),
        text=request.args.get("cari", "")[:200],
        late_on=clock.today() if request.args.get("terlambat") else None,
    )


def _asked() -> dict[str, Any]:
    """The filters as they stand in the address, without the place in the list."""
    names = ("cari", "keadaan", "instansi", "tahun", "saya", "terlambat")
    return {name: request.args[name][:200] for name in names if request.args.get(name)}


def _number(name: str) -> int | None:
    """A whole number of the address that a key can be; anything else is as if it were not there."""
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def _cells(row: Any) -> tuple[object, ...]:
    sent = wording.long_date(clock.local(row.submitted_at).date()) if row.submitted_at else ""
    return (
        row.number,
        row.title,
        row.agency,
        row.year,
        labels.method_label(row.method),
        labels.status_label(row.status),
        row.assignee,
        labels.CHANNEL_LABELS.get(row.channel, row.channel),
        sent,
        row.due_on or "",
    )
