"""The guest book as a kiosk: screens without script, one group of questions each, that forget whoever left.

What was typed travels inside the form; the session keeps only which run of the kiosk this is, so that going back
after a reset leads to the first page and never to somebody else's answers.
"""

import secrets
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)

from pst import clock
from pst.actions import visits
from pst.actions.attempts import TooManyTries
from pst.forms.visits import AgainForm, CardForm, GuestForm, ReturningForm, first_screen_with
from pst.models.office import the_office
from pst.models.tickets import Ticket
from pst.models.visits import Visitor
from pst.paper.visit_card import CardFacts, visit_card_pdf
from pst.rules import wording
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.roster import hours_in_words
from pst.rules.tickets import SERVICE_LABELS
from pst.rules.visits import GROUPS
from pst.views.access import public
from pst.views.fragments import saved, told
from pst.views.limits import limit, limit_misses
from pst.views.qr import qr_svg

blueprint = Blueprint("visits", __name__, url_prefix="/buku-tamu")
KEPT = "guest"
OVER = "Isian sebelumnya sudah ditutup agar tidak terbaca orang lain. Silakan mulai lagi."
NOBODY = "Nomor HP dan bulan lahir itu belum kami kenal bersama-sama. Periksa lagi, atau isi buku tamu sebagai pengunjung baru."
NO_CARD = "Kartu itu tidak kami kenal. Periksa kodenya, atau isi buku tamu sebagai pengunjung baru."
WAIT = "Sudah terlalu banyak percobaan untuk nomor ini. Silakan isi sebagai pengunjung baru, atau minta bantuan petugas."
UNKNOWN_CASE = "Kode itu tidak kami kenal. Periksa lagi, atau kosongkan."


def forgetful(view: Callable) -> Callable:
    """No browser keeps a page of the kiosk, neither for the back button nor for the next person."""

    @wraps(view)
    def answer(*args: Any, **more: Any) -> Response:
        response = make_response(view(*args, **more))
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


@blueprint.get("")
@public
@forgetful
def start() -> str:
    """First time or not? Whoever was here before is forgotten."""
    session.pop(KEPT, None)
    desk = visits.desk_now(clock.now())
    return _page(
        "visits/start.html",
        desk=desk,
        desk_opens=_in_words(desk.opens_next),
        hours=hours_in_words(desk.hours_today),
    )


@blueprint.get("/isi")
@public
@forgetful
def begin() -> Response | str:
    """The first screen, empty."""
    if not visits.desk_now(clock.now()).is_open:
        return _to_start()
    session[KEPT] = {"run": secrets.token_urlsafe(9)}
    return _screen(GuestForm(formdata=None), 0)


@blueprint.post("/isi")
@public
@limit("flood")
@forgetful
def fill() -> Response | str:
    """One screen further or back, or, from the last, into the book."""
    if not _same_run():
        return told(url_for(".start"), OVER)
    form = GuestForm()
    form.validate()
    place = _place(form)
    if "_mundur" in request.form:
        return _screen(form, max(place - 1, 0), quiet=True)
    wanted = GROUPS if place == len(GROUPS) - 1 else GROUPS[: place + 1]
    problems = form.problems_in(item.code for group in wanted for item in group.items)
    if problems or form.form_errors:
        return _screen(form, first_screen_with(problems) if problems else place, 422)
    if place < len(GROUPS) - 1:
        return _screen(form, place + 1, quiet=True)
    return _sign(form, lambda: _screen(form, place, 422))


@blueprint.get("/kembali")
@public
@forgetful
def ask_returning() -> Response | str:
    """Number and birth month, or the card."""
    if not visits.desk_now(clock.now()).is_open:
        return _to_start()
    session[KEPT] = {"run": secrets.token_urlsafe(9)}
    return _returning()


@blueprint.post("/kembali")
@public
@limit("flood")
@forgetful
def recognise() -> Response | str:
    """Whoever is recognised is asked to confirm."""
    if not _same_run():
        return told(url_for(".start"), OVER)
    form = ReturningForm()
    if not form.validate_on_submit():
        return _returning(form=form, status=422)
    try:
        visitor = visits.recognise(
            form.phone.data, int(form.birth_month.data), request.remote_addr or "", clock.now()
        )
    except visits.NotRecognised:
        form.phone.errors = [NOBODY]
        return _returning(form=form, status=422)
    except TooManyTries:
        form.phone.errors = [WAIT]
        return _returning(form=form, status=429)
    return _welcome(visitor)


@blueprint.post("/kartu")
@public
@limit_misses
@forgetful
def show_card() -> Response | str:
    """The same with the visit card."""
    if not _same_run():
        return told(url_for(".start"), OVER)
    form = CardForm()
    if not form.validate_on_submit():
        return _returning(card_form=form, status=422)
    try:
        visitor = visits.recognise_card(form.card.data)
    except visits.NotRecognised:
        form.card.errors = [NO_CARD]
        return _returning(card_form=form, status=422)
    return _welcome(visitor)


@blueprint.get("/sambutan")
@public
@forgetful
def welcome() -> Response | str:
    """Is it you, and what is it today?"""
    visitor = _visitor()
    return _again(visitor, AgainForm(formdata=None)) if visitor else _to_start()


@blueprint.post("/sambutan")
@public
@limit("flood")
@forgetful
def come_again() -> Response | str:
    """The visit of somebody who is known, into the book."""
    visitor = _visitor()
    if visitor is None or not _same_run():
        return told(url_for(".start"), OVER)
    form = AgainForm()
    if not form.validate_on_submit():
        return _again(visitor, form, 422)
    return _sign(form, lambda: _again(visitor, form, 422), visitor)


@blueprint.get("/selesai")
@public
@forgetful
def done() -> Response | str:
    """The number, how to see one's place, and the way out; no name."""
    ticket = _ticket()
    if ticket is None:
        return _to_start()
    place = f"{current_app.extensions['pst_config'].site}/antrean/{ticket.code}"
    return _page(
        "visits/done.html", ticket=ticket, service=SERVICE_LABELS[ticket.service], qr=qr_svg(place, "QR giliran Anda"),
        office_short=the_office().office_short,
    )  # fmt: skip


@blueprint.get("/kartu.pdf")
@public
@forgetful
def card() -> Response:
    """The visit card of whoever has just signed; only at this kiosk, until it is reset."""
    ticket = _ticket()
    visitor = Visitor.of_visit(ticket.visit) if ticket else None
    if visitor is None:
        return _to_start()
    facts = CardFacts(the_office().office_short, visitor.name, visitor.card, clock.now())
    answer = make_response(visit_card_pdf(facts))
    answer.mimetype = "application/pdf"
    answer.headers["Content-Disposition"] = 'inline; filename="kartu-kunjungan.pdf"'
    return answer


def _page(template: str, status: int = 200, **context: Any) -> Response:
    context = {
        "plain": True,
        "run": session.get(KEPT, {}).get("run", ""),
        "notice_version": NOTICE_VERSION,
        **context,
    }
    result = {"result": "refused"} if status in (422, 429) else {}
    return make_response(render_template(template, **result, **context), status)


def _screen(form: GuestForm, place: int, status: int = 200, quiet: bool = False) -> Response:
    """One group of questions; `quiet` leaves out complaints about what has not been asked yet."""
    group = GROUPS[place]
    problems = {} if quiet or status == 200 else form.problems_in(item.code for item in group.items)
    return _page(
        "visits/screen.html", status, form=form, group=group, place=place, groups=GROUPS, problems=problems,
        last=place == len(GROUPS) - 1,
    )  # fmt: skip


def _returning(
    form: ReturningForm | None = None, card_form: CardForm | None = None, status: int = 200
) -> Response:
    form, card_form = form or ReturningForm(formdata=None), card_form or CardForm(formdata=None)
    return _page("visits/returning.html", status, form=form, card_form=card_form)


def _again(visitor: Visitor, form: AgainForm, status: int = 200) -> Response:
    return _page("visits/welcome.html", status, visitor=visitor, form=form)


def _sign(form, show_again: Callable[[], Response], visitor: Visitor | None = None) -> Response:
    try:
        signed = visits.sign(form.given, clock.now(), visitor=visitor)
    except visits.DeskClosed:
        return _to_start()
    except visits.CaseUnknown:
        form.case.errors = [UNKNOWN_CASE]
        return show_again()
    session[KEPT] = {"ticket": signed.ticket.code}
    return saved(url_for(".done"), number=signed.ticket.number, code=signed.ticket.code)


def _welcome(visitor: Visitor) -> Response:
    session[KEPT] = {**session[KEPT], "visitor": visitor.id}
    return redirect(url_for(".welcome"), 303)


def _visitor() -> Visitor | None:
    return Visitor.known(session.get(KEPT, {}).get("visitor"))


def _ticket() -> Ticket | None:
    code = session.get(KEPT, {}).get("ticket")
    return Ticket.by_plain_code(code) if code else None


def _same_run() -> bool:
    run = session.get(KEPT, {}).get("run")
    return bool(run) and run == request.form.get("_run")


def _place(form: GuestForm) -> int:
    text = form.step.data or "0"
    return min(int(text), len(GROUPS) - 1) if text.isascii() and text.isdecimal() else 0


def _to_start() -> Response:
    return redirect(url_for(".start"), 303)


def _in_words(wall: datetime | None) -> str:
    """Selasa, 24 November 2026 pukul 08.00 WIB; a moment of the office's wall clock."""
    return f"{wording.weekday_date(wall)} pukul {wording.clock_time(wall)}" if wall else ""
