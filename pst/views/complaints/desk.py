"""The officers' register of complaints: what waits, everything, entry by hand, tables to take away, the recap."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, current_app, g, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints.complaints import Filing, file_complaint
from pst.actions.complaints.recap import HEADER, export_rows, recap_of
from pst.forms.base import choices
from pst.forms.complaints.desk import EntryForm
from pst.models.accounts.users import User
from pst.models.base import AlreadyDone
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import Complaint, Filters
from pst.rules import numbering, wording
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.words import BOARD_LABELS, KIND_LABELS, STATUS_LABELS, STATUS_TONES
from pst.rules.months import months_after
from pst.views.complaints import codes
from pst.views.complaints.complaint_progress import limit_badge
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.downloads import csv_answer, xlsx_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved, told
from pst.web.instance import the_calendar, the_config, the_office, the_vault
from pst.web.querying import key_of, page_links, text_of, with_query

blueprint = Blueprint("complaint_desk", __name__, url_prefix="/petugas/pengaduan")
blueprint.after_request(keep_nowhere)
RECAP_HEADER = ("bagian", "uraian", "angka")


@blueprint.get("")
@desk
def index() -> Response:
    """What waits, the nearest last day first; below it, or alone when something is looked for, the register."""
    codes.forget_code()
    filters, today = _filters(), clock.today()
    page = Complaint.register_page(current_user, filters, key_of("sesudah"), key_of("sebelum"))
    calendar = the_calendar()
    waiting = Complaint.waiting(current_user) if filters.is_empty else []
    return page_or_fragment(
        "complaints/desk/index.html",
        "complaints/desk/_register.html",
        filters=filters,
        waiting=[(row, limit_badge(row.limit_on, today, calendar)) for row in waiting],
        rows=[(row, limit_badge(row.limit_on, today, calendar)) for row in page.rows],
        **page_links(".index", page),
        counts=_counts(today),
        csv=with_query(".as_csv"),
        xlsx=with_query(".as_xlsx"),
        box_late=_box_late(today),
        nobody_for_head=not (the_office().complaint_designate or the_office().complaint_manager),
        statuses=list(STATUS_LABELS.items()),
        kinds=list(KIND_LABELS.items()),
        channels=list(CHANNEL_LABELS.items()),
        status_labels=STATUS_LABELS,
        status_tones=STATUS_TONES,
        kind_labels=KIND_LABELS,
        channel_labels=CHANNEL_LABELS,
        wide=True,
    )


@blueprint.get("/daftar.csv")
@desk
def as_csv() -> Response:
    """The register as a table, without title, text or person."""
    return csv_answer(HEADER, export_rows(current_user, _filters()), f"pengaduan-{clock.today()}.csv")


@blueprint.get("/daftar.xlsx")
@desk
def as_xlsx() -> Response:
    """The same as a workbook."""
    rows = export_rows(current_user, _filters())
    return xlsx_answer("Pengaduan", HEADER, rows, f"pengaduan-{clock.today()}.xlsx")


@blueprint.get("/baru")
@desk
def new() -> str:
    """Enter a complaint that came another way."""
    return _entry(EntryForm(formdata=None, received_on=clock.today())).show()


@blueprint.post("/baru")
@desk
def enter() -> Response:
    """Register it and print the receipt with its code."""
    code = _code_of_form()
    with _entry(EntryForm()) as form:
        complaint = _file(form, numbering.hash_code(code))
    codes.show_code(complaint.number, code)
    return saved(url_for(".receipt"), "Pengaduan tercatat.", complaint.number, code)


@blueprint.get("/tanda-terima")
@desk
def receipt() -> Response | str:
    """The receipt with the code, to print and hand over; it is gone once the officer has left it."""
    if not (fresh := codes.fresh_code()):
        return told(url_for(".index"), "Kode sudah diserahkan; tanda terima tidak dapat ditampilkan lagi.")
    number, code = fresh
    known = Complaint.find(current_user, number)
    return render_template(
        "complaints/desk/receipt.html",
        number=number,
        code=code,
        qr=codes.qr_picture(code),
        complaint=known,
        channel_labels=CHANNEL_LABELS,
        kind_labels=KIND_LABELS,
        site=the_config().site,
        at=clock.now(),
    )


@blueprint.post("/tanda-terima")
@desk
def hand_over() -> Response:
    """The receipt was handed over: this browser forgets the code."""
    number = (codes.fresh_code() or ("", ""))[0]
    codes.forget_code()
    known = Complaint.find(current_user, number)
    leads = url_for("complaint_case.show", number=number) if known else url_for(".index")
    return saved(leads, "Tanda terima diserahkan.")


@blueprint.get("/papan")
@desk
def board() -> str:
    """The notice-board list: code and neutral state alone, to print."""
    posted = list(Complaint.on_board(current_user))
    return render_template(
        "complaints/desk/board.html", posted=posted, labels=BOARD_LABELS, **_trail("Papan pengumuman")
    )


@blueprint.get("/rekap")
@desk
def recap() -> str:
    """One month in numbers."""
    first = _month()
    months = [months_after(clock.today().replace(day=1), -back) for back in range(12)]
    return render_template(
        "complaints/desk/recap.html",
        recap=recap_of(current_user, first),
        month=wording.month_year(first),
        first=first,
        months=[(month.strftime("%Y-%m"), wording.month_year(month)) for month in months],
        **_trail("Rekap bulanan"),
    )


@blueprint.get("/rekap.xlsx")
@desk
def recap_xlsx() -> Response:
    """The recap as a workbook."""
    first = _month()
    name = f"rekap-pengaduan-{first:%Y-%m}.xlsx"
    return xlsx_answer(f"Rekap {first:%Y-%m}", RECAP_HEADER, _recap_rows(first), name)


@blueprint.get("/rekap.csv")
@desk
def recap_csv() -> Response:
    """The same as plain lines."""
    first = _month()
    return csv_answer(RECAP_HEADER, _recap_rows(first), f"rekap-pengaduan-{first:%Y-%m}.csv")


def _recap_rows(first: date) -> list[tuple[str, str, str]]:
    """The recap as it may be shown, under `RECAP_HEADER`."""
    recap = recap_of(current_user, first)
    counted = [(table.title, label, number) for table in recap.tables for label, number in table.rows]
    measured = [("Ukuran", label, number) for label, number in recap.facts]
    return [("Seluruhnya", "Jumlah", recap.total), *counted, *measured]


def _trail(here: str) -> dict[str, Any]:
    return {"breadcrumbs": [("Pengaduan", url_for(".index")), (here, "")], "wide": True}


def _filters() -> Filters:
    """The filters of the address; what is not understood narrows nothing."""
    status, kind, channel = text_of("keadaan"), text_of("kelas"), text_of("saluran")
    return Filters(
        status=status if status in STATUS_LABELS else "",
        kind=kind if kind in KIND_LABELS else "",
        channel=channel if channel in CHANNEL_LABELS else "",
        mine=bool(text_of("saya")),
        text=text_of("cari"),
        late_on=clock.today() if text_of("terlambat") else None,
    )


def _counts(today: date) -> list[tuple[int, str, str, str]]:
    found = Complaint.counts(current_user, today)
    listed = (
        ("late", "lewat batas", {"terlambat": 1}, "danger"),
        ("new", "menunggu verifikasi", {"keadaan": "received"}, "warning"),
        ("mine", "saya tangani", {"saya": 1}, "info"),
        ("with_complainant", "menunggu pelapor", None, "neutral"),
        ("unread", "jawaban belum dibaca", None, "neutral"),
    )
    return [
        (found[key], label, url_for(".index", **where) if where else "", tone if found[key] else "neutral")
        for key, label, where, tone in listed
    ]


def _box_late(today: date) -> int | None:
    """For how many days the box has not been opened, when that is too long; None while it is not, or never was."""
    last = BoxOpening.last_day()
    days = (today - last).days if last else None
    return days if days is not None and days >= the_office().box_interval_days else None


def _entry(form: EntryForm) -> FormPage[EntryForm]:
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return FormPage("complaints/desk/new.html", form, lambda: _trail("Catat pengaduan"))


def _file(form: EntryForm, code_hash: str) -> Complaint:
    try:
        return file_complaint(Filing(**form.filing), code_hash, clock.now(), the_vault(), current_user)
    except AlreadyDone:  # a second click: the same form has the same code, and its receipt must not be lost
        return Complaint.by_code(code_hash) or abort(409)


def _code_of_form() -> str:
    """The code that belongs to this form, so that a second click gives the same one."""
    key = g.get("form_key")
    return numbering.code_from(key.encode(), current_app.config["SECRET_KEY"].encode()) if key else numbering.new_code()


def _month() -> date:
    """The month of the address, else this one."""
    try:
        return date.fromisoformat(f"{text_of('bulan')}-01")
    except ValueError:
        return clock.today().replace(day=1)
