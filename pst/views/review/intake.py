"""Entering a submission for somebody at the counter, from a letter, or from a record of ROMANTIK."""

from typing import Any

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts.accounts import Newcomer
from pst.actions.catalogue import romantik
from pst.actions.review import intake
from pst.forms.base import choices
from pst.forms.review.case import ImportForm, WalkInForm
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import saved
from pst.web.navigation import work_trail

blueprint = Blueprint("intake", __name__, url_prefix="/petugas/permohonan/baru")
officers = roles(Role.OFFICER)


@blueprint.get("")
@officers
def new() -> str:
    """Who applies, and how it came in."""
    return _page(_walk_in(formdata=None)).show()


@blueprint.post("")
@officers
def start() -> Response:
    """Begin the draft and lead to its first page."""
    with _page(_walk_in()) as form:
        newcomer = Newcomer(
            form.email.data,
            name=form.name.data or "",
            position=form.position.data or "",
            phone=form.phone.data or "",
            agency_id=form.agency_id,
            new_agency=form.new_agency.data or "",
        )
        draft = intake.enter_for(current_user, newcomer, form.channel.data, clock.now())
    return _begun(draft, "Draf dibuat. Isikan bagian demi bagian bersama pemohon.")


@blueprint.post("/romantik")
@officers
def take_record() -> Response:
    """Turn a record into a draft."""
    with _page(ImportForm(), "record_form") as form:
        draft = intake.import_for(current_user, clock.now(), email=form.email.data, content=form.record.data.read())
    left_over, _ = romantik.left_over(draft)
    told = f"{len(left_over)} isian tidak ada tempatnya dalam formulir; daftarnya ada pada halaman permohonan. "
    return _begun(draft, f"Catatan ROMANTIK menjadi draf. {told if left_over else ''}Lengkapi isian yang belum ada.")


def _walk_in(**more: Any) -> WalkInForm:
    form = WalkInForm(**more)
    form.agency.choices = choices(Agency.choices(), "Belum ada dalam daftar")
    return form


def _page(form: AnyForm, name: str = "form") -> FormPage[AnyForm]:
    """The page with both its forms, of which this one is sent."""
    return FormPage("review/intake/new.html", form, _around, name)


def _around() -> dict[str, Any]:
    return {
        "form": _walk_in(formdata=None),
        "record_form": ImportForm(formdata=None),
        "wide": True,
        "breadcrumbs": work_trail(("Permohonan", url_for("worklist.register")), ("Baru", "")),
    }


def _begun(draft: Submission, message: str) -> Response:
    url = url_for("answers.show", number=draft.number, block_number=0)
    return saved(url, message, draft.number, draft.code)
