"""What travels with a complainant's browser and nowhere else: the code while it is shown, the open dialogue.

Both lie in the signed session cookie, which ends with the browser; the server keeps neither. A challenge ties what
was told to one code, so that a form sent twice gives the same complaint.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app, session
from itsdangerous import BadData

from pst import clock
from pst.models.complaints.complaints import Complaint
from pst.rules import numbering
from pst.rules.complaints.effort import CHALLENGE_LIFE, is_solved, wait_left
from pst.rules.office.office import Office
from pst.web.instance import the_config
from pst.web.signing import signer

PURPOSE = "pst-complaint-challenge"
NEW, DONE, DIALOGUE = "complaint_code", "complaint_done", "complaint_dialogue"
DIALOGUE_LIFE = timedelta(minutes=30)
"""Without a click, after which the code is asked again."""
NEW_LIFE = timedelta(hours=1)
"""How long the code of a new complaint can be looked at again in the same browser."""


@dataclass(frozen=True)
class Challenge:
    """What a form was given: text for the browser's effort, when, and the code that belongs to it."""

    token: str
    issued: datetime
    code: str


def new_challenge() -> str:
    """A fresh challenge for a form."""
    return str(signer(PURPOSE).dumps(secrets.token_hex(16)))


def read_challenge(token: str, sent: bytes) -> Challenge | None:
    """The challenge a form came back with, carrying what was `sent`; None when it is not ours or too old.

    The same form sent twice has the same code. Stopped, corrected and sent again it tells something else, and is a
    complaint of its own.
    """
    life = int(CHALLENGE_LIFE.total_seconds())
    try:
        nonce, issued = signer(PURPOSE).loads(token, max_age=life, return_timestamp=True)
    except BadData:
        return None
    key = current_app.config["SECRET_KEY"].encode()
    code = numbering.code_from(bytes.fromhex(nonce) + sent, key)
    return Challenge(token, issued.replace(tzinfo=None), code)


def seconds_to_wait(challenge: Challenge, work: str, office: Office) -> int:
    """0 when the browser made its effort or enough time passed; a relaxed instance asks for neither."""
    relaxed = the_config().rate_limits == "relaxed"
    if relaxed or is_solved(challenge.token, work, office.complaint_effort_bits):
        return 0
    return wait_left(challenge.issued, clock.now(), office.complaint_wait_seconds)


def show_code(number: str, code: str) -> None:
    """Hold the code ready for the page that shows it."""
    session[NEW] = {"number": number, "code": code, "at": _moment()}


def fresh_code() -> tuple[str, str] | None:
    """(number, code) of the complaint that was told here just now, while it may be looked at."""
    entry = session.get(NEW)
    if not entry or _is_over(entry, NEW_LIFE):
        session.pop(NEW, None)
        return None
    return entry["number"], entry["code"]


def forget_code() -> None:
    session.pop(NEW, None)


def finish(number: str) -> None:
    """The code was written down: from now on only the number is shown."""
    forget_code()
    session[DONE] = number


def finished() -> str:
    """The number of the complaint that was told here last; "" without one."""
    return session.get(DONE, "")


def begin_dialogue(complaint: Complaint) -> None:
    """The code was right: the dialogue is open in this browser for a while."""
    session[DIALOGUE] = {"hash": complaint.code_hash, "at": _moment()}


def current_dialogue() -> Complaint | None:
    """The complaint whose dialogue is open here; each look lengthens it."""
    entry = session.get(DIALOGUE)
    if not entry or _is_over(entry, DIALOGUE_LIFE):
        session.pop(DIALOGUE, None)
        return None
    complaint = Complaint.by_code(entry["hash"])
    if complaint is not None:
        begin_dialogue(complaint)
    return complaint


def forget_all() -> None:
    """Leave no trace in this browser's cookie."""
    for key in (NEW, DONE, DIALOGUE, "outcome", "_flashes"):
        session.pop(key, None)


def code_address(code: str) -> str:
    """Where a scanned code leads; what stands behind # is not sent to any server."""
    return f"{the_config().site}/pengaduan/lacak#{code}"


def qr_picture(code: str) -> str:
    """The address as a picture that stands in the page itself."""
    import segno

    return segno.make(code_address(code), error="m", micro=False).svg_data_uri(
        scale=5, border=4, dark="#11181c", light="#ffffff"
    )


def _moment() -> str:
    return clock.now().isoformat(timespec="seconds")


def _is_over(entry: dict[str, str], life: timedelta) -> bool:
    return clock.now() - datetime.fromisoformat(entry["at"]) > life
