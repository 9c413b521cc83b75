"""What travels with a complainant's browser and nowhere else: the code while it is shown, the open dialogue.

Both lie in the signed session cookie, which ends with the browser; the server keeps neither. A challenge ties one
form to one code, so that a form sent twice gives the same complaint.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app, session
from itsdangerous import BadSignature, URLSafeSerializer

from pst import clock
from pst.actions.identities import Vault
from pst.config import identity_keys_of
from pst.models.complaints import Complaint
from pst.rules import numbering
from pst.rules.effort import CHALLENGE_LIFE, is_solved, wait_left
from pst.rules.office import Office

SHOWN, DIALOGUE = "complaint_code", "complaint_dialogue"
DIALOGUE_LIFE = timedelta(minutes=30)
"""Without a click, after which the code is asked again."""


@dataclass(frozen=True)
class Challenge:
    """What a form was given: text for the browser's effort, when, and the code that belongs to it."""

    token: str
    issued: datetime
    code: str


def new_challenge() -> str:
    """A fresh challenge for a form."""
    return _signer().dumps([secrets.token_hex(16), clock.now().isoformat(timespec="seconds")])


def read_challenge(token: str) -> Challenge | None:
    """The challenge a form came back with; None when it is not ours or too old."""
    try:
        nonce, issued = _signer().loads(token)
    except (BadSignature, ValueError):
        return None
    begun = datetime.fromisoformat(issued)
    if clock.now() - begun > CHALLENGE_LIFE:
        return None
    key = current_app.config["SECRET_KEY"].encode()
    return Challenge(token, begun, numbering.code_from(bytes.fromhex(nonce), key))


def seconds_to_wait(challenge: Challenge, work: str, office: Office) -> int:
    """0 when the browser made its effort or enough time passed; a relaxed instance asks for neither."""
    relaxed = current_app.extensions["pst_config"].rate_limits == "relaxed"
    if relaxed or is_solved(challenge.token, work, office.complaint_effort_bits):
        return 0
    return wait_left(challenge.issued, clock.now(), office.complaint_wait_seconds)


def show_code(number: str, code: str) -> None:
    """Hold the code ready for the page that shows it."""
    session[SHOWN] = {"number": number, "code": code}


def shown_code() -> tuple[str, str] | None:
    """(number, code) while it is being shown."""
    kept = session.get(SHOWN)
    return (kept["number"], kept["code"]) if kept else None


def forget_code() -> None:
    session.pop(SHOWN, None)


def begin_dialogue(complaint: Complaint) -> None:
    """The code was right: the dialogue is open in this browser for a while."""
    session[DIALOGUE] = {"hash": complaint.code_hash, "at": clock.now().isoformat(timespec="seconds")}


def current_dialogue() -> Complaint | None:
    """The complaint whose dialogue is open here; each look lengthens it."""
    kept = session.get(DIALOGUE)
    if not kept or clock.now() - datetime.fromisoformat(kept["at"]) > DIALOGUE_LIFE:
        session.pop(DIALOGUE, None)
        return None
    complaint = Complaint.by_code(kept["hash"])
    if complaint is not None:
        begin_dialogue(complaint)
    return complaint


def forget_all() -> None:
    """Leave no trace in this browser."""
    for key in (SHOWN, DIALOGUE, "outcome", "_flashes"):
        session.pop(key, None)


def code_address(code: str) -> str:
    """Where a scanned code leads; what stands behind # is not sent to any server."""
    return f"{current_app.extensions['pst_config'].site}/pengaduan/lacak#{code}"


def qr_picture(code: str) -> str:
    """The address as a picture that stands in the page itself."""
    import segno

    return segno.make(code_address(code), error="m", micro=False).svg_data_uri(
        scale=5, border=4, dark="#11181c"
    )


def the_vault() -> Vault:
    """The vault of this instance; its key is made on first use."""
    known = current_app.extensions
    if "pst_vault" not in known:
        known["pst_vault"] = Vault(identity_keys_of(known["pst_config"]))
    return known["pst_vault"]


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="pst-complaint-challenge")
