"""The kiosk for somebody who has been here before: recognised by two things together or by the card, never listed."""

from flask import Blueprint, Response, abort, make_response, redirect, request, url_for

from pst import clock
from pst.actions.attempts import TooManyTries
from pst.actions.frontdesk import visits
from pst.forms.frontdesk.visits import ASKED_AGAIN, AgainForm, CardForm, ReturningForm
from pst.models.frontdesk.visits import Visitor
from pst.rules.numbering import clean_code
from pst.rules.refusals import Refusal
from pst.views.frontdesk import kiosk
from pst.web.access import public
from pst.web.kiosks import kiosk_or_address, may_be_recognised
from pst.web.limits import limit, limit_misses, seconds_to

blueprint = Blueprint("returning", __name__, url_prefix="/buku-tamu")
blueprint.before_request(kiosk.only_here)
WAIT = (
    "Sudah terlalu banyak percobaan untuk nomor ini. Silakan isi sebagai pengunjung baru, atau minta bantuan petugas."
)


@blueprint.get("/kembali")
@public
@kiosk.forgetful
def ask() -> Response:
    """Number and birth month, or the card."""
    return _ask() if kiosk.begin_run() else kiosk.to_start()


@blueprint.post("/kembali")
@public
@limit("flood")
@kiosk.forgetful
def recognise() -> Response:
    """Whoever is recognised is asked to confirm. A scanner types into the field that is open: a card counts too."""
    if not kiosk.is_same_run():
        return kiosk.over()
    if clean_code(request.form.get("phone", "")):
        return _by_card(request.form["phone"], CardForm(formdata=None))
    if not may_be_recognised():
        abort(404)
    form = ReturningForm()
    if not form.validate_on_submit():
        return _ask(form=form, status=422)
    try:
        visitor = visits.recognise(form.phone.data, int(form.birth_month.data), kiosk_or_address(), clock.now())
    except visits.NotRecognised as refusal:
        form.take(refusal)
        return _ask(form=form, status=422)
    except TooManyTries as refusal:
        form.take(Refusal(WAIT, "phone"))
        answer = _ask(form=form, status=429)
        answer.retry_after = seconds_to(refusal.until)
        return answer
    return _welcome(visitor)


@blueprint.post("/kartu")
@public
@limit_misses
@kiosk.forgetful
def show_card() -> Response:
    """The same with the visit card."""
    if not kiosk.is_same_run():
        return kiosk.over()
    form = CardForm()
    if not form.validate_on_submit():
        return _ask(card_form=form, status=422)
    return _by_card(form.card.data, form)


@blueprint.get("/sambutan")
@public
@kiosk.forgetful
def welcome() -> Response:
    """Is it you, and what is it today?"""
    visitor = kiosk.visitor_here()
    return _again(visitor, AgainForm(formdata=None)) if visitor else kiosk.to_start()


@blueprint.post("/sambutan")
@public
@limit("flood")
@kiosk.forgetful
def come_again() -> Response:
    """The visit of somebody who is known, into the book."""
    visitor = kiosk.visitor_here()
    if visitor is None or not kiosk.is_same_run():
        return kiosk.over()
    form = AgainForm()
    if not form.validate_on_submit():
        return _again(visitor, form, 422)
    return kiosk.sign(form, lambda: _again(visitor, form, 422), visitor)


def _by_card(typed: str, form: CardForm) -> Response:
    try:
        visitor = visits.recognise_card(typed)
    except visits.NotRecognised as refusal:
        form.take(refusal)
        return _ask(card_form=form, status=422)
    return _welcome(visitor)


def _welcome(visitor: Visitor) -> Response:
    kiosk.remember_visitor(visitor)
    return make_response(redirect(url_for(".welcome"), 303))


def _ask(form: ReturningForm | None = None, card_form: CardForm | None = None, status: int = 200) -> Response:
    form, card_form = form or ReturningForm(formdata=None), card_form or CardForm(formdata=None)
    shown = {"form": form, "card_form": card_form, "by_phone": may_be_recognised()}
    return kiosk.page("frontdesk/visits/returning.html", status, **shown)


def _again(visitor: Visitor, form: AgainForm, status: int = 200) -> Response:
    return kiosk.page("frontdesk/visits/welcome.html", status, visitor=visitor, form=form, items=ASKED_AGAIN)
