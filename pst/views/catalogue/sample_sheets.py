"""The details of a submission's sample: counted, looked at, then written beside its answers."""

from typing import Any

from flask import Blueprint, Response, abort, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.sample_sheets import write_sheet
from pst.actions.submissions.progress import find_to_fill
from pst.actions.submissions.replies import writable_codes
from pst.forms.catalogue.sample_sheets import SampleSheetForm
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.catalogue.sample_sheets import CODE, SampleSheet
from pst.rules.roles import Role
from pst.views.catalogue.counted_samples import counted
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved

blueprint = Blueprint("sample_sheets", __name__, url_prefix="/permohonan")
writers = roles(Role.APPLICANT, Role.OFFICER)


@blueprint.get("/<number>/rincian-sampel")
@writers
def show(number: str) -> Response | str:
    """The calculator, filled as it was last kept."""
    submission = _find(number)
    kept = SampleSheet.kept(submission.beside)
    return _page(submission, SampleSheetForm(formdata=None, data=kept.typed if kept else {})).show()


@blueprint.post("/<number>/rincian-sampel")
@writers
def write(number: str) -> Response | str:
    """Count, or write what was counted into the answers."""
    submission = _find(number)
    page = _page(submission, SampleSheetForm())
    with page as form:
        sheet, shown = form.sheet(), counted(form)
        if "_write" in request.form:
            write_sheet(submission, current_user, sheet, clock.now(), form.isian.data)
    if "_write" not in request.form:
        return _page(submission, form, shown).show()
    return saved(_home(submission), "Rincian sampel tersimpan.", number)


def _find(number: str) -> Submission:
    """Where its question is open to this person."""
    submission = find_to_fill(current_user, number) or abort(404)
    if CODE not in writable_codes(submission, current_user):
        abort(404)
    return submission


def _page(
    submission: Submission, form: SampleSheetForm, shown: dict[str, Any] | None = None
) -> FormPage[SampleSheetForm]:
    context = {"submission": submission, "home": _home(submission), **(shown or {})}
    return FormPage("catalogue/sample_sheets/show.html", form, lambda: context)


def _home(submission: Submission) -> str:
    block = shelf.find(submission.questionnaire).block_of(CODE)
    return url_for("answers.show", number=submission.number, block_number=block.number, _anchor=CODE)
