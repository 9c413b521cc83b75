"""Initials on a draft: whoever's turn it is reads it as the head will, and initials it or sends it back."""

from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.letters import initials, letters
from pst.actions.submissions.progress import hats_on
from pst.forms.letters.letters import SendBackForm
from pst.forms.shared_rows import KeptForm
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.views.letters.approving import examined
from pst.views.submissions.cases import find_to_work_on, office_page
from pst.views.submissions.overtaken import CasePage, overtaken_in_office, too_late
from pst.web.access import roles
from pst.web.fragments import saved, told

blueprint = Blueprint("initials", __name__, url_prefix="/petugas/permohonan/<number>/paraf")
office_only = roles(Role.OFFICER, Role.HEAD)
NOT_YOURS = "Permohonan ini tidak sedang menunggu paraf Anda."


@blueprint.get("")
@office_only
def show(number: str) -> ResponseReturnValue:
    """Letter and examination on one page."""
    submission = find_to_work_on(number)
    if not _may_read(submission):
        return told(office_page(number), too_late(submission, NOT_YOURS))
    return render_template("letters/initials/show.html", form=SendBackForm(formdata=None), **_shown(submission))


@blueprint.post("")
@office_only
def put(number: str) -> Response:
    """Put one's initials: it goes on to the next, at last to the head."""
    submission = find_to_work_on(number)
    try:
        initials.initial(submission, current_user, clock.now(), KeptForm().seen.data or "")
    except Refusal as refusal:
        still_mine = _may_read(find_to_work_on(number))
        place = url_for(".show", number=number) if still_mine else office_page(number)
        return told(place, str(refusal) if still_mine else too_late(submission, NOT_YOURS))
    return saved("/petugas", f"Naskah {number} diparaf.", number)


@blueprint.post("/kembalikan")
@office_only
def send_back(number: str) -> ResponseReturnValue:
    """Give the draft back to its officer, with the reason."""
    submission, form = find_to_work_on(number), SendBackForm()
    moved_on = overtaken_in_office(submission, office_page(number))
    if not _may_read(submission):
        return moved_on(NOT_YOURS, form)
    with CasePage("letters/initials/show.html", form, lambda: _shown(submission), moved_on):
        letters.send_back(submission, current_user, clock.now(), form.note.data or "")
    return saved("/petugas", f"Naskah {number} dikembalikan kepada petugas.", number)


def _may_read(submission: Submission) -> bool:
    """It waits for this person's initials; the head may send it back meanwhile."""
    mine = hats_on(submission, current_user)
    return submission.status == Status.INITIALLING and bool(mine & {Role.INITIALLER, Role.HEAD})


def _shown(submission: Submission) -> dict[str, Any]:
    return {
        **examined(submission, "Paraf"),
        "my_turn": Role.INITIALLER in hats_on(submission, current_user),
        "send_back": url_for(".send_back", number=submission.number),
    }
