"""The steps an officer or the head may take: the buttons, the page that asks first, the taking itself."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import evaluations, remarks
from pst.actions.review.steps import ACTIONS
from pst.actions.submissions.progress import hats_on, steps_for
from pst.forms.review.case import StepNoteForm
from pst.models.accounts.users import User
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules import wording
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.review.workflow import STEPS
from pst.rules.roles import Role
from pst.rules.steps import NoteMissing, Step, StepRefused
from pst.rules.submissions import deadlines
from pst.views.submissions.overtaken import overtaken, too_late
from pst.web.access import roles
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_calendar, the_office

blueprint = Blueprint("steps", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)

PAGES: dict[str, tuple[str, dict[str, str]]] = {
    "check": ("submissions.check", {}),
    "letter": ("review.show", {"lihat": "surat"}),
    "approval": ("letters.approval", {}),
}
"""Where the steps are taken that name a page: where one sees what one sends, hands over or signs."""

NOT_NOW = "Langkah ini tidak dapat dilakukan sekarang."


@dataclass(frozen=True)
class Button:
    """A step as the page offers it: pressed at once, or a link to the page that asks first."""

    verb: str
    label: str
    url: str
    at_once: bool
    kind: str


@blueprint.get("/<number>/langkah/<verb>")
@desk
def ask(number: str, verb: str) -> Response | str:
    """Say what the step does and ask for its note."""
    submission = _find(number)
    step = _step(submission, verb)
    if step is None:
        return told(_home(number), too_late(submission, NOT_NOW))
    if verb == "propose_refusal" and (early := evaluations.too_early_to_refuse(submission, clock.now())):
        return told(_home(number), early)
    return render_template("review/case/step.html", form=_note_form(verb, formdata=None), **_asked(submission, step))


@blueprint.post("/<number>/langkah/<verb>")
@desk
def take(number: str, verb: str) -> Response:
    """Take the step; without the note it needs, the page that asks for it comes again."""
    submission = _find(number)
    form = _note_form(verb)
    act = ACTIONS.get(verb) or abort(404)
    if not form.validate_on_submit():
        return _ask_again(submission, verb, form)
    try:
        act(submission, current_user, clock.now(), form.note.data or "")
    except NoteMissing as missing:
        form.note.errors = [str(missing)]
        return _ask_again(submission, verb, form)
    except StepRefused as refusal:
        return _not_now(submission, verb, form, str(refusal))
    return saved(_home(number), f"{labels.verb_label(verb)}.", number)


def buttons(submission: Submission, actor: User, office: Office) -> list[Button]:
    """The steps this person may take now, the one that leads on first."""
    waits_until = evaluations.may_be_refused_from(submission, office)
    early = waits_until is not None and clock.today() < waits_until
    steps = [step for step in steps_for(submission, actor) if not (early and step.verb == "propose_refusal")]
    steps.sort(key=lambda step: (step.ends, not step.forward))
    return [_button(submission, step) for step in steps]


def may_remark(submission: Submission, actor: User) -> bool:
    """May note, settle and reopen remarks now."""
    return submission.status in remarks.NOTED_IN and Role.OFFICER in hats_on(submission, actor)


def _find(number: str) -> Submission:
    submission = Submission.find(current_user, number) or abort(404)
    if submission.applicant_id == current_user.id:
        abort(404)
    return submission


def _step(submission: Submission, verb: str) -> Step | None:
    """The step if it may be taken here and now; 404 for a verb that nobody knows or another page takes."""
    if verb not in ACTIONS:
        abort(404)
    return next((step for step in steps_for(submission, current_user) if step.verb == verb), None)


def _note_form(verb: str, **given: Any) -> StepNoteForm:
    """The form of a step, its note called what this step makes of it."""
    form = StepNoteForm(**given)
    form.note.label.text = next(step.note for step in STEPS if step.verb == verb) or form.note.label.text
    return form


def _ask_again(submission: Submission, verb: str, form: StepNoteForm) -> Response:
    step = _step(submission, verb)
    if step is None:
        return overtaken(submission, NOT_NOW, _home(submission.number), form)
    return refused("review/case/step.html", form=form, **_asked(submission, step))


def _not_now(submission: Submission, verb: str, form: StepNoteForm, refusal: str) -> Response:
    """Something is lacking: the page again, with the note as it was typed. Or a colleague was quicker."""
    submission = _find(submission.number)
    step = _step(submission, verb)
    if step is None:
        return overtaken(submission, refusal, _home(submission.number), form)
    if step.at_once:
        return told(_home(submission.number), refusal)
    form.form_errors.append(refusal)
    return _ask_again(submission, verb, form)


def _asked(submission: Submission, step: Step) -> dict:
    """What the page that asks first shows."""
    sends_remarks = step.verb in ("return_incomplete", "return_for_revision")
    return {
        "submission": submission,
        "step": step,
        "consequence": _consequence(submission, step),
        "forecast": clock_forecast(submission) if step.verb == "declare_complete" else "",
        "noted": Remark.noted_of(submission) if sends_remarks else [],
        "severities": labels.SEVERITY_LABELS,
        "titles": {question.code: question.title for question in shelf.find(submission.questionnaire).questions},
        "danger": step.ends,
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            (submission.number, _home(submission.number)),
            (step.label, ""),
        ],
    }


def _consequence(submission: Submission, step: Step) -> str:
    """What the step does to this submission."""
    rule = submission.clock_rule
    return step.consequence.format(while_awaited=labels.WHILE_AWAITED[rule.on_revision] if rule else "").strip()


def clock_forecast(submission: Submission) -> str:
    """When the clock would start and end if the submission were declared complete now."""
    rule = submission.clock_rule or the_office().clock_rule
    if rule.starts_on == "submitted" and submission.due_on:
        due = wording.weekday_date(submission.due_on)
        return f"Jam layanan sudah berjalan sejak permohonan dikirim; jatuh tempo {due}."
    now = clock.local(clock.now())
    running, calendar = deadlines.Clock(rule, now), the_calendar()
    last = deadlines.due_on(running, calendar)
    assert last is not None, "a clock without pauses has a last day"
    zero = wording.long_date(deadlines.day_zero(running, calendar))
    return (
        f"Jam mulai {wording.weekday_date(now.date())} pukul {wording.clock_time(now)} (hari ke-0: {zero}); "
        f"jatuh tempo {wording.weekday_date(last)}, yaitu {wording.working_days(rule.days)} kemudian."
    )


def _button(submission: Submission, step: Step) -> Button:
    here = {"number": submission.number}
    kind = "quiet" if step.ends else "primary" if step.forward else "secondary"
    if step.page:
        endpoint, more = PAGES[step.page]
        return Button(step.verb, step.label, url_for(endpoint, **here, **more), False, kind)
    url = url_for("steps.take" if step.at_once else "steps.ask", **here, verb=step.verb)
    return Button(step.verb, step.label, url, step.at_once, kind)


def _home(number: str) -> str:
    return url_for("review.show", number=number)
