"""The register of the guest book: today's visits, earlier ones by filter, entry by an officer, exports."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.frontdesk import visits
from pst.forms.frontdesk.visits import EntryForm
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import FILTERS, SORTS, Visit
from pst.models.narrowing import Wanted
from pst.rules import privacy, wording
from pst.rules.frontdesk.tickets import AT_COUNTER, SERVICE_LABELS, STATE_LABELS, STATE_TONES, TicketState
from pst.rules.frontdesk.visits import CHANNELS, GROUPS, kept_until, label_of
from pst.rules.frontdesk.waiting import times_of
from pst.rules.months import months_after
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved
from pst.web.instance import the_office
from pst.web.navigation import work_trail
from pst.web.registers import Column, Register, file_of, listed, wanted_of

blueprint = Blueprint("guests", __name__, url_prefix="/petugas")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)

EVERY = "semua"
"""What an address says that asks for the visits of all days."""
NEW = "frontdesk/guests/new.html"
NOT_YET = "Tanggal dan jam itu belum lewat. Tulis kapan tamu datang menurut buku kertas."
TOO_OLD = "Kunjungan sebelum {day} sudah lewat masa simpan buku tamu, jadi tidak disalin lagi."


@blueprint.get("/tamu")
@desk
def index() -> Response:
    """Visits, the newest first; without a filter those of today."""
    wanted = _wanted()
    is_today = wanted["dari"] == wanted["sampai"] == clock.today()
    found = listed(REGISTER, wanted)
    return page_or_fragment(
        "frontdesk/guests/index.html",
        "frontdesk/guests/_list.html",
        listed=found.without("dari", "sampai") if is_today else found,
        every=EVERY in request.args,
        is_today=is_today,
        counts=_counts_of_today() if is_today else [],
        tickets=Ticket.of_visits([row.id for row in found.rows]),
        service_labels=SERVICE_LABELS,
        state_labels=STATE_LABELS,
        state_tones=STATE_TONES,
        now=clock.now(),
        wide=True,
        breadcrumbs=work_trail(("Buku tamu", "")),
    )


@blueprint.get("/tamu.csv", defaults={"kind": "csv"})
@blueprint.get("/tamu.xlsx", defaults={"kind": "xlsx"})
@desk
def as_file(kind: str) -> Response:
    """The filtered register as a table, contacts masked."""
    return file_of(REGISTER, _within_a_year(_wanted()), kind)


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
        "notice_version": privacy.NOTICE_VERSION,
        "breadcrumbs": work_trail(("Buku tamu", url_for(".index")), ("Isikan untuk tamu", "")),
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
        ("–" if median is None else f"{wording.number(median)} menit", "median tunggu hari ini", "", "neutral"),
    ]


def _wanted() -> Wanted:
    """What the address asks for; where it asks for nothing, the visits of today."""
    wanted = wanted_of(REGISTER)
    if EVERY in request.args or any(wanted[name] for name in ("cari", "dari", "sampai")):
        return wanted
    return replace(wanted, filters={**wanted.filters, "dari": wanted.today, "sampai": wanted.today})


def _within_a_year(wanted: Wanted) -> Wanted:
    """A file holds a year at most: the one that ends on the last day asked for."""
    last = wanted["sampai"] or wanted.today
    first = max(wanted["dari"] or date.min, months_after(last, -12)) if last.year > 1 else date.min
    return replace(wanted, filters={**wanted.filters, "dari": first})


def _hour(row: Any) -> time:
    return clock.local(row.arrived_at).time().replace(second=0, microsecond=0)


def _label(code: str) -> Callable[[Any], str]:
    return lambda row: label_of(code, getattr(row, code))


REGISTER = Register(
    address="guests.index",
    filters=FILTERS,
    sorts=SORTS,
    page=Visit.register_page,
    rows=Visit.register_rows,
    columns=(
        Column("Nomor", "number"),
        Column("Tanggal", "day"),
        Column("Jam datang", _hour),
        Column("Nama", "name"),
        Column("Instansi", "institution"),
        Column("Jenis instansi", _label("institution_kind")),
        Column("Telepon (disamarkan)", lambda row: row.phone and privacy.mask_phone(row.phone)),
        Column("Surel (disamarkan)", lambda row: row.email and privacy.mask_email(row.email)),
        Column("Jenis kelamin", _label("sex")),
        Column("Kelompok umur", _label("age")),
        Column("Pendidikan", _label("education")),
        Column("Pekerjaan", _label("occupation")),
        Column("Layanan", lambda row: SERVICE_LABELS[row.service]),
        Column("Keperluan", "purpose"),
        Column("Pemanfaatan", _label("use")),
        Column("Urusan", "submission_number"),
        Column("Petugas", "served_by"),
        Column("Asal isian", lambda row: CHANNELS[row.channel]),
    ),
    title="Buku tamu",
    files="guests.as_file",
    file_name="buku-tamu",
    personal="guests",
)
"""A complaint's number beside a name would tell who complained, so it is left out."""
