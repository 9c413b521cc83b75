"""The register of the guest book: today's visits, earlier ones by filter, entry by an officer, exports."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.frontdesk import visits
from pst.forms.frontdesk.visits import EntryForm
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import GuestFilters, Visit
from pst.models.paging import Page
from pst.rules import privacy, wording
from pst.rules.frontdesk.tickets import (
    AT_COUNTER,
    LETTERS,
    SERVICE_LABELS,
    SERVICES,
    STATE_LABELS,
    STATE_TONES,
    TicketState,
)
from pst.rules.frontdesk.visits import CHANNELS, GROUPS, kept_until, label_of
from pst.rules.frontdesk.waiting import times_of
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.downloads import csv_answer, xlsx_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved
from pst.web.instance import the_office
from pst.web.querying import key_of, page_links, text_of, with_query

blueprint = Blueprint("guests", __name__, url_prefix="/petugas")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)

HEADER = (
    "Nomor",
    "Tanggal",
    "Jam datang",
    "Nama",
    "Instansi",
    "Jenis instansi",
    "Telepon (disamarkan)",
    "Surel (disamarkan)",
    "Jenis kelamin",
    "Kelompok umur",
    "Pendidikan",
    "Pekerjaan",
    "Layanan",
    "Keperluan",
    "Pemanfaatan",
    "Urusan",
    "Petugas",
    "Asal isian",
)
NEW = "frontdesk/guests/new.html"
NOT_YET = "Tanggal dan jam itu belum lewat. Tulis kapan tamu datang menurut buku kertas."
TOO_OLD = "Kunjungan sebelum {day} sudah lewat masa simpan buku tamu, jadi tidak disalin lagi."


@blueprint.get("/tamu")
@desk
def index() -> Response:
    """Visits, the newest first; without a filter those of today."""
    filters = _filters()
    found = Visit.register_page(filters, after=key_of("sesudah"), before=key_of("sebelum"))
    return page_or_fragment("frontdesk/guests/index.html", "frontdesk/guests/_list.html", **_listed(found, filters))


def _listed(found: Page, filters: GuestFilters) -> dict[str, Any]:
    is_today = filters.first == filters.last == clock.today()
    return {
        "found": found,
        "filters": filters,
        "asked": request.args,
        "is_today": is_today,
        "counts": _counts_of_today() if is_today else [],
        "tickets": Ticket.of_visits([row.id for row in found.rows]),
        "services": [(it.letter, it.label) for it in SERVICES],
        "service_labels": SERVICE_LABELS,
        "state_labels": STATE_LABELS,
        "state_tones": STATE_TONES,
        "now": clock.now(),
        "wide": True,
        **page_links(".index", found),
        "csv": with_query(".as_csv"),
        "xlsx": with_query(".as_xlsx"),
        "breadcrumbs": [("Pekerjaan", url_for("worklist.desk")), ("Buku tamu", "")],
    }


@blueprint.get("/tamu.csv")
@desk
def as_csv() -> Response:
    """The filtered register as a table, contacts masked; the download is remembered."""
    _remember_download("CSV")
    return csv_answer(HEADER, _cells(_filters()), f"buku-tamu-{clock.today()}.csv")


@blueprint.get("/tamu.xlsx")
@desk
def as_xlsx() -> Response:
    """The same as a workbook."""
    _remember_download("XLSX")
    return xlsx_answer("Buku tamu", HEADER, _cells(_filters()), f"buku-tamu-{clock.today()}.xlsx")


@blueprint.get("/tamu/baru")
@officers
def new() -> str:
    """Fill the guest book for somebody who cannot, or from a page of the paper book."""
    return FormPage(NEW, EntryForm(formdata=None), _entry).show()


@blueprint.post("/tamu/baru")
@officers
def enter() -> Response:
    """Write it into the book."""
    with FormPage(NEW, EntryForm(), _entry) as form:
        _check_day(form)
        signed = visits.sign(form.given, clock.now(), actor=current_user, arrived_at=_arrived(form))
    number = signed.ticket.number if signed.ticket else ""
    words = f"Tersimpan. Nomor antrean {number}." if number else "Tersimpan sebagai salinan buku kertas."
    return saved(url_for("visit_page.show", number=signed.visit.number), words, signed.visit.number)


def _entry() -> dict[str, Any]:
    return {
        "groups": GROUPS,
        "today": clock.today(),
        "notice_version": privacy.NOTICE_VERSION,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            ("Buku tamu", url_for(".index")),
            ("Isikan untuk tamu", ""),
        ],
    }


def _arrived(form: EntryForm) -> datetime | None:
    """When the visitor of the paper book came, as stored; without an hour at the beginning of the morning."""
    if form.paper.data != "ya":
        return None
    hour = form.hour.data or datetime.min.replace(hour=8).time()
    return clock.stored(datetime.combine(form.day.data, hour))


def _check_day(form: EntryForm) -> None:
    """The day of a copied page: not one to come, and none that the office no longer keeps."""
    arrived, kept_from = _arrived(form), kept_until(clock.today(), the_office().visit_retention_months)
    if arrived is None:
        return
    if form.day.data < kept_from:
        raise Refusal(TOO_OLD.format(day=wording.long_date(kept_from)), "day")
    if arrived > clock.now():
        raise Refusal(NOT_YET, "day")


def _counts_of_today() -> list[tuple[object, str, str, str]]:
    """Large counts of today's queue and how long people waited."""
    today = clock.today()
    states = Counter(state for _, state in Ticket.states(today, today))
    at_work = sum(states[state] for state in AT_COUNTER)
    median = times_of(Ticket.waiting_times(today, today)).median
    return [
        (states[TicketState.WAITING] + states[TicketState.HELD], "menunggu", "", "warning"),
        (at_work, "di loket", "", "info"),
        (states[TicketState.DONE], "selesai dilayani", "", "success"),
        (
            "–" if median is None else f"{wording.number(median)} menit",
            "median tunggu hari ini",
            "",
            "neutral",
        ),
    ]


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


def _cells(filters: GuestFilters) -> Iterator[tuple]:
    """The register's rows; a complaint's number beside a name would tell who complained, so it is left out."""
    for row in Visit.register_rows(filters):
        chosen = (label_of(code, getattr(row, code)) for code in ("sex", "age", "education", "occupation"))
        yield (
            row.number,
            row.day,
            clock.local(row.arrived_at).time().replace(second=0, microsecond=0),
            row.name,
            row.institution,
            label_of("institution_kind", row.institution_kind),
            _masked(privacy.mask_phone, row.phone),
            _masked(privacy.mask_email, row.email),
            *chosen,
            SERVICE_LABELS[row.service],
            row.purpose,
            label_of("use", row.use),
            row.submission_number,
            row.served_by,
            CHANNELS[row.channel],
        )


def _masked(mask, contact: str) -> str:
    return mask(contact) if contact else ""


def _remember_download(kind: str) -> None:
    audit.record_look(current_user, "guests", clock.now(), f"Mengunduh buku tamu ({kind})")
