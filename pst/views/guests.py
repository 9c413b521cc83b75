"""The register of the guest book: today's visits, earlier ones by filter, entry by an officer, exports."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit, visits
from pst.exchange.csv_lines import csv_lines
from pst.exchange.registers_xlsx import register_xlsx
from pst.forms.visits import EntryForm
from pst.models.tickets import Ticket
from pst.models.visits import GuestFilters, Visit
from pst.rules import privacy
from pst.rules.roles import Role
from pst.rules.tickets import LETTERS, SERVICE_LABELS, SERVICES, STATE_LABELS, STATE_TONES
from pst.rules.visits import CHANNELS, GROUPS, label_of
from pst.views.access import roles
from pst.views.fragments import page_or_fragment, refused, saved
from pst.views.querying import key_of, text_of, with_query

blueprint = Blueprint("guests", __name__, url_prefix="/petugas")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)

HEADER = (
    "Nomor", "Tanggal", "Jam datang", "Nama", "Instansi", "Jenis instansi", "Telepon (disamarkan)", "Surel (disamarkan)",
    "Jenis kelamin", "Kelompok umur", "Pendidikan", "Pekerjaan", "Layanan", "Keperluan", "Pemanfaatan", "Urusan",
    "Petugas", "Asal isian",
)  # fmt: skip
UNKNOWN_CASE = "Kode atau nomor itu tidak dikenal."


@blueprint.get("/tamu")
@desk
def index() -> Response:
    """Visits, the newest first; without a filter those of today."""
    filters = _filters()
    page = Visit.register_page(filters, after=key_of("sesudah"), before=key_of("sebelum"))
    return page_or_fragment(
        "guests/index.html", "guests/_list.html", page=page, asked=request.args, is_today=_is_today(filters),
        tickets=Ticket.of_visits([row.id for row in page.rows]), services=[(it.letter, it.label) for it in SERVICES],
        service_labels=SERVICE_LABELS, state_labels=STATE_LABELS, state_tones=STATE_TONES, filters=filters,
        newer=with_query(".index", sebelum=page.newer) if page.newer else "",
        older=with_query(".index", sesudah=page.older) if page.older else "",
        csv=with_query(".as_csv"), xlsx=with_query(".as_xlsx"), now=clock.now(), wide=True,
        breadcrumbs=[("Pekerjaan", url_for("worklist.desk")), ("Buku tamu", "")],
    )  # fmt: skip


@blueprint.get("/tamu.csv")
@desk
def as_csv() -> Response:
    """The filtered register as a table, contacts masked; the download is remembered."""
    _remember_download("CSV")
    answer = Response(csv_lines(HEADER, _cells()), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"buku-tamu-{clock.today()}.csv")
    return answer


@blueprint.get("/tamu.xlsx")
@desk
def as_xlsx() -> Response:
    """The same as a workbook."""
    _remember_download("XLSX")
    answer = make_response(register_xlsx("Buku tamu", HEADER, _cells(), clock.now()))
    answer.mimetype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer.headers.set("Content-Disposition", "attachment", filename=f"buku-tamu-{clock.today()}.xlsx")
    return answer


@blueprint.get("/tamu/baru")
@officers
def new() -> str:
    """Fill the guest book for somebody who cannot, or from a page of the paper book."""
    return render_template("guests/new.html", **_entry(EntryForm(formdata=None)))


@blueprint.post("/tamu/baru")
@officers
def enter() -> Response:
    """Write it into the book."""
    form = EntryForm()
    if not form.validate_on_submit():
        return refused("guests/new.html", **_entry(form))
    try:
        signed = visits.sign(form.given, clock.now(), actor=current_user, arrived_at=_arrived(form))
    except visits.CaseUnknown:
        form.case.errors = [UNKNOWN_CASE]
        return refused("guests/new.html", **_entry(form))
    number = signed.ticket.number if signed.ticket else ""
    words = f"Tersimpan. Nomor antrean {number}." if number else "Tersimpan sebagai salinan buku kertas."
    return saved(url_for("visit_page.show", number=signed.visit.number), words, signed.visit.number)


def _entry(form: EntryForm) -> dict[str, Any]:
    return {
        "form": form,
        "groups": GROUPS,
        "today": clock.today(),
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")), ("Buku tamu", url_for(".index")), ("Isikan untuk tamu", ""),
        ],
    }  # fmt: skip


def _arrived(form: EntryForm) -> datetime | None:
    """When the visitor of the paper book came, as stored; without an hour at the beginning of the morning."""
    if form.paper.data != "ya":
        return None
    hour = form.hour.data or datetime.min.replace(hour=8).time()
    return clock.stored(datetime.combine(form.day.data, hour))


def _filters() -> GuestFilters:
    first, last, service = _day("dari"), _day("sampai"), text_of("layanan")
    words = text_of("cari")
    if not (first or last or words or "semua" in request.args):
        first = last = clock.today()
    return GuestFilters(first, last, service if service in LETTERS else "", words)


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None


def _is_today(filters: GuestFilters) -> bool:
    return filters.first == filters.last == clock.today()


def _cells() -> Iterator[tuple]:
    for row in Visit.register_rows(_filters()):
        case = row.submission_number or row.complaint
        chosen = (label_of(code, getattr(row, code)) for code in ("sex", "age", "education", "occupation"))
        yield (
            row.number, row.day, clock.local(row.arrived_at).time().replace(second=0, microsecond=0), row.name,
            row.institution, label_of("institution_kind", row.institution_kind), _masked(privacy.mask_phone, row.phone),
            _masked(privacy.mask_email, row.email), *chosen, SERVICE_LABELS[row.service], row.purpose,
            label_of("use", row.use), case, row.served_by, CHANNELS[row.channel],
        )  # fmt: skip


def _masked(mask, contact: str) -> str:
    return mask(contact) if contact else ""


def _remember_download(kind: str) -> None:
    audit.record_look(current_user, "guest book", clock.now(), f"Mengunduh buku tamu ({kind})")
