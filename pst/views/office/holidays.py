"""The office's calendar by year: days closed, days opened, and what a change does to open due dates."""

from typing import Any

from flask import Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.office import holidays
from pst.actions.office.holidays import HOLIDAYS, YEARS, moved_in_words
from pst.exchange.holidays_csv import COLUMNS
from pst.forms.office.office import HolidayFileForm, entered, entry_form
from pst.forms.shared_rows import KeptForm
from pst.models.office.holidays import HolidayRow
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.calendar import KINDS, read_day
from pst.views.office.lists import Column, OfficeList, admin_only, room_of
from pst.web.downloads import csv_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.querying import number_of

TONES = {"national": "danger", "collective": "warning", "local": "info", "override": "success"}


class Holidays(OfficeList):
    """One year's days, and the ways to add more: the page of a year holds the form of a new day."""

    kind = HOLIDAYS
    name, slug, title, new_title = "holidays", "hari-libur", "Hari libur", "Hari libur"
    about = "Libur nasional, cuti bersama, libur lokal, dan hari kerja khusus."
    template = "office/holidays/index.html"
    entry_template = "office/holidays/entry.html"
    caption, table_id = "Hari yang berbeda dari hari kerja biasa", "hari"
    remove_label, history = "Hapus dari kalender", "Riwayat hari ini dalam kalender"
    offered_again = "Tekan Tambah bila hari ini tetap diperlukan."
    columns = (
        Column("Tanggal", lambda row: wording.weekday_date(row.day), nowrap=True),
        Column("Nama", lambda row: row.name),
        Column("Jenis", lambda row: KINDS[row.kind], lambda row: TONES[row.kind]),
        Column("Keputusan", lambda row: row.decree),
    )

    def called(self, row: HolidayRow) -> str:
        return wording.long_date(row.day)

    def edit_words(self, row: HolidayRow, place: int) -> str:
        return self.called(row)

    def key_of(self, row: HolidayRow) -> str:
        return row.day.isoformat()

    def find(self, key: str) -> HolidayRow | None:
        return HolidayRow.on(read_day(key) or abort(404))

    def home(self, row: HolidayRow | None = None) -> str:
        return url_for("holidays.index", tahun=row.day.year if row else None)

    def find_or_tell(self, key: str) -> HolidayRow:
        return self.find(key) or abort(told(self.home(HolidayRow(day=read_day(key))), self.who_removed(key)))

    def in_entry(self, row: HolidayRow) -> dict[str, Any]:
        return {"heading": f"{self.called(row)}: {row.name}"}

    def index(self) -> str:
        return self.year_page(self.form()).show()

    def entry_page(self, row: HolidayRow | None = None) -> FormPage[Any]:
        return super().entry_page(row) if row else self.year_page(self.form())

    def year_page(self, form: KeptForm | HolidayFileForm) -> FormPage[Any]:
        """The page of the year that was typed or asked for, with its two forms: a day, and a file."""

        def around() -> dict[str, Any]:
            year, this_year = _year_of(form), clock.today().year
            years = sorted({*HolidayRow.years(), this_year, this_year + 1, year})
            of_file = isinstance(form, HolidayFileForm)
            return {
                **self.placed(self.title),
                "list": self,
                "lines": self.lines(HolidayRow.of_year(year)),
                "year": year,
                "years": [(each, url_for(".index", tahun=each), each == year) for each in years],
                "working_days": HolidayRow.calendar().working_days(year),
                "day_form": entry_form(self.kind.items, formdata=None) if of_file else form,
                "file_form": form if of_file else HolidayFileForm(formdata=None),
            }

        return FormPage(self.template, form, around)

    def add(self, form: KeptForm) -> Response:
        holiday = holidays.as_entered(entered(form, self.kind.items))
        moved = holidays.add_holiday(holiday, current_user, clock.now())
        return _told(holiday.day.year, f"{wording.long_date(holiday.day)} disimpan.", moved)

    def keep(self, row: HolidayRow, form: KeptForm) -> Response:
        holiday = holidays.as_entered(entered(form, self.kind.items))
        moved = holidays.move_holiday(row, holiday, current_user, clock.now(), form.seen.data or "")
        return _told(holiday.day.year, f"{wording.long_date(holiday.day)} disimpan.", moved)

    def take_out(self, row: HolidayRow, seen: str) -> Response:
        moved = holidays.remove_holiday(row, current_user, clock.now())
        return _told(row.day.year, f"{self.called(row)} dihapus dari kalender.", moved)


LIST = Holidays()
blueprint = room_of(LIST, but=("new", "create"))


@blueprint.post("")
@admin_only
def create() -> Response:
    return LIST.create()


@blueprint.post("/impor")
@admin_only
def take_file() -> Response:
    """Add or change the days of a CSV, all of them or none."""
    with LIST.year_page(HolidayFileForm()) as form:
        count, moved = holidays.import_holidays(form.text, current_user, clock.now())
    return _told(_asked_year(), f"{count} hari ditambahkan atau diubah.", moved)


@blueprint.post("/isi/<int:year>")
@admin_only
def fill(year: int) -> Response:
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
    rows = ((row.day.isoformat(), row.name, KINDS[row.kind], row.decree) for row in HolidayRow.every())
    return csv_answer(list(COLUMNS.values()), rows, "hari-libur.csv")


def _told(year: int, what: str, moved: list[Submission]) -> Response:
    return saved(url_for(".index", tahun=year), f"{what} {moved_in_words(moved)}")


def _year_of(form: KeptForm | HolidayFileForm) -> int:
    """The year of the day that was typed, where there is a page for it; else the one asked for."""
    typed = form.day.data if "day" in form else None
    return typed.year if typed and typed.year in YEARS else _asked_year()


def _asked_year() -> int:
    year = number_of("tahun") or clock.today().year
    return year if year in YEARS else clock.today().year
