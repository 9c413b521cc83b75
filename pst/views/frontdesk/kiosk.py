"""What the screens of the kiosk share: each leads back to the first by itself, and none is kept by the browser.

What was typed travels inside the form; the session keeps only which run of the kiosk this is, so that going back
after a reset leads to the first page and never to somebody else's answers.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, make_response, redirect, render_template, request, session, url_for

from pst import clock
from pst.actions.frontdesk import visits
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visitor
from pst.rules.privacy import NOTICE_VERSION
from pst.web.fragments import htmx, saved, told
from pst.web.kiosks import kiosk_or_address, may_sign
from pst.web.limits import count, has_room

SESSION = "guest"
RESET = 45
"""Seconds: with the script without a touch, without it from when the page came."""
UNHURRIED = 300
"""Seconds for whoever asked for more time where no script sees that they still type (WCAG 2.2, 2.2.1)."""
OVER = "Isian sebelumnya sudah ditutup agar tidak terbaca orang lain. Silakan mulai lagi."
JUST_CLOSED = "Loket baru saja tutup, sehingga nomor antrean tidak diambil. Isian Anda tidak disimpan."


TOO_MANY = "Terlalu banyak nomor diambil di sini dalam satu menit. Tunggu sebentar, lalu tekan sekali lagi."


def only_here() -> Response | None:
    """Before every page of the guest book: elsewhere than the office wants, it says where the book lies."""
    return None if may_sign() else make_response(render_template("frontdesk/visits/elsewhere.html"), 403)


def forgetful(view: Callable) -> Callable:
    """No browser keeps a page of the kiosk, neither for the back button nor for the next person."""

    @wraps(view)
    def answer(*args: Any, **more: Any) -> Response:
        response = make_response(view(*args, **more))
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def forget(unhurried: bool = False) -> None:
    """Nobody stands here any more, or somebody new who needs more time."""
    session.pop(SESSION, None)
    if unhurried:
        session[SESSION] = {"unhurried": True}


def begin_run() -> bool:
    """Somebody begins; False while nobody may sign."""
    if not visits.may_sign(clock.now()):
        return False
    session[SESSION] = {"run": secrets.token_urlsafe(9), "unhurried": remembered("unhurried")}
    return True


def remembered(name: str) -> Any:
    """What the session knows of whoever stands here: run, unhurried, visitor; ticket and the run that took it."""
    return session.get(SESSION, {}).get(name)


def is_same_run() -> bool:
    """Was this form drawn since the kiosk was last reset?"""
    return bool(remembered("run")) and remembered("run") == request.form.get("_run")


def remember_visitor(visitor: Visitor) -> None:
    session[SESSION] = {**session[SESSION], "visitor": visitor.id}


def visitor_here() -> Visitor | None:
    """Whoever was recognised in this run."""
    return Visitor.known(remembered("visitor")) if remembered("visitor") else None


def ticket_here() -> Ticket | None:
    """The number that was taken last, until the kiosk is reset."""
    return Ticket.by_plain_code(remembered("ticket")) if remembered("ticket") else None


def page(template: str, status: int = 200, **context: Any) -> Response:
    """A screen of the kiosk. A 429 goes out as 422 to htmx, which shows nothing of the former."""
    result = {"result": "refused"} if status in (422, 429) else {}
    around = {
        "plain": True,
        "run": remembered("run") or "",
        "reset": RESET,
        "notice_version": NOTICE_VERSION,
        "wait": UNHURRIED if remembered("unhurried") else RESET,
        **result,
        **context,
    }
    if status == 429 and htmx:
        status = 422
    return make_response(render_template(template, **around), status)


def to_start() -> Response:
    return make_response(redirect(url_for("visits.start"), 303))


def over() -> Response:
    """The form is of an earlier run; pressed twice, it leads to the number that it gave."""
    if remembered("signed") and remembered("signed") == request.form.get("_run"):
        return make_response(redirect(url_for("visits.done"), 303))
    return told(url_for("visits.start"), OVER)


def leaving(paper: Response) -> Response:
    """A PDF opened at the kiosk gives way to the first page as well: browsers obey `Refresh` beside any content."""
    paper.headers["Refresh"] = f"{RESET}; url={url_for('visits.start')}"
    return paper


def sign(form: Any, show_again: Callable[[], Response], visitor: Visitor | None = None) -> Response:
    """Into the book, and on to the number; what cannot be taken is said on the screen it was typed on."""
    if not has_room("number", kiosk_or_address()):
        form.form_errors.append(TOO_MANY)
        return show_again()
    try:
        signed = visits.sign(form.given, clock.now(), visitor=visitor)
    except visits.DeskClosed:
        return told(url_for("visits.start"), JUST_CLOSED)
    except visits.CaseUnknown as refusal:
        form.take(refusal)
        return show_again()
    count("number", kiosk_or_address())
    assert signed.ticket is not None  # only a page of the paper book gives none
    session[SESSION] = {"ticket": signed.ticket.code, "signed": remembered("run")}
    return saved(url_for("visits.done"), number=signed.ticket.number, code=signed.ticket.code)
