"""The team's evaluation on an officer's page: colleagues asked, opinions given, discussed, concluded."""

from collections.abc import Callable

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import evaluations
from pst.actions.seen import ChangedMeanwhile
from pst.forms.base import Form, choices
from pst.forms.review.case import ConclusionForm, InternalNoteForm, InviteForm, OpinionForm
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.review import case as review
from pst.views.review import case_sections
from pst.views.submissions.overtaken import overtaken
from pst.web.access import roles
from pst.web.fragments import fragment_or_redirect, saved

blueprint = Blueprint("evaluations", __name__, url_prefix="/petugas/permohonan")
team = roles(Role.OFFICER, Role.HEAD)


@blueprint.post("/<number>/evaluasi/undang")
@team
def invite(number: str) -> Response:
    """Ask a colleague for an opinion."""
    submission = case_sections.find(number)
    people = {person.id: person for person in User.colleagues()}
    form = InviteForm()
    form.colleague.choices = choices((person.id, person.name) for person in people.values())
    if not form.validate_on_submit():
        return review.page(submission, "evaluasi", 422, invite_form=form)
    colleague = people[form.colleague.data]
    return _carry_out(
        submission,
        form,
        "_opinions.html",
        f"{colleague.name} diminta pendapat.",
        lambda: evaluations.invite(submission, colleague, current_user, clock.now()),
    )


@blueprint.post("/<number>/evaluasi/pendapat")
@team
def give_opinion(number: str) -> Response:
    """Write down one's own opinion."""
    submission = case_sections.find(number)
    form = OpinionForm()
    if not form.validate_on_submit():
        return review.page(submission, "evaluasi", 422, opinion_form=form)
    return _carry_out(
        submission,
        form,
        "_opinions.html",
        "Pendapat Anda tersimpan.",
        lambda: evaluations.give_opinion(submission, current_user, form.stance.data, form.opinion.data, clock.now()),
    )


@blueprint.post("/<number>/evaluasi/diskusi")
@team
def add_note(number: str) -> Response:
    """Add to the discussion inside the office."""
    submission = case_sections.find(number)
    form = InternalNoteForm()
    if not form.validate_on_submit():
        return review.page(submission, "evaluasi", 422, internal_form=form)
    return _carry_out(
        submission,
        form,
        "_discussion.html",
        "Catatan diskusi tersimpan.",
        lambda: evaluations.add_note(submission, current_user, form.internal.data, clock.now()),
    )


@blueprint.post("/<number>/evaluasi/kesimpulan")
@team
def conclude(number: str) -> Response:
    """Record what the team concluded."""
    submission = case_sections.find(number)
    form = ConclusionForm()
    if not form.validate_on_submit():
        return review.page(submission, "evaluasi", 422, conclusion_form=form)
    try:
        evaluations.conclude(
            submission,
            current_user,
            clock.now(),
            held_on=form.held_on.data,
            participants=form.participants.data,
            outcome=form.outcome.data,
            text=form.conclusion.data,
            seen=form.seen.data or "",
        )
    except ChangedMeanwhile as refusal:
        form.changed_meanwhile(refusal)
        return review.page(submission, "evaluasi", 422, conclusion_form=form)
    except evaluations.FutureSitting as refusal:
        form.held_on.errors = [str(refusal)]
        return review.page(submission, "evaluasi", 422, conclusion_form=form)
    except StepRefused as refusal:
        return overtaken(submission, str(refusal), _here(submission), form)
    return saved(_here(submission), "Kesimpulan evaluasi tersimpan.", number)


def _carry_out(submission: Submission, form: Form, fragment: str, message: str, act: Callable[[], object]) -> Response:
    try:
        act()
    except StepRefused as refusal:
        return overtaken(submission, str(refusal), _here(submission), form)
    shown = {"submission": submission, **case_sections.evaluation(submission)}
    return fragment_or_redirect(f"review/case/{fragment}", _here(submission), message, **shown)


def _here(submission: Submission) -> str:
    return url_for("review.show", number=submission.number, lihat="evaluasi")
