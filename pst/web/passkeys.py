"""What a page and a device say to each other through the browser: what is to be signed, and that we asked it."""

import json
from typing import Any

from itsdangerous import BadData

from pst import clock
from pst.actions.accounts import passkeys
from pst.models.accounts.users import User
from pst.rules.accounts.passkeys import CHALLENGE_LASTS, Place, place_of
from pst.web.instance import the_config
from pst.web.signing import signer


def the_place() -> Place | None:
    """This site, if browsers offer passkeys on it."""
    config = the_config()
    return place_of(config.site, config.tls)


def new_key_of(user: User) -> dict[str, str] | None:
    """What the page hands to the browser so that it makes a key; None where there are none."""
    place = the_place()
    return _handed(passkeys.ask_new(user, place, clock.now())) if place else None


def proof_of(user: User) -> dict[str, str] | None:
    """What the page hands to the browser so that it shows a key; None where there are none."""
    place = the_place()
    asked = passkeys.ask_proof(user, place, clock.now()) if place else None
    return _handed(asked) if asked else None


def asked_in(carried: str | None) -> dict[str, Any]:
    """What came back with the answer, as it went out. Raises `PasskeyRefused`."""
    try:
        asked: dict[str, Any] = signer("passkey").loads(carried or "", max_age=int(CHALLENGE_LASTS.total_seconds()))
    except BadData as error:
        raise passkeys.PasskeyRefused from error
    return asked


def _handed(asked: tuple[dict[str, Any], dict[str, Any]]) -> dict[str, str]:
    options, state = asked
    return {"options": json.dumps(options, default=dict), "asked": str(signer("passkey").dumps(state))}
