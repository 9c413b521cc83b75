"""One visit on one screen: who came, for what, and everything an officer may do about it."""

from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit, counter
from pst.actions.accounts import AccountRefused
from pst.actions.intake import IntakeRefused
from pst.actions.steps import StepRefused
from pst.actions.visits import CaseUnknown
from pst.forms.visits import AccountForm, CaseForm, MailFormForm, OutcomeForm, ReceiverForm
from pst.models.audit import Event
from pst.models.office import Agency
from pst.models.satisfaction import Rating
from pst.models.tickets import Ticket
from pst.models.users import User
from pst.models.visits import Visit
from pst.rules.roles import Role
from pst.rules.tickets import OPEN
from pst.rules.visits import CHANNELS, STATISTICAL, VERB_LABELS, label_of
from pst.views.access import roles
from pst.views.counter import panel
from pst.views.fragments import page_or_fragment, refused, saved, told
from pst.views.guests import UNKNOWN_CASE

blueprint = Blueprint("visit_page", __name__, url_prefix="/petugas/tamu")
desk = roles(Role.OFFICER, Role.HEAD)
officers = roles(Role.OFFICER)


@blueprint.get("/<number>")
@desk
def show(number: str) -> Response:
    """The visit as it stands."""
    return make_response(render_template("guests/visit.html", **_shown(_find(number))))


@blueprint.post("/<number>/kontak")
@desk
def contact(number: str) -> Response:
    """Show how the visitor can be reached, and remember who asked."""
    visit = _find(number)
    audit.record_look(current_user, f"contact {number}", clock.now(), "Menghubungi tamu")
    return page_or_fragment(
        "guests/visit.html", "guests/_visitor.html", **{**_shown(visit), "contact_shown": True}
    )


@blueprint.post("/<number>/formulir")
@officers
def mail_form(number: str) -> Response:
    """Mail the softcopy of the form."""
    visit, form = _find(number), MailFormForm()
    if not form.validate_on_submit():
        return _again(visit, mail_form=form)
    counter.mail_form(visit, current_user, form.to.data, clock.now())
    return _saved(visit, "Tautan formulir dikirim lewat surel.")


@blueprint.post("/<number>/akun")
@officers
def open_account(number: str) -> Response:
    """Open an account for the visitor; the owner sets the password."""
    visit, form = _find(number), _account_form(_find(number), sent=True)
    if not form.validate_on_submit():
        return _again(visit, account_form=form)
    try:
        counter.open_account(visit, current_user, clock.now(), phone=visit.phone, **_person(form))
    except AccountRefused as refusal:
        form.email.errors = [str(refusal)]
        return _again(visit, account_form=form)
    return _saved(visit, "Akun dibuat. Tautan untuk membuat kata sandi dikirim ke surelnya.")


@blueprint.post("/<number>/permohonan")
@officers
def start_submission(number: str) -> Response:
    """Begin a submission for the visitor, and go on to its first page."""
    visit, form = _find(number), _account_form(_find(number), sent=True)
    if not form.validate_on_submit():
        return _again(visit, account_form=form)
    try:
        draft = counter.start_submission(visit, current_user, clock.now(), phone=visit.phone, **_person(form))
    except IntakeRefused as refusal:
        form[refusal.field].errors = [str(refusal)]
        return _again(visit, account_form=form)
    except AccountRefused as refusal:
        form.email.errors = [str(refusal)]
        return _again(visit, account_form=form)
    url = url_for("answers.show", number=draft.number, block_number=0)
    return saved(url, "Draf dibuat. Isikan bagian demi bagian bersama pemohon.", draft.number, draft.code)


@blueprint.post("/<number>/kaitan")
@officers
def link_case(number: str) -> Response:
    """Say what the visit is about."""
    visit, form = _find(number), CaseForm()
    if not form.validate_on_submit():
        return _again(visit, case_form=form)
    try:
        counter.link_case(visit, current_user, form.case.data or "", clock.now())
    except CaseUnknown:
        form.case.errors = [UNKNOWN_CASE]
        return _again(visit, case_form=form)
    return _saved(visit, "Kaitan disimpan." if form.case.data else "Kaitan dilepas.")


@blueprint.post("/<number>/hasil")
@officers
def note_outcome(number: str) -> Response:
    """Keep what the consultation came to."""
    visit, form = _find(number), OutcomeForm()
    if not form.validate_on_submit():
        return _again(visit, outcome_form=form)
    counter.note_outcome(visit, current_user, form.outcome.data, clock.now())
    return _saved(visit, "Hasil konsultasi disimpan.")


@blueprint.post("/<number>/serahkan")
@officers
def hand_over(number: str) -> Response:
    """Give the letter to whoever came for it."""
    visit, form = _find(number), ReceiverForm()
    if not form.validate_on_submit():
        return _again(visit, receiver_form=form)
    try:
        counter.hand_over(visit, current_user, form.receiver.data, clock.now())
    except (counter.DeskRefused, StepRefused) as refusal:
        return told(url_for(".show", number=number), str(refusal))
    return _saved(visit, "Penyerahan surat dicatat; permohonannya selesai.")


def _find(number: str) -> Visit:
    return Visit.find(number) or abort(404)


def _saved(visit: Visit, message: str) -> Response:
    return saved(url_for(".show", number=visit.number), message, visit.number)


def _again(visit: Visit, **form) -> Response:
    return refused("guests/visit.html", **{**_shown(visit), **form})


def _person(form: AccountForm) -> dict[str, Any]:
    return {
        "name": form.name.data, "email": form.email.data, "position": form.position.data or "",
        "agency_id": form.agency_id,
    }  # fmt: skip


def _account_form(visit: Visit, sent: bool = False) -> AccountForm:
    """As sent, or filled with what the guest book knows."""
    if sent:
        return AccountForm(Agency.choices())
    agencies = Agency.choices()
    same = next((str(key) for key, name in agencies if name.casefold() == visit.institution.casefold()), "")
    return AccountForm(
        agencies, formdata=None, data={"name": visit.name, "email": visit.email, "agency": same}
    )


def _shown(visit: Visit) -> dict[str, Any]:
    tickets = Ticket.of_visit(visit)
    current = next((it for it in reversed(tickets) if it.state in OPEN), tickets[-1] if tickets else None)
    rating = Rating.of(visit)
    has_account = bool(visit.email) and User.by_email(visit.email) is not None
    return {
        **panel(current),
        "visit": visit,
        "tickets": tickets,
        "rating": rating,
        "survey_open": bool(rating and rating.token and rating.opens_at),
        "events": list(Event.of("visit", visit.number)),
        "verb_labels": VERB_LABELS,
        "about": [(code, label_of(code, getattr(visit, code))) for code in STATISTICAL if getattr(visit, code)],
        "needs": [label_of("needs", need) for need in visit.needs],
        "channel": CHANNELS[visit.channel],
        "may_work": current_user.has(Role.OFFICER) and visit.anonymised_at is None,
        "may_hand_over": counter.may_hand_over(visit),
        "has_account": has_account,
        "mail_form": MailFormForm(formdata=None, data={"to": visit.email}),
        "account_form": _account_form(visit),
        "case_form": CaseForm(formdata=None, data={"case": visit.submission.number if visit.submission else visit.complaint}),
        "outcome_form": OutcomeForm(formdata=None, data={"outcome": visit.outcome}),
        "receiver_form": ReceiverForm(formdata=None, data={"receiver": visit.name}),
        "now": clock.now(),
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")), ("Buku tamu", url_for("guests.index")), (visit.number, ""),
        ],
    }  # fmt: skip
