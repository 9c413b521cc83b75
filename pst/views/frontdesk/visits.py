"""The guest book as a kiosk: screens without script, one group of questions each, and the number at the end."""

from flask import Blueprint, Response, request, url_for

from pst import clock
from pst.actions.frontdesk import visits
from pst.actions.office.kiosks import note_seen
from pst.forms.frontdesk.visits import Guest, GuestForm, first_screen_with
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.visits import Visitor
from pst.models.office.agencies import Agency
from pst.rules.frontdesk.roster import hours_in_words
from pst.rules.frontdesk.tickets import SERVICES_LETTERED
from pst.rules.frontdesk.visits import GROUPS
from pst.views.frontdesk import kiosk
from pst.views.frontdesk.desk_papers import card_paper, slip_paper
from pst.web import kiosks
from pst.web.access import public
from pst.web.instance import the_config, the_office
from pst.web.limits import limit
from pst.web.qr import qr_svg

blueprint = Blueprint("visits", __name__, url_prefix="/buku-tamu")
blueprint.before_request(kiosk.only_here)


@blueprint.get("")
@public
@kiosk.forgetful
def start() -> Response:
    """First time or not? Whoever was here before is forgotten."""
    unhurried = request.args.get("waktu") == "panjang"
    kiosk.forget(unhurried)
    desk = visits.desk_now(clock.now())
    if here := kiosks.kiosk_here():
        note_seen(here, clock.now())
    page = kiosk.page(
        "frontdesk/visits/start.html",
        desk=desk,
        may_sign=desk.admits(the_office().kiosk_hours),
        unhurried=unhurried,
        hours=hours_in_words(desk.hours_today),
        minutes=kiosk.UNHURRIED // 60,
        by_phone=kiosks.may_be_recognised(),
    )
    return kiosks.keep(page)


@blueprint.get("/isi")
@public
@kiosk.forgetful
def begin() -> Response:
    """The first screen, empty."""
    return _screen(GuestForm(formdata=None), 0) if kiosk.begin_run() else kiosk.to_start()


@blueprint.post("/isi")
@public
@limit("flood")
@kiosk.forgetful
def fill() -> Response:
    """One screen further or back, or, from the last, into the book."""
    if not kiosk.is_same_run():
        return kiosk.over()
    form = GuestForm()
    form.validate()
    place = _place(form)
    if "_mundur" in request.form:
        return _screen(form, max(place - 1, 0))
    is_done = "_ambil" in request.form or place == len(GROUPS) - 1
    wanted = GROUPS if is_done else GROUPS[: place + 1]
    problems = form.problems_in(item.code for group in wanted for item in group.items)
    if problems or form.form_errors:
        return _screen(form, first_screen_with(problems, place), 422)
    if not is_done:
        return _next_screen(form, place)
    return kiosk.sign(form, lambda: _screen(form, first_screen_with(form.errors, place), 422))


@blueprint.get("/selesai")
@public
@kiosk.forgetful
def done() -> Response:
    """The number, how to see one's place, and the way out; no name."""
    ticket = kiosk.ticket_here()
    if ticket is None:
        return kiosk.to_start()
    site, rating = the_config().site, Rating.of(ticket.visit)
    survey = f"{site}/survei/{rating.token}" if rating and rating.token else ""
    return kiosk.page(
        "frontdesk/visits/done.html",
        ticket=ticket,
        service=SERVICES_LETTERED[ticket.service],
        desk_opens=visits.desk_now(clock.now()).opens_in_words,
        place_qr=qr_svg(f"{site}/antrean/{ticket.code}", "QR giliran Anda"),
        track=f"{site}/lacak",
        survey_qr=qr_svg(survey, "QR penilaian pelayanan") if survey else "",
    )


@blueprint.get("/struk.pdf")
@public
@kiosk.forgetful
def slip() -> Response:
    """The number on paper, for a kiosk without script; with it the page prints itself."""
    ticket = kiosk.ticket_here()
    return kiosk.leaving(slip_paper(ticket)) if ticket else kiosk.to_start()


@blueprint.get("/kartu.pdf")
@public
@kiosk.forgetful
def card() -> Response:
    """The visit card of whoever has just signed; only at this kiosk, until it is reset."""
    ticket = kiosk.ticket_here()
    visitor = Visitor.of_visit(ticket.visit) if ticket else None
    return kiosk.leaving(card_paper(visitor, clock.now())) if visitor else kiosk.to_start()


def _next_screen(form: Guest, place: int) -> Response:
    """One further; a code of nothing we know is refused where it is typed, and not only with the last screen."""
    try:
        if any(item.code == "case" for item in GROUPS[place].items):
            visits.find_case(form["case"].data or "")
    except visits.CaseUnknown as refusal:
        form.take(refusal)
        return _screen(form, place, 422)
    return _screen(form, place + 1)


def _screen(form: Guest, place: int, status: int = 200) -> Response:
    """One group of questions; nobody is told off for what has not been asked yet."""
    group = GROUPS[place]
    problems = {} if status == 200 else form.problems_in(item.code for item in group.items)
    return kiosk.page(
        "frontdesk/visits/screen.html",
        status,
        form=form,
        group=group,
        place=place,
        groups=GROUPS,
        problems=problems,
        last=place == len(GROUPS) - 1,
        agencies=[name for _, name in Agency.choices()] if place == 0 else [],
        action=url_for(".fill"),
    )


def _place(form: Guest) -> int:
    text = form.step.data or "0"
    return min(int(text), len(GROUPS) - 1) if text.isascii() and text.isdecimal() else 0
