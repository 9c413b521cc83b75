"""The officers' register of complaints: what waits, everything, entry by hand, tables to take away, the recap."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, g, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints.complaints import Filing, file_complaint
from pst.actions.complaints.recap import recap_of, smallest_cell
from pst.forms.base import choices
from pst.forms.complaints.desk import EntryForm
from pst.models.accounts.users import User
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import AT_OFFICE, CARDS, FILTERS, NOT_AT_OFFICE, SORTS, Complaint
from pst.models.narrowing import Wanted
from pst.models.paging import TOP
from pst.rules import numbering, wording
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.words import BOARD_LABELS, KIND_LABELS, STATUS_LABELS, STATUS_TONES, TOPIC_LABELS
from pst.rules.months import months_after
from pst.views.complaints import codes
from pst.views.complaints.complaint_progress import limit_badge
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.downloads import csv_answer, xlsx_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import page_or_fragment, saved, told
from pst.web.instance import the_calendar, the_config, the_office, the_store, the_vault
from pst.web.querying import month_asked, place_asked
from pst.web.registers import Column, Listed, Register, listed, narrowed_to, serve_files, wanted_of
from pst.web.walking import way_into

blueprint = Blueprint("complaint_desk", __name__, url_prefix="/petugas/pengaduan")
blueprint.after_request(keep_nowhere)
RECAP_HEADER = ("bagian", "uraian", "angka")


@blueprint.get("")
@desk
def index() -> Response:
    """What waits, the nearest last day first; below it, or alone when something is looked for, the register."""
    codes.forget_code()
    wanted, today, calendar = wanted_of(REGISTER), clock.today(), the_calendar()
    waiting = Complaint.waiting(current_user) if wanted.is_empty else []
    found = _beside(waiting, wanted)
    return page_or_fragment(
        "complaints/desk/index.html",
        "complaints/desk/_register.html",
        listed=found,
        waiting=[(row, limit_badge(row.limit_on, today, calendar)) for row in waiting],
        waiting_way=way_into({"keadaan": AT_OFFICE}),
        rows=[(row, limit_badge(row.limit_on, today, calendar)) for row in found.rows],
        counts=_counts(today),
        box_late=_box_late(today),
        nobody_for_head=not (the_office().complaint_designate or the_office().complaint_manager),
        status_labels=STATUS_LABELS,
        status_tones=STATUS_TONES,
        kind_labels=KIND_LABELS,
        channel_labels=CHANNEL_LABELS,
        wide=True,
    )


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
        filing, code_hash = Filing(**form.filing), numbering.hash_code(code)
        given = (form.given, the_store())
        complaint = file_complaint(filing, code_hash, clock.now(), the_vault(), current_user, *given)
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
    first = month_asked()
    months = [months_after(clock.today().replace(day=1), -back) for back in range(12)]
    return render_template(
        "complaints/desk/recap.html",
        recap=recap_of(current_user, first, clock.today()),
        smallest=smallest_cell(),
        month=wording.month_year(first),
        first=first,
        months=[(month.strftime("%Y-%m"), wording.month_year(month)) for month in months],
        **_trail("Rekap bulanan"),
    )


@blueprint.get("/rekap.xlsx")
@desk
def recap_xlsx() -> Response:
    """The recap as a workbook."""
    first = month_asked()
    name = f"rekap-pengaduan-{first:%Y-%m}.xlsx"
    return xlsx_answer(f"Rekap {first:%Y-%m}", RECAP_HEADER, _recap_rows(first), name)


@blueprint.get("/rekap.csv")
@desk
def recap_csv() -> Response:
    """The same as plain lines."""
    first = month_asked()
    return csv_answer(RECAP_HEADER, _recap_rows(first), f"rekap-pengaduan-{first:%Y-%m}.csv")


def _recap_rows(first: date) -> list[tuple[str, str, str]]:
    """The recap as it may be published, under `RECAP_HEADER`."""
    recap = recap_of(current_user, first, clock.today(), smallest_cell())
    counted = [(table.title, label, number) for table in recap.tables for label, number in table.rows]
    measured = [("Ukuran", label, number) for label, number in recap.facts]
    return [("Seluruhnya", "Jumlah", recap.total), *counted, *measured]


def _trail(here: str) -> dict[str, Any]:
    return {"breadcrumbs": [("Pengaduan", url_for(".index")), (here, "")], "wide": True}


def _counts(today: date) -> list[tuple[int, str, str, str]]:
    found = Complaint.counts(current_user, today)
    words = (
        ("late", "lewat batas", "danger"),
        ("new", "menunggu verifikasi", "warning"),
        ("mine", "saya tangani", "info"),
        ("with_complainant", "menunggu pelapor", "neutral"),
        ("unread", "jawaban belum dibaca", "neutral"),
    )
    return [
        (
            found[key],
            label,
            narrowed_to(REGISTER.address, CARDS[key]) if key in CARDS else "",
            tone if found[key] else "neutral",
        )
        for key, label, tone in words
    ]


def _box_late(today: date) -> int | None:
    """For how many days the box has not been opened, when that is too long; None while it is not, or never was."""
    last = BoxOpening.last_day()
    days = (today - last).days if last else None
    return days if days is not None and days >= the_office().box_interval_days else None


def _beside(waiting: list[Any], wanted: Wanted) -> Listed:
    """The register; where what waits stands above it already, without that."""
    if not waiting or place_asked(SORTS) != TOP:
        return listed(REGISTER, wanted)
    others = replace(wanted, filters={"keadaan": NOT_AT_OFFICE})
    return listed(REGISTER, others).without("keadaan")


def _entry(form: EntryForm) -> FormPage[EntryForm]:
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return FormPage("complaints/desk/new.html", form, lambda: _trail("Catat pengaduan"))


def _code_of_form() -> str:
    """The code that belongs to this form, so that a second click gives the same one."""
    key = g.get("form_key")
    return numbering.code_from(key.encode(), current_app.config["SECRET_KEY"].encode()) if key else numbering.new_code()


IN_TIME = {None: "", True: "ya", False: "tidak"}

REGISTER = Register(
    address="complaint_desk.index",
    filters=FILTERS,
    sorts=SORTS,
    page=Complaint.register_page,
    rows=Complaint.register_rows,
    columns=(
        Column("nomor", "number"),
        Column("saluran", lambda row: CHANNEL_LABELS[row.channel]),
        Column("nomor_di_saluran", "outside_number"),
        Column("kelas", lambda row: KIND_LABELS[row.kind]),
        Column("topik", lambda row: TOPIC_LABELS.get(row.topic, "")),
        Column("keadaan", lambda row: STATUS_LABELS[row.status]),
        Column("diterima", lambda row: clock.local(row.received_at).date()),
        Column("batas_waktu", "due_on"),
        Column("dijawab", "answered_on"),
        Column("selesai", "closed_on"),
        Column("tepat_waktu", lambda row: IN_TIME[row.in_time]),
        Column("dibuka_kembali", "reopened"),
        Column("penilaian", "rating"),
    ),
    title="Pengaduan",
    files="complaint_desk.as_file",
    file_name="pengaduan",
    personal="complaints",
)
"""No title, no text, no person."""
serve_files(blueprint, "/daftar", REGISTER, desk)
