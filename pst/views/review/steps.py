"""Taking a step on the officer's page: the page that asks first, and the taking itself."""

from typing import Any

from flask import Blueprint, Response, abort
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.review import evaluations
from pst.actions.review.steps import ACTIONS
from pst.actions.submissions.progress import steps_for
from pst.forms.review.case import StepNoteForm
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.review.workflow import STEPS
from pst.rules.roles import Role
from pst.rules.steps import Step
from pst.rules.submissions import deadlines
from pst.views.submissions.cases import find_to_work_on, office_page
from pst.views.submissions.overtaken import overtaken_in_office, too_late
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.navigation import work_trail

blueprint = Blueprint("steps", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)
NOT_NOW = "Langkah ini tidak dapat dilakukan sekarang."


class StepPage(FormPage[StepNoteForm]):
    """What a step does, and the note it needs, called what this step makes of it.

    It comes again only while the step can be taken: a colleague may have been quicker, and a step that one press
    takes has no page.
    """

    def __init__(self, submission: Submission, verb: str, **given: Any):
        super().__init__("review/case/step.html", StepNoteForm(**given))
        self.submission, self.verb = submission, verb
        self.form.note.label.text = next(row.note for row in STEPS if row.verb == verb) or self.form.note.label.text

    def show(self) -> Response | str:
        """The page, if the step can be taken now."""
        step = self.open_step()
        if step is None:
            return told(office_page(self.submission.number), too_late(self.submission, NOT_NOW))
        self.context = lambda: _asked(self.submission, step)
        return super().show()

    def again(self, status: int = 422) -> Response:
        self.submission = find_to_work_on(self.submission.number)
        step, home = self.open_step(), office_page(self.submission.number)
        refusal = str(next(iter(self.form.form_errors), NOT_NOW))
        if step is None:
            return overtaken_in_office(self.submission, home)(refusal, self.form)
        if step.at_once:
            return told(home, refusal)
        self.context = lambda: _asked(self.submission, step)
        return super().again(status)

    def open_step(self) -> Step | None:
        """The step, if it may be taken here and now."""
        return next((row for row in steps_for(self.submission, current_user) if row.verb == self.verb), None)


@blueprint.get("/<number>/langkah/<verb>")
@desk
def ask(number: str, verb: str) -> Response | str:
    """Say what the step does and ask for its note."""
    submission = find_to_work_on(number)
    if verb not in ACTIONS:
        abort(404)
    if verb == "propose_refusal" and (early := evaluations.too_early_to_refuse(submission, clock.now())):
        return told(office_page(number), early)
    return StepPage(submission, verb, formdata=None).show()


@blueprint.post("/<number>/langkah/<verb>")
@desk
def take(number: str, verb: str) -> Response:
    """Take the step; without the note it needs, the page that asks for it comes again."""
    submission = find_to_work_on(number)
    act = ACTIONS.get(verb) or abort(404)
    with StepPage(submission, verb) as form:
        if any(row.clock for row in STEPS if row.verb == verb):
            audit.refuse_wrong_day(clock.now())
        act(submission, current_user, clock.now(), form.note.data or "")
    return saved(office_page(number), f"{labels.verb_label(verb)}.", number)


def _asked(submission: Submission, step: Step) -> dict:
    """What the page that asks first shows."""
    form = shelf.find(submission.questionnaire)
    sends_remarks = step.verb in ("return_incomplete", "return_for_revision")
    return {
        "submission": submission,
        "step": step,
        "consequence": _consequence(submission, step),
        "forecast": clock_forecast(submission) if step.verb == "declare_complete" else "",
        "noted": form.in_order(row for row in Remark.shown_of(submission) if sends_remarks and row.state == "noted"),
        "severities": labels.SEVERITY_LABELS,
        "titles": {question.code: question.title for question in form.questions},
        "danger": step.ends,
        "wide": True,
        "breadcrumbs": work_trail((submission.number, office_page(submission.number)), (step.label, "")),
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
        return f"Hitungan hari kerja sudah berjalan sejak permohonan dikirim; jatuh tempo {due}."
    now = clock.local(clock.now())
    running, calendar = deadlines.Clock(rule, now), HolidayRow.calendar()
    last = deadlines.due_on(running, calendar)
    assert last is not None, "a clock without pauses has a last day"
    zero = wording.long_date(deadlines.day_zero(running, calendar))
    return (
        f"Jam mulai {wording.weekday_date(now.date())} pukul {wording.clock_time(now)} (hari ke-0: {zero}); "
        f"jatuh tempo {wording.weekday_date(last)}, yaitu {wording.working_days(rule.days)} kemudian."
    )
