"""Who may open what: the mark every view carries, and the guard that reads it.

A view without a mark is shut to all. What a person may not see answers like what does not exist (404); only
somebody who has not signed in is led to the door first.
"""

import ipaddress
from collections.abc import Callable
from typing import Any
from urllib.parse import SplitResult, urlsplit

from flask import Response, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from pst import clock
from pst.actions.accounts import security_log
from pst.config import parts
from pst.rules.accounts.second_factor import is_due, is_fresh
from pst.rules.roles import STAFF, Role
from pst.web.devices import asker
from pst.web.fragments import htmx, refused, told
from pst.web.instance import the_config, the_office
from pst.web.passkeys import proof_of

View = Callable[..., Any]

PUBLIC = "public"
SIGNED_IN = frozenset({Role.APPLICANT, Role.OFFICER, Role.HEAD, Role.ADMIN})
RESUME_LIMIT = 200_000
LONGEST_PATH = 500
"""Signs of an address that is carried along: what the hidden field of the door takes."""
SETTING_UP = "second_factor"
"""The rooms where a second factor is turned on: open to whoever still lacks one."""
NEEDED = "Nyalakan dahulu faktor kedua Anda."
NOT_CARRIED = ("csrf_token", "password", "repeated", "old")
"""Tokens and passwords are typed anew."""


def public(view: View) -> View:
    """Anybody may open this view."""
    view.access = PUBLIC  # type: ignore[attr-defined]  # the guard reads it
    return view


def signed_in(view: View) -> View:
    """Anybody with an account may open this view."""
    view.access = SIGNED_IN  # type: ignore[attr-defined]  # the guard reads it
    return view


def roles(*allowed: Role) -> Callable[[View], View]:
    """Only these roles may open this view."""

    def mark(view: View) -> View:
        view.access = frozenset(allowed)  # type: ignore[attr-defined]  # the guard reads it
        return view

    return mark


def proven(view: View) -> View:
    """Decorator: sending this form wants a password (and code) given in the last minutes, not only a session."""
    view.proven = True  # type: ignore[attr-defined]  # the guard reads it
    return view


def guard() -> ResponseReturnValue | None:
    """Before every request: let through, lead to the door, or deny that the place exists."""
    if request.endpoint is None:
        return None  # the router's own 404 or 405
    view = current_app.view_functions[request.endpoint]
    access = getattr(view, "access", None)
    if access is None:
        abort(404)
    if access == PUBLIC:
        return None
    if access <= STAFF and not _may_be_staff():
        abort(404)
    if not current_user.is_authenticated:
        return _to_the_door()
    if not current_user.roles & access:
        security_log.here.set(asker())  # pages that are only looked at do not say it beforehand
        security_log.note_denied(current_user._get_current_object(), clock.now())
        abort(404)
    if access != SIGNED_IN and _must_set_up():
        return told(url_for(f"{SETTING_UP}.show"), NEEDED)
    if _wants_proof(view) and not is_fresh(current_user.proved_at, clock.now()):
        return _prove_first()
    return None


def _wants_proof(view: View) -> bool:
    return request.method == "POST" and getattr(view, "proven", False)


def _must_set_up() -> bool:
    """A second factor first: before all rooms but those of the own account. A demo's accounts are everybody's."""
    return request.blueprint != SETTING_UP and not the_config().demo and lacks_second_factor()


def lacks_second_factor() -> bool:
    """The office wants one of this person, who has none yet."""
    from_days = the_office().second_factor_days
    return is_due(current_user.roles, *from_days, clock.today()) and not current_user.has_factor


def offer_again() -> ResponseReturnValue | None:
    """A form of one of our own pages whose token fits no longer: its cookie went with the closed browser, or the
    person has signed in anew since. What was typed is offered again; None where nobody may or should send it.

    Only for forms that truly came from here: a stranger's page must not get its words offered under our name.
    """
    access = getattr(current_app.view_functions.get(request.endpoint or ""), "access", None)
    from_here = _parts(request.headers.get("Origin", "")).netloc == request.host
    if access in (None, PUBLIC) or not from_here or (access <= STAFF and not _may_be_staff()):
        return None
    if not current_user.is_authenticated:
        return _to_the_door()
    if not current_user.roles & access or not (typed := _typed()):
        return None
    target = page_before() or "/"
    page = render_template("submissions/resumption/resume.html", target=target, resume=typed, resume_path=request.path)
    return page, 400


def own_path(target: str | None) -> str | None:
    """The target if it is a path of this site, of a usual length, else None; redirects never lead elsewhere."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    if len(target) > LONGEST_PATH or "\\" in target or any(sign in target for sign in "\t\r\n"):
        return None
    parts = _parts(target)
    return None if parts.scheme or parts.netloc else target


def page_before() -> str | None:
    """The page of ours that a form being sent stood on, with the section open on it; None where none is named.

    A page that came in answer to a form has the form's address, which only takes: the nearest above it that shows.
    """
    page = _parts(request.referrer or "")
    before = own_path(page._replace(scheme="", netloc="", fragment="").geturl())
    while before and not _shows(before):
        before = urlsplit(before).path.rpartition("/")[0]
    return before or None


def _shows(path: str) -> bool:
    """Does this address of ours answer whoever only looks?"""
    try:
        current_app.url_map.bind("").match(urlsplit(path).path, method="GET")
    except HTTPException:
        return False
    return True


def _parts(address: str) -> SplitResult:
    """The parts of an address that a browser named; none of one that cannot be read, as a script may send."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _to_the_door() -> Response | tuple[str, int]:
    """Sign in first. A form that was being sent is carried along and offered again afterwards."""
    back = request.full_path.rstrip("?") if request.method == "GET" else page_before()
    door = url_for("accounts.sign_in", lanjut=back or None)
    if htmx:
        return Response(status=401, headers={"HX-Redirect": door, "Vary": "HX-Request"})
    if request.method == "GET":
        return redirect(door, 303)
    return _door_with_form(back)


def _door_with_form(back: str | None) -> tuple[str, int]:
    from pst.forms.accounts.accounts import SignInForm

    form = SignInForm(formdata=None, next=back or "")
    return render_template("accounts/sign_in/sign_in.html", form=form, resume=_typed(), resume_path=request.path), 401


def _prove_first() -> Response:
    """Ask for the password anew; the form is carried along and offered again afterwards."""
    from pst.forms.accounts.accounts import ProofForm

    form, passkey = ProofForm(current_user.has_factor, formdata=None), proof_of(current_user)
    carried = {"resume": _typed(), "resume_path": request.path}
    return refused("accounts/sign_in/prove.html", 401, form=form, passkey=passkey, **carried)


def _typed() -> list[tuple[str, str]]:
    """What was typed into the form that met an expired session, without its tokens; nothing if too large."""
    given: MultiDict[str, str] = request.form
    typed = [(name, value) for name, value in given.items(multi=True) if name not in NOT_CARRIED]
    return typed if sum(len(name) + len(value) for name, value in typed) <= RESUME_LIMIT else []


def _may_be_staff() -> bool:
    networks = the_config().staff_networks
    return not networks.strip() or is_from(networks)


def is_from(networks: str) -> bool:
    """Does this request come from one of these networks (CIDR, between commas)? Of none it does not."""
    address = ipaddress.ip_address(request.remote_addr or "0.0.0.0")
    return any(address in ipaddress.ip_network(part, strict=False) for part in parts(networks))
