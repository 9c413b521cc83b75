"""The office's calendar by year: days closed, days opened, and what a change does to open due dates."""

from datetime import date

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import holidays
from pst.actions.office.holidays import HolidayRefused
from pst.actions.seen import ChangedMeanwhile
from pst.exchange.holidays_csv import COLUMNS, CsvRefused
from pst.forms.office.office import HolidayFileForm, HolidayForm
from pst.models.audit import Event
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.calendar import KINDS
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.downloads import csv_answer
from pst.web.fragments import refused, saved, told
from pst.web.querying import number_of

blueprint = Blueprint("holidays", __name__, url_prefix="/petugas/kantor/hari-libur")
admin_only = roles(Role.ADMIN)
FIRST_YEAR, LAST_YEAR = 2000, 2100
NAMED = 6
"""How many moved submissions a notice names."""


@blueprint.get("")
@admin_only
def index() -> str:
    """One year's days, and the ways to add more."""
    return render_template("office/office/holidays.html", **_year(_asked_year()))


@blueprint.post("")
@admin_only
def create():
    form = HolidayForm()
    if form.validate():
        holiday = form.holiday
        try:
            moved = holidays.add_holiday(holiday, current_user, clock.now())
        except HolidayRefused as refusal:
            form.day.errors = [str(refusal)]
        else:
            return _told(holiday.day.year, f"{wording.long_date(holiday.day)} disimpan.", moved)
    return refused("office/office/holidays.html", **_year(_year_of(form), form=form))


@blueprint.get("/<day>")
@admin_only
def show(day: str) -> str:
    row = _find(day)
    form = HolidayForm(obj=row).showing(holidays.kept(row))
    return render_template("office/office/holiday.html", row=row, form=form, **_around(row))


@blueprint.post("/<day>")
@admin_only
def change(day: str):
    """Keep the day; one that was removed meanwhile is offered as a new one, with what was typed."""
    row, form = HolidayRow.on(_day(day)), HolidayForm()
    if row is None:
        form.form_errors.append(f"{_who_removed(_day(day))} Tekan Tambah bila hari ini tetap diperlukan.")
        return refused("office/office/holidays.html", **_year(_year_of(form), form=form))
    if form.validate():
        try:
            moved = holidays.move_holiday(row, form.holiday, current_user, clock.now(), form.seen.data or "")
        except HolidayRefused as refusal:
            form.day.errors = [str(refusal)]
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            return _told(form.day.data.year, f"{wording.long_date(form.day.data)} disimpan.", moved)
    return refused("office/office/holiday.html", row=row, form=form, **_around(row))


@blueprint.post("/<day>/hapus")
@admin_only
def remove(day: str):
    row = _find(day)
    try:
        moved = holidays.remove_holiday(row, current_user, clock.now())
    except HolidayRefused as refusal:
        return told(url_for(".index", tahun=row.day.year), str(refusal))
    return _told(row.day.year, f"{wording.long_date(row.day)} dihapus dari kalender.", moved)


@blueprint.post("/impor")
@admin_only
def take_file():
    """Add or change the days of a CSV, all of them or none."""
    form = HolidayFileForm()
    if not form.validate():
        return refused("office/office/holidays.html", **_year(_asked_year(), file_form=form))
    try:
        text = form.file.data.read().decode("utf-8-sig")
        count, moved = holidays.import_holidays(text, current_user, clock.now())
    except UnicodeDecodeError:
        form.file.errors = ["Berkas ini bukan teks CSV (UTF-8)."]
    except CsvRefused as refusal:
        form.file.errors = ["Ada baris yang keliru; tidak ada yang disimpan."]
        context = _year(_asked_year(), file_form=form, wrong_lines=refusal.errors)
        return refused("office/office/holidays.html", **context)
    else:
        return _told(_asked_year(), f"{count} hari ditambahkan atau diubah.", moved)
    return refused("office/office/holidays.html", **_year(_asked_year(), file_form=form))


@blueprint.post("/isi/<int:year>")
@admin_only
def fill(year: int):
    """Add what the library knows of this year."""
    if not 2020 <= year <= 2050:
        abort(404)
    count, moved = holidays.fill_years([year], current_user, clock.now())
    said = f"{count} hari ditambahkan untuk {year}." if count else f"Tidak ada hari baru untuk {year}."
    return _told(year, f"{said} Cocokkan dengan keputusan bersama tahun itu.", moved)


@blueprint.get("/hari-libur.csv")
@admin_only
def as_csv() -> Response:
    """The whole table, in the form that can be imported again."""
    rows = ((row.day.isoformat(), row.name, row.kind, row.decree) for row in HolidayRow.every())
    return csv_answer(COLUMNS, rows, "hari-libur.csv")


def moved_in_words(moved: list[Submission]) -> str:
    """How many last days moved, and which."""
    if not moved:
        return "Tidak ada batas waktu yang berubah."
    named = [f"{each.number} menjadi {wording.long_date(each.due_on)}" for each in moved[:NAMED] if each.due_on]
    more = f"; dan {len(moved) - NAMED} lainnya" if len(moved) > NAMED else ""
    return f"Batas waktu {len(moved)} permohonan berubah: {'; '.join(named)}{more}. Pemohonnya diberi tahu lewat surel."


def _told(year: int, what: str, moved: list[Submission]):
    return saved(url_for(".index", tahun=year), f"{what} {moved_in_words(moved)}")


def _find(day: str) -> HolidayRow:
    """The row of this day; of one that was removed, its year is told by whom."""
    if row := HolidayRow.on(_day(day)):
        return row
    abort(told(url_for(".index", tahun=_day(day).year), _who_removed(_day(day))))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        abort(404)


def _who_removed(day: date) -> str:
    """Who took the day out; one that never was is not found."""
    last = Event.latest("holiday", day.isoformat())
    if last is None or last.verb != "remove":
        abort(404)
    return f"{wording.long_date(day)} sudah dihapus dari kalender oleh {last.actor_name}."


def _year_of(form: HolidayForm) -> int:
    """The year of the day that was typed, where there is a page for it."""
    typed = form.day.data
    return typed.year if typed and FIRST_YEAR <= typed.year <= LAST_YEAR else _asked_year()


def _asked_year() -> int:
    year = number_of("tahun") or clock.today().year
    return year if FIRST_YEAR <= year <= LAST_YEAR else clock.today().year


def _year(
    year: int,
    form: HolidayForm | None = None,
    file_form: HolidayFileForm | None = None,
    wrong_lines: list[tuple[int, str]] | None = None,
) -> dict:
    """What the page of a year shows."""
    this_year = clock.today().year
    return {
        "year": year,
        "years": sorted({*HolidayRow.years(), this_year, this_year + 1, year}),
        "rows": list(HolidayRow.of_year(year)),
        "kinds": KINDS,
        "working_days": HolidayRow.calendar().working_days(year),
        "form": form or HolidayForm(formdata=None),
        "file_form": file_form or HolidayFileForm(formdata=None),
        "wrong_lines": wrong_lines or [],
        "breadcrumbs": [("Kantor", url_for("office.index")), ("Hari libur", "")],
        "wide": True,
    }


def _around(row: HolidayRow) -> dict:
    """The place of a day's page in the office."""
    trail = [("Kantor", url_for("office.index")), ("Hari libur", url_for(".index", tahun=row.day.year))]
    return {"breadcrumbs": [*trail, (wording.long_date(row.day), "")], "wide": True}
