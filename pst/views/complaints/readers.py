"""Who may know of a complaint, who complained, and a new code for whoever lost the old one."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import codes as new_codes
from pst.actions.complaints import complaints, identities
from pst.forms.base import choices
from pst.forms.complaints.desk import IdentityForm, NewCodeForm, SubjectsForm
from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.rules import numbering
from pst.views.complaints import codes
from pst.views.complaints.finding import around, find, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.access import proven
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_vault

blueprint = Blueprint("complaint_access", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)

IDENTITY = "complaints/desk/identity.html"
SEALED = "Identitas tidak ada, atau hanya dapat dibuka oleh petugas yang menangani."


@blueprint.get("/terlapor")
@desk
def ask_subjects(number: str) -> str:
    """Who of the office is it about?"""
    complaint = find(number)
    return _subjects_page(complaint, SubjectsForm(formdata=None, data=_known(complaint))).show()


@blueprint.post("/terlapor")
@desk
def name_subjects(number: str) -> Response:
    """Shut these accounts out."""
    complaint = find(number)
    with _subjects_page(complaint, SubjectsForm()) as form:
        chosen, note = form.subjects.data or [], form.note.data or ""
        complaints.name_subjects(complaint, chosen, form.about_head.data, current_user, note, clock.now())
    return saved_on(number, "Akses diperbarui.")


@blueprint.get("/identitas")
@desk
def ask_identity(number: str) -> Response | str:
    """Why must it be opened?"""
    complaint = find(number)
    if not identities.may_open(complaint, current_user):
        return told(way_back(number), SEALED)
    return _identity_page(complaint, IdentityForm(formdata=None)).show()


@blueprint.post("/identitas")
@desk
@proven
def open_identity(number: str) -> Response | str:
    """Open it, once, on this page alone; that it was opened is written down first."""
    complaint = find(number)
    if not identities.may_open(complaint, current_user):
        return told(way_back(number), SEALED)
    with _identity_page(complaint, IdentityForm()) as form:
        identity = identities.open_identity(complaint, current_user, form.why.data, clock.now(), the_vault())
    return render_template(IDENTITY, identity=identity, why=form.why.data, **around(complaint, "Identitas"))


@blueprint.get("/kode")
@desk
def ask_for_code(number: str) -> Response | str:
    """Why does the complainant need a new code?"""
    return _code_page(find(number), NewCodeForm(formdata=None)).show()


@blueprint.post("/kode")
@desk
def want_code(number: str) -> Response:
    """Ask a colleague for it."""
    complaint = find(number)
    with _code_page(complaint, NewCodeForm()) as form:
        new_codes.ask(complaint, current_user, form.why.data, clock.now())
    return saved_on(number, "Kode baru diminta; petugas kedua membenarkannya hari ini.")


@blueprint.post("/kode/benarkan")
@desk
@proven
def give_code(number: str) -> Response:
    """The second person gives it, to whoever stands at the desk."""
    complaint, code = find(number), numbering.new_code()
    new_codes.give(complaint, current_user, numbering.hash_code(code), clock.now())
    codes.show_code(complaint.number, code)
    message = "Kode baru dibuat; kode lama tidak berlaku lagi."
    return saved(url_for("complaint_desk.receipt"), message, complaint.number, code)


def _known(complaint: Complaint) -> dict[str, Any]:
    """Who it is kept from now."""
    return {"subjects": [row.user_id for row in ComplaintSubject.of(complaint)], "about_head": complaint.about_head}


def _subjects_page(complaint: Complaint, form: SubjectsForm) -> FormPage[SubjectsForm]:
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return FormPage("complaints/desk/subjects.html", form, partial(around, complaint, "Terlapor"))


def _identity_page(complaint: Complaint, form: IdentityForm) -> FormPage[IdentityForm]:
    return FormPage(IDENTITY, form, partial(around, complaint, "Identitas"))


def _code_page(complaint: Complaint, form: NewCodeForm) -> FormPage[NewCodeForm]:
    return FormPage("complaints/desk/new_code.html", form, partial(around, complaint, "Kode baru"))
