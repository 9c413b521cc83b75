"""Taking a step with a complaint at the desk: what it does and needs is said before it is taken."""

from datetime import datetime
from functools import partial
from typing import Any

from flask import Blueprint, Response, request
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.forms.base import choices
from pst.forms.complaints.desk import ComplaintStepForm
from pst.models.complaints.complaints import Complaint
from pst.models.office.sentences import Sentence
from pst.rules.complaints import words
from pst.rules.steps import Step
from pst.views.complaints.finding import around, colleague, find, possible_handlers, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.form_pages import FormPage
from pst.web.fragments import told
from pst.web.instance import the_office

blueprint = Blueprint("complaint_step", __name__, url_prefix="/petugas/pengaduan/<number>/langkah")
blueprint.after_request(keep_nowhere)

PAGE = "complaints/desk/step.html"
GONE = "Langkah ini tidak dapat dilakukan sekarang."


@blueprint.get("/<verb>")
@desk
def ask(number: str, verb: str) -> Response | str:
    """Say what the step does and ask for what it needs."""
    complaint = find(number)
    step = _open_step(complaint, verb)
    if step is None:
        return told(way_back(number), GONE)
    return FormPage(PAGE, _form(complaint, step, formdata=None), partial(_asked, complaint, step)).show()


@blueprint.post("/<verb>")
@desk
def take(number: str, verb: str) -> Response | str:
    """Take the step, or say at its fields what it lacks; or put a ready sentence into the note."""
    complaint = find(number)
    step = _open_step(complaint, verb)
    if step is None:
        return told(way_back(number), GONE)
    page = FormPage(PAGE, _form(complaint, step), partial(_asked, complaint, step))
    if sentence := request.form.get("_sisip"):
        page.form.add_sentence(sentence)
        return page.show()
    with page as form:
        act = ACTIONS.get(verb, partial(_take, verb))
        act(complaint, form, clock.now())
    return saved_on(number, f"{words.verb_label(verb)}.")


def _verify(complaint: Complaint, form: ComplaintStepForm, at: datetime) -> None:
    handler = colleague(form.handler.data)
    steps.verify(complaint, current_user, form.kind.data, form.topic.data or "", handler, at)


def _escalate(complaint: Complaint, form: ComplaintStepForm, at: datetime) -> None:
    steps.escalate(complaint, current_user, form.to.data, form.note.data or "", at)


def _mark_duplicate(complaint: Complaint, form: ComplaintStepForm, at: datetime) -> None:
    other = (form.other.data or "").strip().upper()
    steps.mark_duplicate(complaint, current_user, other, form.note.data or "", at)


def _take(verb: str, complaint: Complaint, form: ComplaintStepForm, at: datetime) -> None:
    steps.take(complaint, verb, current_user, form.note.data or "", at)


ACTIONS = {"verify": _verify, "escalate": _escalate, "mark_duplicate": _mark_duplicate}
"""What carries a step out that asks for more than a note."""


def _open_step(complaint: Complaint, verb: str) -> Step | None:
    return next((step for step in steps.steps_for(complaint, current_user) if step.verb == verb), None)


def _form(complaint: Complaint, step: Step, **more: Any) -> ComplaintStepForm:
    form = ComplaintStepForm(data={"topic": complaint.topic, "handler": str(current_user.id)}, **more)
    form.handler.choices = choices(possible_handlers(complaint), "Pilih …")
    levels = ((key, label) for key, label in words.ESCALATION_LABELS.items() if _is_above(complaint, key))
    form.to.choices = choices(levels, "Pilih …")
    form.offer(Sentence.replies() if step.note_told else ())
    form.insist(step.asks)
    return form


def _is_above(complaint: Complaint, level: str) -> bool:
    """What is about the head does not go to the head."""
    return not (complaint.about_head and level == "head")


def _asked(complaint: Complaint, step: Step) -> dict[str, Any]:
    office = the_office()
    days = {"supply": office.complaint_days_supply, "silence": office.complaint_days_silence}
    return {
        "step": step,
        "consequence": step.consequence.format(**days),
        "note_rows": 8 if step.verb == "answer" else 5,
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        **around(complaint, step.label),
    }
