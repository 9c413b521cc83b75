"""What is kept about whoever is signed in, and what may be asked of it."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.accounts import sign_in as own_account
from pst.actions.accounts.security_log import note
from pst.actions.office import erasures
from pst.forms.accounts.accounts import EraseForm
from pst.models.accounts.users import User
from pst.models.audit import Look
from pst.models.erasures import Erasure
from pst.models.personal import held_of
from pst.models.submissions.submissions import Revision
from pst.rules.personal import by_fate, by_topic, privacy_notice
from pst.web.access import own_path, proven, signed_in
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


@blueprint.get("/pemberitahuan")
@signed_in
def notice() -> str:
    """The privacy notice as it stands, for whoever has not read this version."""
    known, target = User.with_id(current_user.id), own_path(request.args.get("lanjut")) or url_for(".show")
    shown = {"changed": bool(known.notice_version), "target": target, **privacy_notice(the_office())}
    return render_template("personal/notice.html", **shown)


@blueprint.post("/pemberitahuan")
@signed_in
def read_notice() -> BaseResponse:
    """It was read."""
    own_account.read_notice(_me(), clock.now())
    return redirect(own_path(request.form.get("_target")) or url_for(".show"), 303)


def _around() -> dict[str, Any]:
    held = held_of(_me())
    return {
        "kept": by_topic(held, the_office()),
        "fates": by_fate(held),
        "looks": Look.at_person(current_user.id),
        "me": User.with_id(current_user.id),
        "pledges": Revision.sent_by_applicant(current_user.id),
        "asked": Erasure.latest_of(current_user.id),
        "form": EraseForm(formdata=None),
        "breadcrumbs": [("Akun saya", "/akun"), ("Data saya", "")],
    }


def _me() -> User:
    """The person behind `current_user`, as a row."""
    return current_user._get_current_object()
