"""Covering parts of a complaint's file on pictures of its pages, and keeping the copy that can be handed on."""

from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_login import current_user
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.complaints import redactions
from pst.exchange.redactions import page_seen, pages_of
from pst.exchange.uploads import UploadRefused
from pst.forms.complaints.redactions import BoxesForm, BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.rules.complaints.redactions import Box, read, with_box, written
from pst.views.complaints.finding import around, find, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.downloads import file_answer
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import told
from pst.web.instance import the_store

blueprint = Blueprint(
    "complaint_redaction", __name__, url_prefix="/petugas/pengaduan/<number>/berkas/<int:file_id>/sensor"
)
blueprint.after_request(keep_nowhere)
PAGE = "complaints/redactions/show.html"


class Found(NamedTuple):
    """The complaint, its file with what it holds, and how many pages that is."""

    complaint: Complaint
    file: ComplaintFile
    content: bytes
    pages: int


@blueprint.get("")
@desk
def show(number: str, file_id: int) -> Response | str:
    """Its pages as pictures, with the boxes that the address carries."""
    boxes = read(request.args.get("kotak", ""))
    form = BoxesForm(formdata=None, data={"boxes": written(boxes)})
    return _page(_found(number, file_id), boxes, form, "form").show()


@blueprint.post("")
@desk
def keep(number: str, file_id: int) -> Response:
    """Keep the copy."""
    form = BoxesForm()
    boxes, found = read(form.boxes.data or ""), _found(number, file_id)
    with _page(found, boxes, form, "form"):
        redactions.redact(found.complaint, found.file, boxes, current_user, clock.now(), the_store())
    return saved_on(number, "Salinan bersensor disimpan pada berkas; hanya petugas yang melihatnya.")


@blueprint.post("/<int:page>")
@desk
def add(number: str, file_id: int, page: int) -> BaseResponse:
    """One more box on this page."""
    form = BoxForm(page)
    boxes = read(form.boxes.data or "")
    with _page(_found(number, file_id), boxes, form, f"page_{page}"):
        sides = form.left.data, form.top.data, form.right.data, form.bottom.data
        boxes = with_box(boxes, Box(page, *sides))
    there = url_for(".show", number=number, file_id=file_id, kotak=written(boxes), _anchor=f"halaman-{page}")
    return redirect(there, 303)


@blueprint.get("/<int:page>.png")
@desk
def picture(number: str, file_id: int, page: int) -> Response:
    """One page with its boxes, as the copy will show it."""
    found = _found(number, file_id)
    if not 1 <= page <= found.pages:
        abort(404)
    boxes = read(request.args.get("kotak", ""))
    seen = page_seen(found.content, found.file.file.mime, page, boxes)
    return file_answer(seen, "image/png", f"halaman-{page}.png", opened=True)


def _found(number: str, file_id: int) -> Found:
    complaint = find(number)
    file = ComplaintFile.find(complaint, file_id, internal=True) or abort(404)
    content = the_store().read(file.file_id)
    try:
        return Found(complaint, file, content, pages_of(content, file.file.mime))
    except UploadRefused as refusal:
        abort(told(way_back(number), str(refusal)))


def _page(found: Found, boxes: list[Box], form: AnyForm, name: str) -> FormPage[AnyForm]:
    """The whole page; `form` is the one that was sent, of keeping it all or of one page."""
    complaint, file, _, pages = found

    def shown() -> dict[str, Any]:
        empty = {page: BoxForm(page, formdata=None, data={"boxes": written(boxes)}) for page in range(1, pages + 1)}
        forms = {page: form if name == f"page_{page}" else each for page, each in empty.items()}
        return {
            **around(complaint, f"Sensor {file.name}"),
            "form": BoxesForm(formdata=None, data={"boxes": written(boxes)}),
            "file": file,
            "boxes": boxes,
            "without": {box: written([each for each in boxes if each != box]) for box in boxes},
            "written": written,
            "forms": forms,
            "wide": True,
        }

    return FormPage(PAGE, form, shown, name)
