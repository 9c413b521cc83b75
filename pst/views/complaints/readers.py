"""Who may know of a complaint, who complained, and a new code for whoever lost the old one."""

from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import complaints, identities
from pst.forms.base import choices
from pst.forms.complaints.desk import IdentityForm, SubjectsForm
from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.identities import Identity
from pst.rules import numbering
from pst.rules.steps import StepRefused
from pst.views.complaints import codes
from pst.views.complaints.complaints import keep_nowhere
from pst.views.complaints.desk import desk
from pst.views.complaints.finding import find, home, kept, placed
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_vault

blueprint = Blueprint("complaint_access", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)

SEALED = "Identitas tidak ada, atau hanya dapat dibuka oleh petugas yang menangani."
NO_KEY = "Identitas disegel dengan kunci yang tidak ada di sini. Hubungi administrator."


@blueprint.get("/terlapor")
@desk
def ask_subjects(number: str) -> str:
    """Who of the office is it about?"""
    complaint = find(number)
    form = _subjects_form(complaint, None)
    return render_template("complaints/desk/subjects.html", form=form, **placed(complaint, "Terlapor"))


@blueprint.post("/terlapor")
@desk
def name_subjects(number: str) -> Response:
    """Shut these accounts out."""
    complaint = find(number)
    form = _subjects_form(complaint)
    if not form.validate_on_submit():
        return refused("complaints/desk/subjects.html", form=form, **placed(complaint, "Terlapor"))
    chosen, note = form.subjects.data or [], form.note.data or ""
    try:
        complaints.name_subjects(complaint, chosen, form.about_head.data, current_user, note, clock.now())
    except StepRefused as refusal:
        form.note.errors = [str(refusal)]
        return refused("complaints/desk/subjects.html", form=form, **placed(complaint, "Terlapor"))
    return kept(number, "Akses diperbarui.")


@blueprint.get("/identitas")
@desk
def ask_identity(number: str) -> Response | str:
    """Why must it be opened?"""
    complaint = find(number)
    if not _may_open(complaint):
        return told(home(number), SEALED)
    form = IdentityForm(formdata=None)
    return render_template("complaints/desk/identity.html", form=form, **placed(complaint, "Identitas"))


@blueprint.post("/identitas")
@desk
def open_identity(number: str) -> Response | str:
    """Open it, once, on this page alone; that it was opened is written down first."""
    complaint, form = find(number), IdentityForm()
    if not _may_open(complaint):
        return told(home(number), SEALED)
    here = placed(complaint, "Identitas")
    if not form.validate_on_submit():
        return refused("complaints/desk/identity.html", form=form, **here)
    hats, at = steps.hats_on(complaint, current_user), clock.now()
    try:
        opened = identities.open_identity(complaint, current_user, hats, form.why.data, at, the_vault())
    except StepRefused as refusal:
        form.why.errors = [str(refusal)]
        return refused("complaints/desk/identity.html", form=form, **here)
    except identities.Unreadable:
        return told(home(number), NO_KEY)
    return render_template("complaints/desk/identity.html", identity=opened, why=form.why.data, **here)


@blueprint.post("/kode")
@desk
def reissue(number: str) -> Response:
    """A new code for somebody at the desk."""
    complaint, code = find(number), numbering.new_code()
    try:
        complaints.reissue_code(complaint, current_user, numbering.hash_code(code), clock.now())
    except StepRefused as refusal:
        return told(home(number), str(refusal))
    codes.show_code(complaint.number, code)
    message = "Kode baru dibuat; kode lama tidak berlaku lagi."
    return saved(url_for("complaint_desk.receipt"), message, complaint.number, code)


def _may_open(complaint: Complaint) -> bool:
    hats = steps.hats_on(complaint, current_user)
    return Identity.of(complaint) is not None and identities.may_open(complaint, hats)


def _subjects_form(complaint: Complaint, formdata: Any = ...) -> SubjectsForm:
    known = {
        "subjects": [row.user_id for row in ComplaintSubject.of(complaint)],
        "about_head": complaint.about_head,
    }
    form = SubjectsForm() if formdata is ... else SubjectsForm(formdata=formdata, data=known)
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return form
