"""Entering a submission for somebody at the counter, from a letter, or from a record of ROMANTIK."""

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts.accounts import AccountRefused
from pst.actions.review import intake
from pst.exchange.romantik import BadRecord
from pst.forms.base import choices
from pst.forms.review.case import ImportForm, WalkInForm
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import refused, saved

blueprint = Blueprint("intake", __name__, url_prefix="/petugas/permohonan/baru")
officers = roles(Role.OFFICER)


@blueprint.get("")
@officers
def new() -> str:
    """Who applies, and how it came in."""
    return render_template("review/intake/new.html", **_shown(_walk_in(formdata=None), ImportForm(formdata=None)))


@blueprint.post("")
@officers
def start() -> Response:
    """Begin the draft and lead to its first page."""
    form = _walk_in()
    if not form.validate_on_submit():
        return _again(form=form)
    try:
        draft = intake.enter_for(
            current_user,
            clock.now(),
            email=form.email.data,
            channel=form.channel.data,
            name=form.name.data or "",
            position=form.position.data or "",
            phone=form.phone.data or "",
            agency_id=int(form.agency.data) if form.agency.data else None,
            new_agency=form.new_agency.data or "",
        )
    except intake.IntakeRefused as refusal:
        form[refusal.field].errors = [str(refusal)]
        return _again(form=form)
    except AccountRefused as refusal:
        form.email.errors = [str(refusal)]
        return _again(form=form)
    return _begun(draft, "Draf dibuat. Isikan bagian demi bagian bersama pemohon.")


@blueprint.post("/romantik")
@officers
def take_record() -> Response:
    """Turn a record into a draft."""
    form = ImportForm()
    if not form.validate_on_submit():
        return _again(record_form=form)
    try:
        draft = intake.import_for(current_user, clock.now(), email=form.email.data, content=form.record.data.read())
    except intake.IntakeRefused as refusal:
        form.email.errors = [str(refusal)]
        return _again(record_form=form)
    except BadRecord as refusal:
        form.record.errors = [str(refusal)]
        return _again(record_form=form)
    return _begun(draft, "Catatan ROMANTIK menjadi draf. Lengkapi isian yang belum ada.")


def _walk_in(**more) -> WalkInForm:
    form = WalkInForm(**more)
    form.agency.choices = choices(Agency.choices(), "Belum ada dalam daftar")
    return form


def _again(form: WalkInForm | None = None, record_form: ImportForm | None = None) -> Response:
    context = _shown(form or _walk_in(formdata=None), record_form or ImportForm(formdata=None))
    return refused("review/intake/new.html", **context)


def _shown(form: WalkInForm, record_form: ImportForm) -> dict:
    return {
        "form": form,
        "record_form": record_form,
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            ("Permohonan", url_for("worklist.register")),
            ("Baru", ""),
        ],
    }


def _begun(draft: Submission, message: str) -> Response:
    url = url_for("answers.show", number=draft.number, block_number=0)
    return saved(url, message, draft.number, draft.code)
