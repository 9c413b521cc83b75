"""Where somebody stands who opens the guest book: at a kiosk of the office, at an officer's desk, or anywhere."""

from flask import Response, g, request
from flask_limiter.util import get_remote_address
from flask_login import current_user

from pst.actions.office import kiosks
from pst.models.office.kiosks import Kiosk
from pst.rules.office import kiosks as rules
from pst.rules.roles import STAFF
from pst.web.access import is_from
from pst.web.instance import the_config, the_office

YEAR = 365 * 24 * 3600


def kiosk_here() -> Kiosk | None:
    """The paired device that asks; asked of the database once for this request."""
    if "kiosk" not in g:
        g.kiosk = kiosks.known(request.cookies.get(_cookie(), ""))
    return g.kiosk


def remember(answer: Response, key: str) -> Response:
    """From now on this device is the kiosk of this key."""
    secure = the_config().tls
    answer.set_cookie(_cookie(), key, max_age=YEAR, secure=secure, httponly=True, samesite="Strict")
    return answer


def keep(answer: Response) -> Response:
    """A kiosk in use stays one: its year begins anew."""
    return remember(answer, request.cookies[_cookie()]) if kiosk_here() else answer


def may_sign() -> bool:
    """May the guest book be signed here?"""
    return rules.may_sign(*_standing())


def may_be_recognised() -> bool:
    """May a visitor be looked for here by phone number?"""
    return rules.may_be_recognised(*_standing())


def kiosk_or_address() -> str:
    """By what tries and numbers are counted here."""
    kiosk = kiosk_here()
    return f"kiosk {kiosk.id}" if kiosk else get_remote_address()


def _standing() -> tuple[str, bool, bool]:
    """(what the office decided, is this a device of ours, are the kiosks known by their network)."""
    networks = the_config().kiosk_networks
    is_staff = current_user.is_authenticated and bool(current_user.roles & STAFF)
    is_ours = is_staff or is_from(networks) or kiosk_here() is not None
    return the_office().kiosk_access, is_ours, bool(networks.strip())


def _cookie() -> str:
    return "__Host-pst-kiosk" if the_config().tls else "pst-kiosk"
