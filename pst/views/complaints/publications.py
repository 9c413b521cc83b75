"""What others read of a complaint: neutral words on the notice board, and the text for the public."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaints, publications
from pst.forms.complaints.desk import BoardForm, PublicationForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.publications import Publication
from pst.views.complaints.complaint_page import form_on_page
from pst.views.complaints.finding import around, find, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_vault

blueprint = Blueprint("complaint_publication", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)


@blueprint.post("/papan")
@desk
def post_on_board(number: str) -> Response:
    """Neutral words on the notice board."""
    complaint = find(number)
    with form_on_page(complaint, "board", BoardForm()) as form:
        complaints.post_on_board(complaint, current_user, form.board.data or "", clock.now())
    return saved_on(number, "Dipasang pada daftar papan.")


@blueprint.get("/publikasi")
@desk
def ask(number: str) -> Response | str:
    """The draft for the public, or a new one."""
    complaint = find(number)
    if not publications.may_publish(complaint):
        return told(way_back(number), "Pengaduan ini tidak dapat dipublikasikan.")
    return _page(complaint, PublicationForm(formdata=None, data=_begun(complaint))).show()


@blueprint.post("/publikasi")
@desk
def prepare(number: str) -> Response:
    """Write the draft."""
    complaint = find(number)
    with _page(complaint, PublicationForm()) as form:
        texts = form.title.data, form.text.data, form.answer.data
        publications.prepare(complaint, current_user, *texts, clock.now(), the_vault())
    return saved(url_for(".ask", number=number), "Naskah disimpan; orang kedua perlu menyetujuinya.", number)


@blueprint.post("/publikasi/setuju")
@desk
def approve(number: str) -> Response:
    """A second person agrees."""
    publications.approve(find(number), current_user, clock.now())
    return saved_on(number, "Dipublikasikan.")


@blueprint.post("/publikasi/tarik")
@desk
def unpublish(number: str) -> Response:
    """Take it away again."""
    publications.unpublish(find(number), current_user, clock.now())
    return saved_on(number, "Publikasi ditarik.")


def _begun(complaint: Complaint) -> dict[str, str]:
    """What stands in the form at first: the draft, else what the complainant wrote."""
    if draft := Publication.of(complaint):
        return {"title": draft.title, "text": draft.text, "answer": draft.answer}
    return {"title": complaint.title, "text": complaint.text}


def _page(complaint: Complaint, form: PublicationForm) -> FormPage[PublicationForm]:
    return FormPage("complaints/desk/publication.html", form, partial(_around, complaint))


def _around(complaint: Complaint) -> dict[str, Any]:
    draft = Publication.of(complaint)
    may_approve = draft is not None and _may_approve(draft)
    return {"draft": draft, "may_approve": may_approve, **around(complaint, "Publikasi")}


def _may_approve(draft: Publication) -> bool:
    """A second person, once."""
    return draft.approved_by_id is None and draft.prepared_by_id != current_user.id
