"""The steps an officer or the head may take: the buttons, the page that asks first, the taking itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.letters import letters
from pst.actions.review import evaluations, remarks
from pst.actions.steps import NoteMissing, StepRefused, roles_on, steps_for
from pst.actions.submissions import submissions
from pst.forms.review.case import StepNoteForm
from pst.models.accounts.users import User
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules import wording
from pst.rules.office.office import Office
from pst.rules.review import labels
from pst.rules.review.workflow import STEPS, Step
from pst.rules.roles import Role
from pst.rules.submissions import deadlines
from pst.views.submissions.overtaken import overtaken, too_late
from pst.web.access import roles
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_calendar, the_office

blueprint = Blueprint("steps", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)

Doer = Callable[[Submission, User, str, datetime], object]

DOERS: dict[str, Doer] = {
    "declare_complete": lambda s, actor, note, at: submissions.declare_complete(s, actor, at),
    "return_incomplete": remarks.return_incomplete,
    "return_for_revision": remarks.return_for_revision,
    "start_evaluation": lambda s, actor, note, at: evaluations.start_evaluation(s, actor, at),
    "back_to_evaluation": evaluations.back_to_evaluation,
    "start_drafting": lambda s, actor, note, at: evaluations.start_drafting(s, actor, at),
    "propose_refusal": evaluations.propose_refusal,
    "request_signature": lambda s, actor, note, at: letters.request_signature(s, actor, at),
    "deliver": lambda s, actor, note, at: submissions.deliver(s, actor, at, note),
    "resume_review": lambda s, actor, note, at: submissions.take(s, "resume_review", actor, at, note),
    "send_back": letters.send_back,
    "withdraw": lambda s, actor, note, at: submissions.take(s, "withdraw", actor, at, note),
}
"""How each verb is carried out here; sending is the form's, issuing the letter's."""

FORWARD = frozenset(
    {
        "submit",
        "declare_complete",
        "resume_review",
        "start_evaluation",
        "start_drafting",
        "request_signature",
        "issue",
        "deliver",
    }
)
"""Steps that lead on; where remarks wait to be sent, returning them leads on instead."""

AT_ONCE = frozenset({"resume_review", "start_evaluation", "start_drafting"})
"""Steps that one press takes; all others ask on a page of their own first."""

ELSEWHERE: dict[str, tuple[str, dict[str, Any]]] = {
    "submit": ("submissions.check", {}),
    "request_signature": ("review.show", {"lihat": "surat"}),
    "issue": ("letters.approval", {}),
    "send_back": ("letters.approval", {}),
}
"""Verbs whose button leads to another page: where one sees what one sends, hands over or signs."""

CONSEQUENCES = {
    "declare_complete": "Pemohon menerima surel bahwa permohonannya lengkap dan sampai kapan batas waktunya.",
    "return_incomplete": "Permohonan kembali kepada pemohon beserta catatan yang sudah ditulis; "
    "pemohon menerima surel.",
    "return_for_revision": "Semua catatan yang belum dikirim disampaikan kepada pemohon.",
    "back_to_evaluation": "Tim mengevaluasi sekali lagi dan mencatat kesimpulan baru. "
    "Naskah surat disusun ulang dari kesimpulan itu.",
    "propose_refusal": "Naskah surat penolakan mulai disusun. Keputusannya tetap pada Kepala.",
    "request_signature": "Naskah diserahkan kepada Kepala dan tidak dapat diubah selama menunggu pengesahan.",
    "send_back": "Naskah kembali kepada petugas untuk diperbaiki; alasan Anda tampil pada riwayat.",
    "deliver": "Permohonan dinyatakan selesai dan jam layanan berhenti.",
    "withdraw": "Permohonan berakhir tanpa surat. Langkah ini tidak dapat diurungkan; "
    "pemohon menerima surel beserta alasannya.",
}
"""What a step does, told before it is taken."""

WHILE_AWAITED = {
    "pause_resume": "Jam layanan berhenti sampai perbaikannya datang.",
    "restart_on_revision": "Jam layanan dihitung dari awal setelah perbaikannya datang.",
    "no_pause": "Jam layanan berjalan terus selama menunggu perbaikannya.",
}
"""What a return does to the clock, by the rule the submission is counted by."""

NOTE_LABELS = {
    "return_incomplete": "Surat pengantar: apa yang belum lengkap",
    "return_for_revision": "Surat pengantar untuk pemohon",
}

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
    doer = DOERS.get(verb) or abort(404)
    if not form.validate_on_submit():
        return _ask_again(submission, verb, form)
    try:
        doer(submission, current_user, form.note.data or "", clock.now())
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
    steps.sort(key=lambda step: (step.verb == "withdraw", step.verb not in FORWARD))
    return [_button(submission, step) for step in steps]


def may_remark(submission: Submission, actor: User) -> bool:
    """May note, settle and reopen remarks now."""
    return submission.status in remarks.NOTED_IN and Role.OFFICER in roles_on(submission, actor)


def _find(number: str) -> Submission:
    submission = Submission.find(current_user, number) or abort(404)
    if submission.applicant_id == current_user.id:
        abort(404)
    return submission


def _step(submission: Submission, verb: str) -> Step | None:
    """The step if it may be taken here and now; 404 for a verb that nobody knows or another page takes."""
    if verb not in DOERS or verb not in {step.verb for step in STEPS}:
        abort(404)
    return next((step for step in steps_for(submission, current_user) if step.verb == verb), None)


def _note_form(verb: str, **given: Any) -> StepNoteForm:
    """The form of a step, its note called what this step makes of it."""
    form = StepNoteForm(**given)
    form.note.label.text = NOTE_LABELS.get(verb, form.note.label.text)
    return form


def _ask_again(submission: Submission, verb: str, form: StepNoteForm) -> Response:
    step = _step(submission, verb)
    if step is None:
        return overtaken(submission, NOT_NOW, _home(submission.number), form)
    return refused("review/case/step.html", form=form, **_asked(submission, step))


def _not_now(submission: Submission, verb: str, form: StepNoteForm, refusal: str) -> Response:
    """Something is lacking: the page again, with the note as it was typed. Or a colleague was quicker."""
    submission = _find(submission.number)
    if _step(submission, verb) is None:
        return overtaken(submission, refusal, _home(submission.number), form)
    if verb in AT_ONCE:
        return told(_home(submission.number), refusal)
    form.form_errors.append(refusal)
    return _ask_again(submission, verb, form)


def _asked(submission: Submission, step: Step) -> dict:
    """What the page that asks first shows."""
    sends_remarks = step.verb in ("return_incomplete", "return_for_revision")
    return {
        "submission": submission,
        "step": step,
        "consequence": _consequence(submission, step.verb),
        "forecast": clock_forecast(submission) if step.verb == "declare_complete" else "",
        "noted": Remark.noted_of(submission) if sends_remarks else [],
        "severities": labels.SEVERITY_LABELS,
        "titles": {question.code: question.title for question in shelf.find(submission.questionnaire).questions},
        "danger": step.verb == "withdraw",
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            (submission.number, _home(submission.number)),
            (step.label, ""),
        ],
    }


def _consequence(submission: Submission, verb: str) -> str:
    told, rule = CONSEQUENCES.get(verb, ""), submission.clock_rule
    return f"{told} {WHILE_AWAITED[rule.on_revision]}" if verb == "return_for_revision" and rule else told


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
    kind = "quiet" if step.verb == "withdraw" else "primary" if step.verb in FORWARD else "secondary"
    if step.verb in ELSEWHERE:
        endpoint, more = ELSEWHERE[step.verb]
        return Button(step.verb, step.label, url_for(endpoint, **here, **more), False, kind)
    at_once = step.verb in AT_ONCE
    url = url_for("steps.take" if at_once else "steps.ask", **here, verb=step.verb)
    return Button(step.verb, step.label, url, at_once, kind)


def _home(number: str) -> str:
    return url_for("review.show", number=number)
