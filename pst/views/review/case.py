"""One submission as the officer works on it: its page, and the small things done from its side."""

import json

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.catalogue import romantik
from pst.actions.seen import ChangedMeanwhile
from pst.actions.submissions import messages, submissions
from pst.exchange.romantik import copy_sheet
from pst.forms.review.case import RemarkForm, RomantikForm
from pst.forms.submissions.submissions import MessageForm
from pst.models.accounts.users import User
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.numbering import looks_like_identity
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.review import case_answers, case_sections, steps
from pst.views.review.remarks import with_box
from pst.views.submissions.overtaken import overtaken
from pst.web.access import roles
from pst.web.downloads import file_answer
from pst.web.fragments import fragment_or_redirect, page_or_fragment, refused, saved, told

blueprint = Blueprint("review", __name__, url_prefix="/petugas/permohonan")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)


@blueprint.get("/<number>")
@desk
def show(number: str) -> Response | str:
    """The submission, in the section the work is in or the one asked for."""
    submission = case_sections.find(number)
    section = request.args.get("lihat") or case_sections.first_section(submission)
    if section not in case_sections.SHOWN:
        abort(404)
    box = _asked_box(submission)
    if box is not None:
        return with_box(submission, box)
    return page(submission, section)


@blueprint.post("/<number>/disposisi")
@officers
def assign(number: str) -> Response:
    """Hand it to a named officer."""
    submission = case_sections.find(number)
    form = case_sections.assign_form(submission, request.form)
    if not form.validate_on_submit():
        return page(submission, case_sections.first_section(submission), 422, assign_form=form)
    officer = next(person for person in User.officers() if person.id == form.officer.data)
    try:
        submissions.assign(submission, officer, current_user, clock.now())
    except StepRefused as refusal:
        return told(url_for(".show", number=number), str(refusal))
    return saved(url_for(".show", number=number), f"Ditugaskan kepada {officer.name}.", number)


@blueprint.post("/<number>/pesan")
@desk
def message(number: str) -> Response:
    """Write to the applicant."""
    submission = case_sections.find(number)
    form = MessageForm()
    if not form.validate_on_submit():
        return page(submission, "pesan", 422, message_form=form)
    try:
        messages.send_message(submission, current_user, form.text.data, clock.now())
    except StepRefused as refusal:
        return overtaken(submission, str(refusal), url_for(".show", number=number), form)
    here = url_for(".show", number=number, lihat="pesan")
    return fragment_or_redirect(
        "review/case/_messages.html",
        here,
        "Pesan terkirim.",
        submission=submission,
        **case_sections.conversation(submission),
    )


@blueprint.post("/<number>/kontak")
@desk
def contact(number: str) -> Response:
    """Show how the applicant can be reached, and remember who asked."""
    submission = case_sections.find(number)
    audit.record_look(current_user, f"contact {number}", clock.now(), "Menghubungi pemohon")
    return page_or_fragment(
        "review/case/show.html",
        "review/case/_contact.html",
        **{**_context(submission, case_sections.first_section(submission)), "contact_shown": True},
    )


@blueprint.post("/<number>/romantik")
@officers
def note_romantik(number: str) -> Response:
    """Keep what ROMANTIK gave."""
    submission = case_sections.find(number)
    form = RomantikForm()
    if not form.validate_on_submit():
        return page(submission, case_sections.first_section(submission), 422, romantik_form=form)
    identity = form.identity_number.data or ""
    try:
        given = form.romantik_id.data or "", identity
        romantik.note_romantik(submission, current_user, clock.now(), *given, form.seen.data or "")
    except ChangedMeanwhile as refusal:
        form.changed_meanwhile(refusal)
        return page(submission, case_sections.first_section(submission), 422, romantik_form=form)
    except romantik.IdentityTaken as taken:
        form.identity_number.errors = [str(taken)]
        return page(submission, case_sections.first_section(submission), 422, romantik_form=form)
    odd = identity and not looks_like_identity(identity)
    words = (
        "Tersimpan. Bentuk nomor identitas tidak seperti biasanya (V-26.6104.001); periksa sekali lagi."
        if odd
        else "Tersimpan."
    )
    return saved(url_for(".show", number=number), words, number)


@blueprint.get("/<number>/romantik.json")
@desk
def romantik_json(number: str) -> Response:
    """The submission in ROMANTIK's own key names."""
    record = romantik.export_record(case_sections.find(number))
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return file_answer(text, "application/json", f"{number}-romantik.json")


@blueprint.get("/<number>/salinan")
@desk
def copy_lines(number: str) -> str:
    """The answers in the order of ROMANTIK's pages, for typing over."""
    submission = case_sections.find(number)
    pages: dict[str, list[tuple[str, str]]] = {}
    given = case_answers.sent_answers(submission)
    for page_name, label, value in copy_sheet(given, shelf.find(submission.questionnaire)):
        pages.setdefault(page_name, []).append((label, value))
    return render_template(
        "review/case/copy.html",
        submission=submission,
        pages=pages,
        wide=True,
        breadcrumbs=[
            ("Pekerjaan", url_for("worklist.desk")),
            (number, url_for(".show", number=number)),
            ("Lembar salin", ""),
        ],
    )


def page(submission: Submission, section: str, status: int = 200, **more) -> Response:
    """The whole page; `more` are forms that were refused."""
    context = {**_context(submission, section), **more}
    if status == 422:
        return refused("review/case/show.html", **context)
    return make_response(render_template("review/case/show.html", **context), status)


def _context(submission: Submission, section: str) -> dict:
    return {**case_sections.head(submission, section), **case_sections.SHOWN[section](submission)}


def _asked_box(submission: Submission) -> RemarkForm | None:
    """The remark form that the address asks to open (`catat`, "umum" for the submission as a whole)."""
    code = request.args.get("catat")
    if not code or not steps.may_remark(submission, current_user):
        return None
    return case_answers.remark_box(submission, "" if code == "umum" else code)
