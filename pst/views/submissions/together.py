"""A form that several people of the agency work on: its applicant's list of them, and the page of the invited."""

from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.submissions import together
from pst.forms.submissions.submissions import ApproveForm, InviteForm, ObjectForm
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.rules.catalogue.beside import read_beside
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions.hats import APPROVE, MAY, WRITE
from pst.views.submissions import own_case
from pst.views.submissions.cases import find_to_write
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told

blueprint = Blueprint("together", __name__, url_prefix="/permohonan")
applicants = roles(Role.APPLICANT)


@blueprint.get("/<number>/rekan")
@applicants
def people(number: str) -> Response | str:
    """Who else of the agency works on my form."""
    return _inviting(_own(number), InviteForm(formdata=None)).show()


@blueprint.post("/<number>/rekan")
@applicants
def invite(number: str) -> Response:
    """Invite one more."""
    submission = _own(number)
    with _inviting(submission, InviteForm()) as form:
        together.invite(submission, form.email.data, form.may.data, current_user, clock.now())
    return saved(url_for(".people", number=number), f"Undangan dikirim ke {form.email.data}.", number)


@blueprint.post("/<number>/rekan/<int:key>/batal")
@applicants
def take_back(number: str, key: int) -> Response:
    """Take an invitation back."""
    together.take_back(_own(number), key, current_user, clock.now())
    return saved(url_for(".people", number=number), "Undangan dibatalkan.", number)


@blueprint.get("/<number>/bersama")
@applicants
def show(number: str) -> Response | str:
    """A form of a colleague that I am invited to: its answers, and what I may do with them."""
    return _shared_page(*_shared(number), ObjectForm(formdata=None)).show()


@blueprint.post("/<number>/bersama/setuju")
@applicants
def approve(number: str) -> Response:
    """What stands now may be sent."""
    submission, _ = _shared(number)
    here = url_for(".show", number=number)
    try:
        together.approve(submission, ApproveForm().seen.data or "", current_user, clock.now())
    except StepRefused as refusal:
        return told(here, str(refusal))
    return saved(here, "Persetujuan Anda dicatat; pemohonnya dikabari.", number)


@blueprint.post("/<number>/bersama/belum")
@applicants
def object_to(number: str) -> Response:
    """It may not be sent yet, and this is why."""
    submission, invited = _shared(number)
    with _shared_page(submission, invited, ObjectForm()) as form:
        together.object_to(submission, form.reason.data, current_user, clock.now())
    return saved(url_for(".show", number=number), "Alasan Anda dicatat; pemohonnya dikabari.", number)


@blueprint.post("/<number>/bersama/keluar")
@applicants
def leave(number: str) -> Response:
    """I have no part in it any more."""
    submission, _ = _shared(number)
    together.leave(submission, current_user, clock.now())
    return saved(url_for("submissions.index"), "Anda keluar dari permohonan itu.", number)


def _own(number: str) -> Submission:
    """My own; also an officer who entered it leaves the invitations to its applicant."""
    submission = find_to_write(number)
    if submission.applicant_id != current_user.id:
        abort(404)
    return submission


def _shared(number: str) -> tuple[Submission, Invited]:
    submission = Invited.find(current_user, number) or abort(404)
    return submission, Invited.of(submission, current_user) or abort(404)


def _shared_page(submission: Submission, invited: Invited, form: ObjectForm) -> FormPage[ObjectForm]:
    def around() -> dict[str, Any]:
        writing = submission.status in WITH_APPLICANT
        now = together.mark(submission)
        return {
            "submission": submission,
            "may": MAY[invited.may],
            "approved_at": invited.approved_at if invited.approved_mark == now else None,
            "approval": ApproveForm(formdata=None, seen=now) if writing and invited.may == APPROVE else None,
            "objections": Invited.objections(submission),
            "tasks": own_case.tasks_of(submission) if writing and invited.may == WRITE else None,
            "blocks": own_case.answered(submission),
            "details": read_beside(submission.beside),
        }

    return FormPage("submissions/together/show.html", form, around)


def _inviting(submission: Submission, form: InviteForm) -> FormPage[InviteForm]:
    def around() -> dict[str, Any]:
        invited = Invited.to(submission)
        return {
            "submission": submission,
            "invited": invited,
            "awaited": together.awaited(submission, invited),
            "objections": [row for row in invited if row.objection],
            "labels": MAY,
            "writing": submission.status in WITH_APPLICANT,
        }

    return FormPage("submissions/together/people.html", form, around)
