"""What is kept about whoever is signed in, and what may be asked of it."""

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts.security_log import note
from pst.actions.office import erasures
from pst.forms.accounts.accounts import EraseForm
from pst.models.accounts.erasures import Erasure
from pst.models.accounts.users import User
from pst.models.personal import stored_of
from pst.rules.personal import TOPICS
from pst.web.access import proven, signed_in
from pst.web.downloads import copy_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_office

blueprint = Blueprint("personal", __name__, url_prefix="/akun/data-saya")
PAGE = "personal/show.html"


@blueprint.get("")
@signed_in
def show() -> str:
    """What is kept, for how long, and what may be asked."""
    return render_template(PAGE, **_around())


@blueprint.post("/salinan.json", defaults={"kind": "json"})
@blueprint.post("/salinan.pdf", defaults={"kind": "pdf"})
@signed_in
@proven
def copy(kind: str) -> Response:
    """A copy of all of it, for the person who has shown to be the one."""
    note("copy", _me(), clock.now())
    return copy_answer(_me(), kind)


@blueprint.post("/penghapusan")
@signed_in
@proven
def ask_erasure() -> Response:
    """Ask the office to erase the account."""
    with FormPage(PAGE, EraseForm(), _around) as form:
        erasures.ask(_me(), form.said.data or "", clock.now())
    return saved(url_for(".show"), "Permintaan Anda tercatat. Kantor memutuskannya paling lama 3 × 24 jam.")


def _around() -> dict:
    office = the_office()
    kept = [(stored, TOPICS[stored.topic].kept_by(office)) for stored in stored_of(_me())]
    return {
        "kept": [(stored, until, stored.fate) for stored, until in kept],
        "asked": Erasure.latest_of(current_user.id),
        "form": EraseForm(formdata=None),
        "breadcrumbs": [("Akun saya", "/akun"), ("Data saya", "")],
    }


def _me() -> User:
    """The person behind `current_user`, as a row."""
    return current_user._get_current_object()
