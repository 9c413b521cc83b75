"""The letter as officers write it, as the head signs it, and as the applicant reads it."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.letters import letters
from pst.actions.letters.book_years import number_lacking
from pst.actions.letters.draft import written
from pst.actions.letters.facts import draft_facts, thaw
from pst.actions.letters.numbers import following
from pst.actions.submissions import duties
from pst.forms.letters.letters import SendBackForm
from pst.forms.shared_rows import KeptForm
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Submission
from pst.paper.letters.facts import LetterFacts
from pst.paper.letters.recommendation import recommendation_pdf
from pst.rules.letters.validity import EXPIRED, state_on
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.views.letters.approving import draft_page, examined
from pst.views.letters.case_letter import desk_context, draft_form
from pst.views.letters.reading import paper_of, pdf_response, stored_pdf
from pst.views.submissions.cases import find_to_work_on, office_page
from pst.views.submissions.overtaken import CasePage, overtaken_in_office, too_late
from pst.web.access import proven, roles, signed_in
from pst.web.fragments import saved, told
from pst.web.instance import the_config, the_office, the_press, the_store

blueprint = Blueprint("letters", __name__)
office_only = roles(Role.OFFICER, Role.HEAD)
DESK = "/petugas/permohonan/<number>"
NOT_WAITING = "Permohonan ini tidak sedang menunggu pengesahan."


@blueprint.get(DESK + "/naskah")
@office_only
def draft(number: str) -> str:
    """The letter section on a page of its own."""
    submission = find_to_work_on(number)
    return render_template(
        "letters/letters/draft.html", **draft_page(submission), **desk_context(submission, current_user)
    )


@blueprint.post(DESK + "/naskah")
@roles(Role.OFFICER)
def save_draft(number: str) -> Response | str:
    """Keep the draft, and with the button "ajukan" hand it to the head; with "sisip" put in a ready sentence."""
    submission = find_to_work_on(number)
    letter, form = Letter.draft_of(submission) or abort(404), draft_form()
    page = CasePage(
        "letters/letters/draft.html",
        form,
        lambda: {**draft_page(submission), **desk_context(submission, current_user, form)},
        overtaken_in_office(submission, _desk_url(number)),
    )
    if request.form.get("_then") == "sisip":
        form.insert_chosen()
        return page.show()
    with page:
        letters.edit_draft(letter, current_user, form.fields, clock.now(), form.seen.data or "")
        if request.form.get("_then") != "ajukan":
            return saved(_desk_url(number), "Naskah tersimpan.", number)
        form.showing(written(Letter.draft_of(submission) or letter))
        step = letters.request_signature(submission, current_user, clock.now())
    return saved(f"/petugas/permohonan/{number}", f"{step.past}.", number)


@blueprint.get(DESK + "/surat-konsep")
@office_only
def preview(number: str) -> str:
    """The draft as it will read, with the mark KONSEP."""
    submission, facts = _draft_facts(number)
    return render_template(
        "letters/letters/preview.html", **draft_page(submission, "Konsep surat"), paper=paper_of(facts)
    )


@blueprint.get(DESK + "/surat-konsep.pdf")
@office_only
def preview_pdf(number: str) -> Response:
    """The draft as it will be printed, with the watermark KONSEP."""
    _, facts = _draft_facts(number)
    return pdf_response(recommendation_pdf(facts), f"{number}-konsep.pdf")


@blueprint.get(DESK + "/pengesahan")
@roles(Role.HEAD)
def approval(number: str) -> ResponseReturnValue:
    """Letter and examination on one page, for the one who signs."""
    submission = find_to_work_on(number)
    if submission.status != Status.AWAITING_SIGNATURE:
        return _not_waiting(submission)
    return render_template("letters/letters/approval.html", form=SendBackForm(formdata=None), **_approval(submission))


@blueprint.post(DESK + "/pengesahan")
@roles(Role.HEAD)
@proven
def issue(number: str) -> Response:
    """Sign: the letter gets its number, and the applicant the mail."""
    submission = find_to_work_on(number)
    try:
        seen = KeptForm().seen.data or ""
        letter = letters.issue(submission, current_user, clock.now(), the_store(), the_press(), seen)
    except Refusal as refusal:
        return _not_issued(find_to_work_on(number), str(refusal))
    if letter.state == "waiting":
        place = url_for("signing.show", letter_id=letter.id)
        return saved(place, f"Surat nomor {letter.number} menunggu tanda tangan.", letter.number)
    message = f"Surat nomor {letter.number} terbit dan dikirim kepada pemohon."
    return saved(_letter_url(letter), message, letter.number, letter.code)


@blueprint.post(DESK + "/pengesahan/kembalikan")
@roles(Role.HEAD)
def send_back(number: str) -> ResponseReturnValue:
    """Give the draft back to the officers, with the reason."""
    submission, form = find_to_work_on(number), SendBackForm()
    moved_on = overtaken_in_office(submission, office_page(number))
    page = CasePage("letters/letters/approval.html", form, lambda: _approval(submission), moved_on)
    if submission.status != Status.AWAITING_SIGNATURE:
        return moved_on(NOT_WAITING, form)
    with page:
        letters.send_back(submission, current_user, clock.now(), form.note.data or "")
    return saved("/petugas", f"Naskah {number} dikembalikan kepada petugas.", number)


@blueprint.post(DESK + "/hasil")
@roles(Role.OFFICER)
def confirm_results(number: str) -> Response:
    """The results that were handed in have been received."""
    submission = find_to_work_on(number)
    duties.confirm_results(submission, current_user, clock.now())
    return saved(_desk_url(number), "Hasil kegiatan dinyatakan diterima.", number)


@blueprint.post(DESK + "/metadata")
@roles(Role.OFFICER)
def confirm_metadata(number: str) -> Response:
    """The metadata are complete."""
    submission = find_to_work_on(number)
    duties.confirm_metadata(submission, current_user, clock.now())
    return saved(_desk_url(number), "Metadata dinyatakan lengkap.", number)


@blueprint.get("/permohonan/<number>/surat")
@signed_in
def letter_page(number: str) -> str:
    """The letter to read, the same words as on paper."""
    submission, letter = _issued(number)
    copy = SignedCopy.taken_of(letter.id)
    breadcrumbs = [(number, f"/permohonan/{number}"), ("Surat", "")]
    return render_template(
        "letters/letters/show.html",
        submission=submission,
        letter=letter,
        copy=copy,
        file=copy.file if copy else letter.file,
        paper=paper_of(thaw(letter.facts)),
        revoked=letter.state == "revoked",
        replaced=letter.state == "replaced",
        expired=state_on(letter, clock.today()) == EXPIRED,
        breadcrumbs=breadcrumbs,
        site=the_config().site,
    )


@blueprint.get("/permohonan/<number>/surat.pdf")
@signed_in
def letter_pdf(number: str) -> Response:
    """The letter exactly as it went out; with ?unduh it is saved instead of shown."""
    _, letter = _issued(number)
    return stored_pdf(letter, SignedCopy.taken_of(letter.id))


def _approval(submission: Submission) -> dict[str, Any]:
    """Everything the head reads before signing."""
    shown = examined(submission, "Pengesahan")
    draft = shown["draft"]
    return {
        **shown,
        "leaves_unsigned": letters.leaves_unsigned(),
        "refusal": letters.may_sign(current_user, draft, clock.now(), the_config().letter_site),
        "taken_back_from": letters.taken_back_from(draft, clock.now()),
        **_numbering(draft),
        "send_back": url_for(".send_back", number=submission.number),
    }


def _numbering(draft: Letter) -> dict[str, Any]:
    """The number the letter would get today, or why it cannot have one."""
    year = clock.today().year
    lacking = number_lacking(draft.draft["letter_number"], year)
    codes = (draft.draft.get("prefix", ""), draft.draft.get("kka", ""))
    return {"year": year, "number_lacking": lacking, "next_number": following(clock.today(), *codes)[0]}


def _not_waiting(submission: Submission) -> ResponseReturnValue:
    """Nothing waits for a signature here: lead to what there is."""
    issued = Letter.shown_of(submission)
    if issued is not None:
        return redirect(_letter_url(issued), 303)
    return told(office_page(submission.number), too_late(submission, NOT_WAITING))


def _not_issued(submission: Submission, refusal: str) -> Response:
    """Why nothing was signed: read the draft again, or hear what became of it and by whom."""
    if submission.status == Status.AWAITING_SIGNATURE:
        return told(url_for(".approval", number=submission.number), refusal)
    issued = Letter.shown_of(submission)
    place = _letter_url(issued) if issued else office_page(submission.number)
    return told(place, too_late(submission, refusal))


def _draft_facts(number: str) -> tuple[Submission, LetterFacts]:
    submission = find_to_work_on(number)
    draft = Letter.draft_of(submission) or abort(404)
    return submission, draft_facts(draft, submission, the_office())


def _issued(number: str) -> tuple[Submission, Letter]:
    submission = Submission.find(current_user, number) or abort(404)
    return submission, Letter.issued_of(submission) or abort(404)


def _desk_url(number: str) -> str:
    return url_for(".draft", number=number)


def _letter_url(letter: Letter) -> str:
    return url_for("letter_register.show", letter_id=letter.id)
