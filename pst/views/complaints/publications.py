"""What others read of a complaint: neutral words on the notice board, and the text for the public."""

from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaints, publications
from pst.forms.complaints.desk import BoardForm, PublicationForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.publications import Publication
from pst.rules.steps import StepRefused
from pst.views.complaints.complaint_case import shown
from pst.views.complaints.complaints import keep_nowhere
from pst.views.complaints.desk import desk
from pst.views.complaints.finding import attempt, find, home, placed
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_vault

blueprint = Blueprint("complaint_publication", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)


@blueprint.post("/papan")
@desk
def post_on_board(number: str) -> Response:
    """Neutral words on the notice board."""
    complaint, form = find(number), BoardForm()
    if not form.validate_on_submit():
        return refused("complaints/desk/show.html", **shown(complaint, board=form))
    told_, at = form.board.data or "", clock.now()
    return attempt(
        number,
        lambda: complaints.post_on_board(complaint, current_user, told_, at),
        "Dipasang pada daftar papan.",
    )


@blueprint.get("/publikasi")
@desk
def ask(number: str) -> Response | str:
    """The draft for the public, or a new one."""
    complaint = find(number)
    if not publications.may_publish(complaint):
        return told(home(number), "Pengaduan ini tidak dapat dipublikasikan.")
    draft = Publication.of(complaint)
    form = PublicationForm(formdata=None, data=_begun(complaint, draft))
    return render_template("complaints/desk/publication.html", form=form, **_published(complaint, draft))


@blueprint.post("/publikasi")
@desk
def prepare(number: str) -> Response:
    """Write the draft."""
    complaint, form = find(number), PublicationForm()
    here = _published(complaint, Publication.of(complaint))
    if not form.validate_on_submit():
        return refused("complaints/desk/publication.html", form=form, **here)
    texts = form.title.data, form.text.data, form.answer.data
    try:
        publications.prepare(complaint, current_user, *texts, clock.now(), the_vault())
    except StepRefused as refusal:
        form.form_errors = [str(refusal)]
        return refused("complaints/desk/publication.html", form=form, **here)
    return saved(url_for(".ask", number=number), "Naskah disimpan; orang kedua perlu menyetujuinya.", number)


@blueprint.post("/publikasi/setuju")
@desk
def approve(number: str) -> Response:
    """A second person agrees."""
    complaint = find(number)
    return attempt(number, lambda: publications.approve(complaint, current_user, clock.now()), "Dipublikasikan.")


@blueprint.post("/publikasi/tarik")
@desk
def unpublish(number: str) -> Response:
    """Take it away again."""
    complaint = find(number)
    return attempt(number, lambda: publications.unpublish(complaint, current_user, clock.now()), "Publikasi ditarik.")


def _begun(complaint: Complaint, draft: Publication | None) -> dict[str, str]:
    """What stands in the form at first: the draft, else what was told."""
    if draft:
        return {"title": draft.title, "text": draft.text, "answer": draft.answer}
    return {"title": complaint.title, "text": complaint.text}


def _published(complaint: Complaint, draft: Publication | None) -> dict[str, Any]:
    return {
        "draft": draft,
        "may_approve": draft is not None and _may_approve(draft),
        **placed(complaint, "Publikasi"),
    }


def _may_approve(draft: Publication) -> bool:
    """A second person, once."""
    return draft.approved_by_id is None and draft.prepared_by_id != current_user.id
