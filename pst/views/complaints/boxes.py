"""The box on the wall: blank forms, openings, the grid in which the sheets are entered, the minutes."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import boxes
from pst.actions.complaints.papers import blank_forms_pdf, opening_pdf
from pst.forms.complaints.desk import GRID_ROWS, GridForm, OpeningForm, PrintForm, RecountForm
from pst.models.complaints.boxes import BoxForm, BoxOpening, BoxSheet
from pst.rules.refusals import Refusal
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.downloads import pdf_answer, stored_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_config, the_store, the_vault

blueprint = Blueprint("boxes", __name__, url_prefix="/petugas/pengaduan/kotak")
blueprint.after_request(keep_nowhere)

INDEX, NEW, OPENING = (f"complaints/boxes/{page}.html" for page in ("index", "new", "show"))
ROWS = range(1, GRID_ROWS + 1)


@blueprint.get("")
@desk
def index() -> str:
    """The openings, newest first, and the batches that were printed."""
    return FormPage(INDEX, PrintForm(formdata=None), _index, "print_form").show()


@blueprint.post("/cetak")
@desk
def print_forms() -> Response:
    """A batch of blank forms; the codes leave with this file and are kept nowhere."""
    at = clock.now()
    with FormPage(INDEX, PrintForm(), _index, "print_form") as form:
        forms = boxes.print_forms(form.how_many.data, current_user, at)
    paper = blank_forms_pdf(forms, the_config().site, at)
    return pdf_answer(paper, f"formulir-{forms[0].number}-{forms[-1].number}.pdf")


@blueprint.get("/baru")
@desk
def new() -> str:
    """The box is being opened."""
    now = clock.local(clock.now()).replace(second=0, microsecond=0)
    return FormPage(NEW, OpeningForm(formdata=None, opened_on=now.date(), hour=now.time()), _new).show()


@blueprint.post("/baru")
@desk
def open_box() -> Response:
    """Record when, before whom, how many."""
    with FormPage(NEW, OpeningForm(), _new) as form:
        opening = boxes.open_box(
            clock.stored(datetime.combine(form.opened_on.data, form.hour.data)),
            (form.first_witness.data, form.second_witness.data),
            form.found.data,
            form.note.data or "",
            current_user,
            clock.now(),
        )
    return saved(url_for(".show", number=opening.number), "Pembukaan kotak dicatat.", opening.number)


@blueprint.get("/<number>")
@desk
def show(number: str) -> str:
    """One opening: counts for everybody, the grid while it is open."""
    return render_template(OPENING, **_opening(_find(number)))


@blueprint.post("/<number>/lembar")
@desk
def enter(number: str) -> Response:
    """Enter the filled rows of the grid; the first that is refused stops there, with all that was typed."""
    opening, grid = _find(number), GridForm()
    with FormPage(OPENING, grid, lambda: _opening(opening, grid)):
        rows = _filled(grid)
        for row in rows:
            _enter_row(opening, grid, row)
            _empty(grid, row)
    if not rows:
        return told(url_for(".show", number=number), "Belum ada lembar yang diisi.")
    return saved(url_for(".show", number=number), f"{len(rows)} lembar dientri.", number)


@blueprint.get("/<number>/lembar/<int:sheet_id>")
@desk
def scan(number: str, sheet_id: int) -> Response:
    """The picture of a sheet on which nothing can be read."""
    sheet = BoxSheet.scanned(_find(number), sheet_id, current_user) or abort(404)
    return stored_answer(sheet.scan_id, sheet.scan.mime, f"lembar-{sheet.id}")


@blueprint.post("/<number>/hitungan")
@desk
def recount(number: str) -> Response:
    """The number counted was wrong."""
    opening = _find(number)
    with FormPage(OPENING, RecountForm(), lambda: _opening(opening), "recount") as form:
        boxes.recount(opening, form.found.data, form.why.data, current_user, clock.now())
    return saved(url_for(".show", number=number), "Hitungan diperbaiki dan masuk berita acara.", number)


@blueprint.post("/<number>/tutup")
@desk
def close(number: str) -> Response:
    """The counts agree: close it."""
    boxes.close_opening(_find(number), current_user, clock.now())
    return saved(url_for(".show", number=number), "Pembukaan ditutup; cetak berita acara untuk ditandatangani.", number)


@blueprint.get("/<number>/berita-acara.pdf")
@desk
def minutes(number: str) -> Response:
    """The minutes to sign."""
    return pdf_answer(opening_pdf(_find(number), clock.now()), f"berita-acara-{number}.pdf")


def _find(number: str) -> BoxOpening:
    return BoxOpening.find(number) or abort(404)


def _index() -> dict[str, Any]:
    return {"openings": BoxOpening.newest(), "batches": BoxForm.batches(), "wide": True, **_trail()}


def _new() -> dict[str, Any]:
    return _trail("Pembukaan baru")


def _trail(here: str = "") -> dict[str, Any]:
    trail = [("Pengaduan", url_for("complaint_desk.index")), ("Kotak saran", url_for(".index"))]
    return {"breadcrumbs": [*trail, (here, "")] if here else trail}


def _filled(form: GridForm) -> list[int]:
    """The rows in which anything stands that makes a sheet."""
    parts = ("text", "void", "form", "who", "scan")
    return [row for row in ROWS if any(form[f"{part}-{row}"].data for part in parts)]


def _enter_row(opening: BoxOpening, form: GridForm, row: int) -> None:
    """One sheet; a refusal says which, at its text."""
    try:
        boxes.enter_sheet(opening, _entry(form, row), current_user, clock.now(), the_store(), the_vault())
    except Refusal as refusal:
        raise Refusal(f"Lembar {row}: {refusal}", f"text-{row}") from None


def _entry(form: GridForm, row: int) -> boxes.SheetEntry:
    picture, is_void = form[f"scan-{row}"].data, bool(form[f"void-{row}"].data)
    if not is_void and not form[f"text-{row}"].data:
        raise Refusal("tuliskan isi lembar, atau tandai kosong.")
    return boxes.SheetEntry(
        text=form[f"text-{row}"].data or "",
        form_number=form[f"form-{row}"].data or "",
        kind=form[f"kind-{row}"].data,
        who=form[f"who-{row}"].data or "",
        is_void=is_void,
        scan_name=picture.filename if picture else "",
        scan=picture.read() if picture else b"",
    )


def _empty(form: GridForm, row: int) -> None:
    """This row is stored; it must not be sent again with the rest."""
    for part in ("form", "text", "who"):
        form[f"{part}-{row}"].data = ""
    form[f"void-{row}"].data = False


def _opening(opening: BoxOpening, grid: GridForm | None = None) -> dict[str, Any]:
    """What the page of an opening shows; `grid` is the one that was sent, whose filled rows stay."""
    counted = BoxSheet.count_by_kind(opening)
    left = opening.found - sum(counted.values())
    wanted = {row for row in ROWS if row <= left} | set(_filled(grid) if grid else ())
    return {
        "opening": opening,
        "form": GridForm(formdata=None),
        "recount": RecountForm(formdata=None, found=opening.found),
        "counted": counted,
        "left": left,
        "rows": sorted(wanted),
        "mine": BoxSheet.entered(opening, current_user) if not opening.is_closed else [],
        "wide": True,
        **_trail(opening.number),
    }
