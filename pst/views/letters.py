"""The letter as officers write it, as the head signs it, and as the applicant reads it."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions import letters
from pst.actions.duties import RESULTS_CODE
from pst.actions.steps import StepRefused, roles_on
from pst.forms.letters import DraftForm, SendBackForm
from pst.models.audit import Event
from pst.models.evaluations import Evaluation, Opinion
from pst.models.files import Attachment
from pst.models.letters import Letter
from pst.models.office import the_office
from pst.models.remarks import Remark
from pst.models.submissions import Duty, Submission
from pst.models.users import User
from pst.paper.letter_facts import LetterFacts
from pst.paper.letter_parts import Section
from pst.paper.letter_words import dateline, letter_head, letter_sections, office_full_name, verification_note
from pst.paper.recommendation import recommendation_pdf
from pst.rules import labels, numbering
from pst.rules.roles import Role
from pst.rules.workflow import Status
from pst.views.access import roles, signed_in
from pst.views.fragments import refused, saved, told
from pst.views.progress import progress_of

blueprint = Blueprint("letters", __name__)
office_only = roles(Role.OFFICER, Role.HEAD)
DESK = "/petugas/permohonan/<number>"


@dataclass(frozen=True)
class Paper:
    """A letter as its HTML twin shows it, part by part the same as on paper."""

    facts: LetterFacts
    head: tuple[tuple[str, str], ...]
    dateline: str
    office_name: str
    sections: list[Section]
    note: str


@dataclass(frozen=True)
class Desk:
    """The letter section of an officer's page: the draft being written, or the letter that was issued."""

    submission: Submission
    draft: Letter | None
    issued: Letter | None
    form: DraftForm | None
    paper: Paper | None
    problems: list[tuple[str, str]]
    signature_waits: bool
    may_sign: bool
    identity_odd: bool
    duties: list[Duty]
    results_files: list[Attachment]


@blueprint.get(DESK + "/naskah")
@office_only
def draft(number: str) -> str:
    """The letter section on a page of its own."""
    submission = _for_office(number)
    return render_template("letters/draft.html", **_page(submission), **desk_context(submission, current_user))


@blueprint.post(DESK + "/naskah")
@roles(Role.OFFICER)
def save_draft(number: str) -> Response:
    """Keep the draft; with the button "ajukan" also hand it to the head."""
    submission = _for_office(number)
    letter, form = Letter.draft_of(submission) or abort(404), DraftForm()
    if not form.validate_on_submit():
        return _draft_again(submission, form)
    try:
        letters.edit_draft(letter, current_user, form.fields, clock.now())
        if request.form.get("_then") != "ajukan":
            return saved(_desk_url(number), "Naskah tersimpan.", number)
        letters.request_signature(submission, current_user, clock.now())
    except letters.DraftUnfinished as unfinished:
        _blame(form, unfinished.problems)
        return _draft_again(submission, form)
    except StepRefused as refusal:
        return told(_desk_url(number), str(refusal))
    return saved(f"/petugas/permohonan/{number}", "Naskah diajukan kepada Kepala.", number)


@blueprint.get(DESK + "/surat-konsep")
@office_only
def preview(number: str) -> str:
    """The draft as it will read, with the mark KONSEP."""
    submission, facts = _draft_facts(number)
    return render_template("letters/preview.html", **_page(submission, "Konsep surat"), paper=paper_of(facts))


@blueprint.get(DESK + "/surat-konsep.pdf")
@office_only
def preview_pdf(number: str) -> Response:
    """The draft as it will be printed, with the watermark KONSEP."""
    _, facts = _draft_facts(number)
    return pdf_response(recommendation_pdf(facts), f"{number}-konsep.pdf")


@blueprint.get(DESK + "/pengesahan")
@roles(Role.HEAD)
def approval(number: str) -> Response | str:
    """Letter and examination on one page, for the one who signs."""
    submission = _for_office(number)
    if submission.status != Status.AWAITING_SIGNATURE:
        return _not_waiting(submission)
    return render_template("letters/approval.html", form=SendBackForm(formdata=None), **_approval(submission))


@blueprint.post(DESK + "/pengesahan")
@roles(Role.HEAD)
def issue(number: str) -> Response:
    """Issue the letter."""
    submission = _for_office(number)
    try:
        letter = letters.issue(submission, current_user, clock.now(), _store(), _site())
    except StepRefused as refusal:
        return told(url_for(".approval", number=number), str(refusal))
    url = url_for("letter_register.show", letter_id=letter.id)
    return saved(url, f"Surat nomor {letter.number} terbit dan dikirim kepada pemohon.", letter.number, letter.code)


@blueprint.post(DESK + "/pengesahan/kembalikan")
@roles(Role.HEAD)
def send_back(number: str) -> Response:
    """Give the draft back to the officers, with the reason."""
    submission, form = _for_office(number), SendBackForm()
    if not form.validate_on_submit():
        if submission.status != Status.AWAITING_SIGNATURE:
            return _not_waiting(submission)
        return refused("letters/approval.html", form=form, **_approval(submission))
    try:
        letters.send_back(submission, current_user, form.note.data, clock.now())
    except StepRefused as refusal:
        return told(url_for(".approval", number=number), str(refusal))
    return saved("/petugas", f"Naskah {number} dikembalikan kepada petugas.", number)


@blueprint.post(DESK + "/hasil")
@roles(Role.OFFICER)
def confirm_results(number: str) -> Response:
    """The results that were handed in have been received."""
    submission = _for_office(number)
    try:
        letters.confirm_duty(submission, current_user, clock.now())
    except StepRefused as refusal:
        return told(_desk_url(number), str(refusal))
    return saved(_desk_url(number), "Hasil kegiatan dinyatakan diterima.", number)


@blueprint.get("/permohonan/<number>/surat")
@signed_in
def letter_page(number: str) -> str:
    """The letter to read, the same words as on paper."""
    submission, letter = _issued(number)
    breadcrumbs = [(number, f"/permohonan/{number}"), ("Surat", "")]
    return render_template(
        "letters/show.html", submission=submission, letter=letter, paper=paper_of(letters.thaw(letter.facts)),
        breadcrumbs=breadcrumbs, site=_site(),
    )  # fmt: skip


@blueprint.get("/permohonan/<number>/surat.pdf")
@signed_in
def letter_pdf(number: str) -> Response:
    """The letter exactly as it was issued; with ?unduh it is saved instead of shown."""
    _, letter = _issued(number)
    return stored_pdf(letter)


def desk_context(submission: Submission, user: User, form: DraftForm | None = None) -> dict[str, Any]:
    """What the letter section of an officer's page needs; `form` is one that was refused."""
    draft, issued = Letter.draft_of(submission), Letter.issued_of(submission)
    writing = draft is not None and submission.status == Status.DRAFTING
    editable = writing and Role.OFFICER in roles_on(submission, user)
    waiting = submission.status == Status.AWAITING_SIGNATURE
    shown = draft if writing or waiting else None
    return {
        "desk": Desk(
            submission=submission,
            draft=shown,
            issued=issued,
            form=form or (_form_of(draft) if editable and draft else None),
            paper=paper_of(letters.draft_facts(shown, submission, the_office())) if shown else None,
            problems=letters.unfinished(draft) if writing and draft else [],
            signature_waits=waiting,
            may_sign=waiting and Role.HEAD in roles_on(submission, user),
            identity_odd=_identity_odd(draft),
            duties=list(Duty.of(submission)) if issued else [],
            results_files=_handed_in(submission) if issued else [],
        )
    }


def paper_of(facts: LetterFacts) -> Paper:
    """The HTML twin of a letter."""
    return Paper(
        facts, letter_head(facts), dateline(facts), office_full_name(facts.office), letter_sections(facts),
        verification_note(facts),
    )  # fmt: skip


def stored_pdf(letter: Letter) -> Response:
    """The file of a letter as it was stored."""
    name = f"{(letter.number or '').replace('/', '-')}.pdf"
    return pdf_response(_store().read(letter.file_id), name, download="unduh" in request.args)


def pdf_response(content: bytes, name: str, download: bool = False) -> Response:
    """A PDF for this person only."""
    answer = Response(content, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment" if download else "inline", filename=name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _approval(submission: Submission) -> dict[str, Any]:
    """Everything the head reads before signing."""
    draft = Letter.draft_of(submission) or abort(404)
    sitting = Evaluation.latest(submission)
    return {
        **_page(submission, "Pengesahan"),
        "draft": draft,
        "paper": paper_of(letters.draft_facts(draft, submission, the_office())),
        "refusal": letters.may_sign(current_user, draft, clock.now()),
        "remarks": list(Remark.sent_of(submission)),
        "sitting": sitting,
        "opinions": list(Opinion.of(sitting)) if sitting else [],
        "progress": progress_of(submission),
        "history": list(Event.of("submission", submission.number)),
        "severities": labels.SEVERITY_LABELS,
        "remark_states": labels.REMARK_STATE_LABELS,
        "stances": labels.STANCE_LABELS,
    }


def _not_waiting(submission: Submission) -> Response:
    """Nothing waits for a signature here: lead to what there is."""
    issued = Letter.issued_of(submission)
    if issued is not None:
        return redirect(url_for("letter_register.show", letter_id=issued.id), 303)
    return told(f"/petugas/permohonan/{submission.number}", "Permohonan ini tidak sedang menunggu pengesahan.")


def _page(submission: Submission, here: str = "Naskah surat") -> dict[str, Any]:
    trail = [("Pekerjaan", "/petugas"), (submission.number, f"/petugas/permohonan/{submission.number}"), (here, "")]
    return {"submission": submission, "breadcrumbs": trail, "wide": True}


def _draft_again(submission: Submission, form: DraftForm) -> Response:
    return refused("letters/draft.html", **_page(submission), **desk_context(submission, current_user, form))


def _blame(form: DraftForm, problems: list[tuple[str, str]]) -> None:
    for name, message in problems:
        form[name].errors = [*form[name].errors, message]


def _form_of(draft: Letter) -> DraftForm:
    written = {key: "\n".join(map(str, value)) if isinstance(value, list) else value for key, value in draft.draft.items()}
    return DraftForm(formdata=None, data={**written, "outcome": draft.outcome})


def written(letter: Letter) -> dict[str, str]:
    """What officers wrote of a letter, as a form shows it: lists with one item a line."""
    draft = {key: letter.draft[key] for key in letters.FIELDS}
    return {key: "\n".join(value) if isinstance(value, list) else value for key, value in draft.items()}


def _handed_in(submission: Submission) -> list[Attachment]:
    """The files in which the results of the activity came."""
    return [file for file in Attachment.of(submission) if file.code == RESULTS_CODE]


def _identity_odd(draft: Letter | None) -> bool:
    given = draft.draft["identity_number"] if draft else ""
    return bool(given) and not numbering.looks_like_identity(given)


def _draft_facts(number: str) -> tuple[Submission, LetterFacts]:
    submission = _for_office(number)
    draft = Letter.draft_of(submission) or abort(404)
    return submission, letters.draft_facts(draft, submission, the_office())


def _for_office(number: str) -> Submission:
    """The submission, for whoever works on it; its own applicant works on it nowhere."""
    submission = Submission.find(current_user, number) or abort(404)
    if submission.applicant_id == current_user.id:
        abort(404)
    return submission


def _issued(number: str) -> tuple[Submission, Letter]:
    submission = Submission.find(current_user, number) or abort(404)
    return submission, Letter.issued_of(submission) or abort(404)


def _desk_url(number: str) -> str:
    return url_for(".draft", number=number)


def _store():
    return current_app.extensions["pst_files"]


def _site() -> str:
    return current_app.extensions["pst_config"].site
