"""The letters about a complaint: their draft, letting them go out under a number, and the papers that did."""

from functools import partial
from typing import Any

from flask import Blueprint, Response, abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_letters
from pst.actions.letters.book_years import number_ahead
from pst.forms.letters.book_entries import NumberForm
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.complaints.complaints import Complaint
from pst.rules.complaints.complaint_letters import ANSWER_LETTER, KINDS, REFERRAL_LETTER, LetterKind
from pst.views.complaints.complaint_page import DRAFTS
from pst.views.complaints.finding import around, find, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.access import proven
from pst.web.downloads import pdf_answer, stored_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import told
from pst.web.instance import the_store

blueprint = Blueprint("complaint_letters", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)


@blueprint.get("/jawaban.pdf")
@desk
def answer(number: str) -> Response:
    """The answer as a letter."""
    return _draft(find(number), ANSWER_LETTER)


@blueprint.get("/rujukan.pdf")
@desk
def referral(number: str) -> Response:
    """The letter to the office above, for a complaint about the head or one that went beyond this office."""
    return _draft(find(number), REFERRAL_LETTER)


@blueprint.get("/surat/<int:letter_id>.pdf")
@desk
def paper(number: str, letter_id: int) -> Response:
    """A letter that went out."""
    letter = next((row for row in ComplaintLetter.of(find(number)) if row.id == letter_id), None) or abort(404)
    return stored_answer(letter.file_id, letter.file.mime, f"{letter.kind}-{letter.entry.number.replace('/', '-')}.pdf")


@blueprint.get("/surat/<kind>")
@desk
def ask(number: str, kind: str) -> Response | str:
    """Under which number does it go out?"""
    complaint, wanted = find(number), KINDS.get(kind) or abort(404)
    if why := complaint_letters.why_not(complaint, current_user, clock.now(), wanted):
        return told(way_back(number), why)
    return _page(complaint, wanted, NumberForm(formdata=None)).show()


@blueprint.post("/surat/<kind>")
@desk
@proven
def issue(number: str, kind: str) -> Response:
    """Let it go out."""
    complaint, wanted = find(number), KINDS.get(kind) or abort(404)
    with _page(complaint, wanted, NumberForm()) as form:
        letter = complaint_letters.issue(complaint, wanted, form.given, current_user, clock.now(), the_store())
    return saved_on(number, f"{wanted.label} nomor {letter.entry.number} terbit.")


@blueprint.post("/surat/<kind>/minta")
@desk
def ask_for(number: str, kind: str) -> Response:
    """Tell whoever signs that it is wanted."""
    complaint_letters.ask_for(find(number), KINDS.get(kind) or abort(404), current_user, clock.now())
    return saved_on(number, "Penanda tangan dikabari.")


def _draft(complaint: Complaint, kind: LetterKind) -> Response:
    draft = complaint_letters.draft_pdf(complaint, kind, clock.now()) or abort(404)
    return pdf_answer(draft, f"konsep-{kind.name}-{complaint.number}.pdf")


def _page(complaint: Complaint, kind: LetterKind, form: NumberForm) -> FormPage[NumberForm]:
    return FormPage("complaints/desk/letter.html", form, partial(_asked, complaint, kind))


def _asked(complaint: Complaint, kind: LetterKind) -> dict[str, Any]:
    return {
        "kind": kind,
        "draft": url_for(DRAFTS[kind.name], number=complaint.number),
        **number_ahead(clock.today()),
        **around(complaint, kind.label),
    }
