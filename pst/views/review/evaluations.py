"""The team's evaluation on an officer's page: colleagues asked, opinions given, discussed, concluded."""

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import evaluations
from pst.forms.base import choices
from pst.forms.review.case import ConclusionForm, InternalNoteForm, InviteForm, OpinionForm
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.views.review import case_sections
from pst.views.submissions.cases import find_to_work_on
from pst.views.submissions.overtaken import CasePage, overtaken_in_office
from pst.web.access import roles
from pst.web.form_pages import AnyForm
from pst.web.fragments import fragment_or_redirect, saved

blueprint = Blueprint("evaluations", __name__, url_prefix="/petugas/permohonan")
team = roles(Role.OFFICER, Role.HEAD)


@blueprint.post("/<number>/evaluasi/undang")
@team
def invite(number: str) -> Response:
    """Ask a colleague for an opinion."""
    submission, form = find_to_work_on(number), InviteForm()
    people = {person.id: person for person in User.colleagues()}
    form.colleague.choices = choices((person.id, person.name) for person in people.values())
    with _page(submission, "invite_form", form):
        colleague = people[form.colleague.data]
        evaluations.invite(submission, colleague, current_user, clock.now())
    return _changed(submission, "_opinions.html", f"{colleague.name} diminta pendapat.")


@blueprint.post("/<number>/evaluasi/pendapat")
@team
def give_opinion(number: str) -> Response:
    """Write down one's own opinion."""
    submission = find_to_work_on(number)
    with _page(submission, "opinion_form", OpinionForm()) as form:
        evaluations.give_opinion(submission, current_user, form.stance.data, form.opinion.data, clock.now())
    return _changed(submission, "_opinions.html", "Pendapat Anda tersimpan.")


@blueprint.post("/<number>/evaluasi/diskusi")
@team
def add_note(number: str) -> Response:
    """Add to the discussion inside the office."""
    submission = find_to_work_on(number)
    with _page(submission, "internal_form", InternalNoteForm()) as form:
        evaluations.add_note(submission, current_user, form.internal.data, clock.now())
    return _changed(submission, "_discussion.html", "Catatan diskusi tersimpan.")


@blueprint.post("/<number>/evaluasi/kesimpulan")
@team
def conclude(number: str) -> Response:
    """Record what the team concluded."""
    submission = find_to_work_on(number)
    with _page(submission, "conclusion_form", ConclusionForm()) as form:
        evaluations.conclude(
            submission,
            current_user,
            clock.now(),
            held_on=form.held_on.data,
            participants=form.participants.data,
            outcome=form.outcome.data,
            text=form.conclusion.data,
            alone_reason=form.alone_reason.data or "",
            seen=form.seen.data or "",
        )
    return saved(_here(submission), "Kesimpulan evaluasi tersimpan.", number)


def _page(submission: Submission, name: str, form: AnyForm) -> CasePage[AnyForm]:
    """The section of the evaluation, with this form under its name."""
    return CasePage(
        "review/case/show.html",
        form,
        lambda: case_sections.context(submission, "evaluasi"),
        overtaken_in_office(submission, _here(submission)),
        name,
    )


def _changed(submission: Submission, fragment: str, message: str) -> Response:
    """The part of the section that is another now."""
    shown = {"submission": submission, **case_sections.evaluation(submission)}
    return fragment_or_redirect(f"review/case/{fragment}", _here(submission), message, **shown)


def _here(submission: Submission) -> str:
    return url_for("review.show", number=submission.number, lihat="evaluasi")
