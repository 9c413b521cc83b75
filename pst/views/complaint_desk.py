"""The officers' register of complaints: what waits, everything, entry by hand, tables to take away, the recap."""

from datetime import date

from flask import Blueprint, Response, redirect, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaint_recap import HEADER, export_rows, recap_of
from pst.actions.complaints import Filing, file_complaint
from pst.exchange.csv_lines import csv_lines
from pst.exchange.xlsx_table import xlsx_table
from pst.forms.base import choices
from pst.forms.complaint_desk import EntryForm
from pst.models.boxes import BoxOpening
from pst.models.complaints import Complaint, Filters
from pst.models.office import HolidayRow, the_office
from pst.models.users import User
from pst.rules import numbering, wording
from pst.rules.calendar import WorkCalendar
from pst.rules.complaint_words import BOARD_LABELS, CHANNEL_LABELS, KIND_LABELS, STATUS_LABELS, STATUS_TONES
from pst.rules.roles import Role
from pst.views import complaint_codes as codes
from pst.views.access import roles
from pst.views.complaints import keep_nowhere
from pst.views.fragments import page_or_fragment, refused, saved
from pst.views.progress import SOON, Badge
from pst.views.querying import key_of, text_of, with_query

blueprint = Blueprint("complaint_desk", __name__, url_prefix="/petugas/pengaduan")
blueprint.after_request(keep_nowhere)
desk = roles(Role.OFFICER, Role.HEAD)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("")
@desk
def index() -> Response:
    """What waits, the nearest last day first; below it, or alone when something is looked for, the register."""
    filters, today = _filters(), clock.today()
    page = Complaint.register_page(current_user, filters, key_of("sesudah"), key_of("sebelum"))
    calendar = HolidayRow.calendar()
    waiting = Complaint.waiting(current_user) if filters.is_empty else []
    return page_or_fragment(
        "complaint_desk/index.html", "complaint_desk/_register.html", filters=filters,
        waiting=[(row, badge_of(row.limit_on, today, calendar)) for row in waiting],
        rows=[(row, badge_of(row.limit_on, today, calendar)) for row in page.rows],
        newer=with_query(".index", sebelum=page.newer) if page.newer else "",
        older=with_query(".index", sesudah=page.older) if page.older else "",
        counts=_counts(today), csv=with_query(".as_csv"), xlsx=with_query(".as_xlsx"), box_late=_box_late(today),
        nobody_for_head=not (the_office().complaint_designate or the_office().complaint_manager),
        statuses=list(STATUS_LABELS.items()), kinds=list(KIND_LABELS.items()), channels=list(CHANNEL_LABELS.items()),
        status_labels=STATUS_LABELS, status_tones=STATUS_TONES, kind_labels=KIND_LABELS, channel_labels=CHANNEL_LABELS,
        wide=True,
    )  # fmt: skip


@blueprint.get("/daftar.csv")
@desk
def as_csv() -> Response:
    """The register as a table, without title, text or person."""
    answer = Response(csv_lines(HEADER, export_rows(current_user, _filters())), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename=f"pengaduan-{clock.today()}.csv")
    return answer


@blueprint.get("/daftar.xlsx")
@desk
def as_xlsx() -> Response:
    """The same as a workbook."""
    answer = Response(xlsx_table("Pengaduan", HEADER, export_rows(current_user, _filters())), mimetype=XLSX)
    answer.headers.set("Content-Disposition", "attachment", filename=f"pengaduan-{clock.today()}.xlsx")
    return answer


@blueprint.get("/baru")
@desk
def new() -> str:
    """Enter a complaint that came another way."""
    form = EntryForm(formdata=None, received_on=clock.today())
    return render_template("complaint_desk/new.html", form=_offered(form), wide=True)


@blueprint.post("/baru")
@desk
def enter() -> Response:
    """Register it and print the receipt with its code."""
    form = _offered(EntryForm())
    if not form.validate_on_submit():
        return refused("complaint_desk/new.html", form=form, wide=True)
    if form.received_on.data > clock.today():
        form.received_on.errors = ["Tanggal itu belum tiba."]
        return refused("complaint_desk/new.html", form=form, wide=True)
    code = numbering.new_code()
    complaint = file_complaint(
        Filing(**form.told), numbering.hash_code(code), clock.now(), codes.the_vault(), current_user
    )
    codes.show_code(complaint.number, code)
    return saved(url_for(".receipt"), "Pengaduan tercatat.", complaint.number, code)


@blueprint.get("/tanda-terima")
@desk
def receipt() -> Response | str:
    """The receipt with the code, to hand over; the code is shown this once."""
    if not (shown := codes.shown_code()):
        return redirect(url_for(".index"), 303)
    number, code = shown
    codes.forget_code()
    known = Complaint.find(current_user, number) is not None
    return render_template(
        "complaint_desk/receipt.html",
        number=number,
        code=code,
        qr=codes.qr_picture(code),
        known=known,
        at=clock.now(),
    )


@blueprint.get("/papan")
@desk
def board() -> str:
    """The notice-board list: code and neutral state alone, to print."""
    return render_template(
        "complaint_desk/board.html", posted=list(Complaint.on_board(current_user)), labels=BOARD_LABELS
    )


@blueprint.get("/rekap")
@desk
def recap() -> str:
    """One month in numbers."""
    first = _month()
    months = [_back(clock.today().replace(day=1), back) for back in range(12)]
    return render_template(
        "complaint_desk/recap.html", recap=recap_of(current_user, first), month=wording.month_year(first), first=first,
        months=[(month.strftime("%Y-%m"), wording.month_year(month)) for month in months], wide=True,
    )  # fmt: skip


@blueprint.get("/rekap.xlsx")
@desk
def recap_xlsx() -> Response:
    """The recap as a workbook."""
    first = _month()
    shown = recap_of(current_user, first)
    rows = [("Seluruhnya", "Jumlah", shown.total)]
    rows += [(table.title, label, number) for table in shown.tables for label, number in table.rows]
    rows += [("Ukuran", label, number) for label, number in shown.facts]
    answer = Response(xlsx_table(f"Rekap {first:%Y-%m}", ("bagian", "uraian", "angka"), rows), mimetype=XLSX)
    answer.headers.set("Content-Disposition", "attachment", filename=f"rekap-pengaduan-{first:%Y-%m}.xlsx")
    return answer


def badge_of(limit_on: date | None, today: date, calendar: WorkCalendar) -> Badge:
    """The working days left until the nearest limit; nothing is counted while the office does not have to act."""
    if limit_on is None:
        return Badge(None, "tidak menunggu kantor", "neutral")
    if today > limit_on:
        return Badge(max(1, calendar.between(limit_on, today)), "hari kerja terlambat", "danger")
    left = calendar.between(today, limit_on)
    tone = "danger" if left == 0 else "warning" if left <= SOON else "info"
    return Badge(left, "hari kerja lagi", tone)


def _filters() -> Filters:
    """The filters of the address; what is not understood narrows nothing."""
    status, kind, channel = text_of("keadaan"), text_of("kelas"), text_of("saluran")
    return Filters(
        status=status if status in STATUS_LABELS else "", kind=kind if kind in KIND_LABELS else "",
        channel=channel if channel in CHANNEL_LABELS else "", mine=bool(text_of("saya")), text=text_of("cari"),
        late_on=clock.today() if text_of("terlambat") else None,
    )  # fmt: skip


def _counts(today: date) -> list[tuple[int, str, str, str]]:
    found = Complaint.counts(current_user, today)
    listed = (
        ("late", "lewat batas", {"terlambat": 1}, "danger"),
        ("new", "menunggu verifikasi", {"keadaan": "received"}, "warning"),
        ("mine", "saya tangani", {"saya": 1}, "info"),
        ("with_complainant", "menunggu pelapor", {"keadaan": "answered"}, "neutral"),
        ("unread", "jawaban belum dibaca", {"keadaan": "answered"}, "neutral"),
    )
    return [
        (found[key], label, url_for(".index", **where), tone if found[key] else "neutral")
        for key, label, where, tone in listed
    ]


def _box_late(today: date) -> int | None:
    """For how many days the box has not been opened, when that is too long; None while it is not, or never was."""
    last = BoxOpening.last_day()
    days = (today - last).days if last else None
    return days if days is not None and days >= the_office().box_interval_days else None


def _offered(form: EntryForm) -> EntryForm:
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return form


def _month() -> date:
    """The month of the address, else this one."""
    try:
        return date.fromisoformat(f"{text_of('bulan')}-01")
    except ValueError:
        return clock.today().replace(day=1)


def _back(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)
