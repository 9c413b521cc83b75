"""The device that asks: in words, by its address, and by a signed cookie that says who has signed in on it before."""

import secrets

from flask import Response, request
from flask_limiter.util import get_remote_address
from itsdangerous import BadData

from pst.rules.accounts.devices import Asker, device_in_words
from pst.web.instance import the_config
from pst.web.signing import signer

YEAR = 365 * 24 * 3600
MOST = 8
"""Accounts that one device is remembered for: a shared machine of the office."""


def asker() -> Asker:
    """Who is at the door now."""
    known_as, accounts = _known()
    address = request.remote_addr or ""
    return Asker(device_in_words(request.user_agent.string), address, known_as, frozenset(accounts))


def remember(answer: Response, account: int) -> Response:
    """From now on this device is known to the account that has signed in on it; nothing else is in the cookie."""
    known_as, accounts = _known()
    accounts = [account, *(each for each in accounts if each != account)][:MOST]
    value = signer("device").dumps([known_as or secrets.token_urlsafe(12), accounts])
    secure = the_config().tls
    answer.set_cookie(_cookie(), value, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")
    return answer


def device_or_address() -> str:
    """By what tries at the door are counted here: a known device by itself, whatever others at its address do."""
    known_as, _ = _known()
    return f"device {known_as}" if known_as else get_remote_address()


def _known() -> tuple[str, list[int]]:
    try:
        known_as, accounts = signer("device").loads(request.cookies.get(_cookie(), ""), max_age=YEAR)
    except BadData:
        return "", []
    return known_as, accounts


def _cookie() -> str:
    return "__Host-pst-device" if the_config().tls else "pst-device"
