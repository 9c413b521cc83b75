"""Files between their preview and their confirmation: kept apart, under a token bound to the person and the matter."""

from dataclasses import dataclass

from flask import request
from flask_login import current_user
from itsdangerous import BadSignature

from pst import clock
from pst.actions.files import FileStore
from pst.actions.submissions import form_files
from pst.forms.list_files import TakeForm
from pst.web.instance import the_config
from pst.web.signing import signer

GONE = "Berkas yang Anda unggah sudah tidak disimpan. Unggah lagi."


@dataclass(frozen=True)
class Waiting:
    """One that waits: its bytes, its sender's name for it, its token."""

    content: bytes
    name: str
    token: str


def keep_waiting(purpose: str, content: bytes, name: str = "", about: str = "") -> str:
    """Keep a file until it is confirmed; returns what names it in an address, for this person and matter alone."""
    sha256 = form_files.keep_waiting(_room(), content, clock.now())
    said = {"sha256": sha256, "name": name[:150], "about": about, "user": current_user.id}
    return str(signer(purpose).dumps(said))


def waiting_file(purpose: str, token: str, about: str = "") -> Waiting | None:
    """The file a token names, if this person sent it for this matter and it still waits."""
    try:
        said = signer(purpose).loads(token)
    except BadSignature:
        return None
    path = _room().path(said["sha256"])
    if (said["about"], said["user"]) != (about, current_user.id) or not path.is_file():
        return None
    return Waiting(path.read_bytes(), said["name"], token)


def shown_file(purpose: str, about: str = "") -> Waiting | None:
    """The file that the address of its preview names."""
    return waiting_file(purpose, request.args.get("unggahan", ""), about)


def confirmed_file(purpose: str, about: str = "") -> Waiting | None:
    """The file whose preview was confirmed."""
    form = TakeForm()
    return waiting_file(purpose, form.token.data or "", about) if form.validate_on_submit() else None


def taking(waiting: Waiting) -> TakeForm:
    """The form under its preview."""
    return TakeForm(formdata=None, data={"token": waiting.token})


def _room() -> FileStore:
    return form_files.waiting_room(the_config().folder)
