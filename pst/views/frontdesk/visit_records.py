"""One visit on one screen: who came, for what, and everything an officer may do about it."""

from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from pst import clock
from pst.actions import audit
from pst.actions.accounts.accounts import Newcomer
from pst.actions.frontdesk import handover, visit_records, visits
from pst.forms.frontdesk.guests import AssistForm, ContactForm
from pst.forms.frontdesk.visits import CaseForm, MailFormForm, OutcomeForm, ReceiverForm
from pst.mail.deliver import forget_kept
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit, Visitor
from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.frontdesk.tickets import OPEN
from pst.rules.frontdesk.visits import CHANNELS, STATISTICAL, VERB_LABELS, label_of
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.views.frontdesk.ticket_panel import panel_of
from pst.web.access import proven, roles
from pst.web.downloads import copy_answer, pdf_answer
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import page_or_fragment, saved, told
from pst.web.instance import the_config
from pst.web.navigation import work_trail

blueprint = Blueprint("visit_page", __name__, url_prefix="/petugas/tamu")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)
PAGE = "frontdesk/guests/visit.html"
SPOKEN = (
    "Bacakan kode ini kepada tamu: {code}. Tamu mengetiknya di {address} dan membuat kata sandinya sendiri. "
    "Berlaku sampai {until}; kode tidak ditampilkan lagi."
)


@blueprint.errorhandler(Refusal)
def tell_on_the_page(refusal: Refusal) -> Response:
    """Nothing was done; the visit's page tells why."""
    return told(url_for(".show", number=(request.view_args or {})["number"]), str(refusal))


@blueprint.get("/<number>")
@desk
def show(number: str) -> Response:
    """The visit as it stands."""
    return make_response(render_template(PAGE, **_around(_find(number))))


@blueprint.post("/<number>/kontak")
@desk
def contact(number: str) -> Response:
    """Show how the visitor can be reached, and remember who asked and why."""
    visit, form = _find(number), ContactForm()
    is_open = form.validate_on_submit()
    if is_open:
        audit.record_look(current_user, f"visitor {number}", clock.now(), form.why)
    around = {**_around(visit), "contact_form": form, "contact_shown": is_open}
    result = {} if is_open else {"result": "refused"}
    return page_or_fragment(PAGE, "frontdesk/guests/_visitor.html", 200 if is_open else 422, **result, **around)


@blueprint.post("/<number>/salinan.json", defaults={"kind": "json"})
@blueprint.post("/<number>/salinan.pdf", defaults={"kind": "pdf"})
@officers
def copy(number: str, kind: str) -> Response:
    """All that the guest book keeps of this visitor, for the visitor who asks for it and has shown to be the one."""
    visitor = Visitor.of_visit(_find(number)) or abort(404)
    audit.record_look(current_user, f"visitor {number}", clock.now(), "Salinan bagi tamu yang memintanya")
    return copy_answer(visitor, kind)


@blueprint.post("/<number>/hapus-data")
@officers
@proven
def forget(number: str) -> Response:
    """Take the visitor out of the book who asks for it; the visits go on being counted."""
    visitor = Visitor.of_visit(_find(number)) or abort(404)
    visits.forget_visitor(visitor, current_user, clock.now())
    forget_kept(the_config())
    return saved(url_for(".show", number=number), "Data tamu dihapus dari semua kunjungannya.")


@blueprint.post("/<number>/surel-formulir")
@officers
def mail_form(number: str) -> Response:
    """Mail the softcopy of the form."""
    visit = _find(number)
    with _page(visit, "mail_form", MailFormForm(), "to") as form:
        visit_records.mail_form(visit, current_user, form.to.data, clock.now())
    return _saved(visit, "Tautan formulir dikirim lewat surel.")


@blueprint.post("/<number>/formulir/<kind>")
@officers
def give_form(number: str, kind: str) -> BaseResponse:
    """Hand over the form, printed or as a file; that it was given stands in the visit's history."""
    if kind not in visit_records.FORMS:
        abort(404)
    visit_records.give_form(_find(number), current_user, kind, clock.now())
    return redirect(url_for(f"form_files.{'blank_pdf' if kind == 'pdf' else 'blank_xlsx'}"), 303)


@blueprint.post("/<number>/katalog")
@officers
def search_catalogue(number: str) -> BaseResponse:
    """Look for activities that were recommended already, together with the visitor."""
    visit_records.search_catalogue(_find(number), current_user, clock.now())
    return redirect(url_for("catalogue.index", cari=request.form.get("cari", "")[:200] or None), 303)


@blueprint.post("/<number>/akun")
@officers
def open_account(number: str) -> Response:
    """Open an account for the visitor; the owner sets the password."""
    visit = _find(number)
    with _page(visit, "account_form", AssistForm(Agency.choices()), "email") as form:
        visit_records.open_account(visit, current_user, _newcomer(visit, form), clock.now())
    return _saved(visit, "Akun dibuat. Tautan untuk membuat kata sandi dikirim ke surelnya.")


@blueprint.post("/<number>/kode-akun")
@officers
def read_code(number: str) -> Response:
    """A code to be read aloud, shown this once."""
    visit = _find(number)
    code, expires_at = visit_records.read_code(visit, current_user, clock.now())
    until = wording.clock_time(clock.local(expires_at))
    address = f"{the_config().site}{url_for('registration.ask_code')}"
    words = SPOKEN.format(code=code, address=address, until=until)
    return saved(url_for(".show", number=number), words, number, code)


@blueprint.post("/<number>/permohonan")
@officers
def start_submission(number: str) -> Response:
    """Begin a submission for the visitor, and go on to its first page."""
    visit = _find(number)
    with _page(visit, "account_form", AssistForm(Agency.choices()), "email") as form:
        draft = visit_records.start_submission(visit, current_user, _newcomer(visit, form), clock.now())
    url = url_for("answers.show", number=draft.number, block_number=0)
    return saved(url, "Draf dibuat. Isikan bagian demi bagian bersama pemohon.", draft.number, draft.code)


@blueprint.post("/<number>/kaitan")
@officers
def link_case(number: str) -> Response:
    """Say what the visit is about."""
    visit = _find(number)
    with _page(visit, "case_form", CaseForm()) as form:
        visit_records.link_case(visit, current_user, form.case.data or "", clock.now())
    return _saved(visit, "Kaitan disimpan." if form.case.data else "Kaitan dilepas.")


@blueprint.post("/<number>/hasil")
@officers
def note_outcome(number: str) -> Response:
    """Keep what the consultation came to."""
    visit = _find(number)
    with _page(visit, "outcome_form", OutcomeForm()) as form:
        visit_records.note_outcome(visit, current_user, form.outcome.data, clock.now())
    return _saved(visit, "Hasil konsultasi disimpan.")


@blueprint.get("/<number>/tanda-terima.pdf")
@officers
def receipt(number: str) -> Response:
    """The paper on which whoever takes the letter signs for it."""
    paper = handover.receipt_paper(_find(number), current_user, clock.now())
    return pdf_answer(paper, f"tanda-terima-surat-{number}.pdf", opened=True)


@blueprint.post("/<number>/serahkan")
@officers
def hand_over(number: str) -> Response:
    """Give the letter to whoever came for it."""
    visit = _find(number)
    with _page(visit, "receiver_form", ReceiverForm()) as form:
        handover.hand_over(visit, current_user, form.receiver.data, clock.now())
    return _saved(visit, "Penyerahan surat dicatat; permohonannya selesai.")


def _find(number: str) -> Visit:
    return Visit.find(number) or abort(404)


def _saved(visit: Visit, message: str) -> Response:
    return saved(url_for(".show", number=visit.number), message, visit.number)


def _page(visit: Visit, name: str, form: AnyForm, address: str = "") -> FormPage[AnyForm]:
    """The visit's page with the form it calls `name`.

    Left empty, its field `address` stands for the address in the guest book, which nobody had to open; an address
    that was not typed is not shown either when the page comes again.
    """
    if address:
        form[address].data = form[address].data or visit.email

    def around() -> dict[str, Any]:
        if address:
            form[address].data = form[address].raw_data[0] if form[address].raw_data else ""
        return _around(visit)

    return FormPage(PAGE, form, around, name)


def _newcomer(visit: Visit, form: AssistForm) -> Newcomer:
    return Newcomer(phone=visit.phone, **form.person)


def _assist_form_for(visit: Visit) -> AssistForm:
    """Filled with what the guest book knows, but for the address; who comes for himself has no agency."""
    agencies, institution = Agency.choices(), visit.institution.casefold()
    known = next((str(key) for key, name in agencies if name.casefold() == institution), "")
    unlisted = "" if known or institution == "perorangan" else visit.institution
    return AssistForm(agencies, formdata=None, data={"name": visit.name, "agency": known, "new_agency": unlisted})


def _around(visit: Visit) -> dict[str, Any]:
    tickets = Ticket.of_visit(visit)
    current = next((it for it in reversed(tickets) if it.state in OPEN), tickets[-1] if tickets else None)
    rating = Rating.of(visit)
    complaint = _complaint_of(visit)
    case = visit.submission.number if visit.submission else complaint
    account = visit_records.account_of(visit)
    return {
        **panel_of(current),
        "visit": visit,
        "tickets": tickets,
        "rating": rating,
        "survey_open": bool(rating and rating.token and rating.opens_at),
        "events": list(Event.of("visit", visit.number)),
        "verb_labels": VERB_LABELS,
        "about": [label_of(code, getattr(visit, code)) for code in STATISTICAL if getattr(visit, code)],
        "needs": [label_of("needs", need) for need in visit.needs],
        "channel": CHANNELS[visit.channel],
        "may_work": current_user.has(Role.OFFICER) and visit.anonymised_at is None,
        "may_hand_over": handover.may_hand_over(visit),
        "may_print_receipt": handover.has_letter(visit),
        "account": account,
        "complaint": complaint,
        "submission_url": _work_on(visit.submission) if visit.submission else "",
        "may_read_code": visit_records.may_read_code(account),
        "contact_form": ContactForm(formdata=None),
        "mail_form": MailFormForm(formdata=None),
        "account_form": _assist_form_for(visit),
        "case_form": CaseForm(formdata=None, data={"case": case}),
        "outcome_form": OutcomeForm(formdata=None, data={"outcome": visit.outcome}),
        "receiver_form": ReceiverForm(formdata=None, data={"receiver": visit.name}),
        "now": clock.now(),
        "wide": True,
        "breadcrumbs": work_trail(("Buku tamu", url_for("guests.index")), (visit.number, "")),
    }


def _work_on(submission: Submission) -> str:
    """Where work on it goes on: a draft is still filled in."""
    if submission.status == Status.DRAFT:
        return url_for("answers.show", number=submission.number, block_number=0)
    return url_for("review.show", number=submission.number)


def _complaint_of(visit: Visit) -> str:
    """The number of its complaint, for whoever may know of that; to everybody else the link tells nothing."""
    return visit.complaint if Complaint.find(current_user, visit.complaint) else ""
