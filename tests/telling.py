"""Small verbs for complaints: somebody tells, the office works on it, all through the real actions."""

import base64
import io
from datetime import datetime, timedelta

from PIL import Image

from pst.actions import complaint_dialogue, complaint_steps, complaints
from pst.actions.complaints import Filing
from pst.actions.identities import Vault
from pst.models.base import write
from pst.models.complaints import Complaint
from pst.models.office import Setting
from pst.models.users import User
from pst.rules import numbering
from pst.rules.complaints import Status
from tests.factories import WHEN, an_officer, user

CODE = "7KMP-2QXA-W9DT-3HFB"
KEY = base64.urlsafe_b64encode(b"k" * 32).decode()
WHO = {
    "name": "Wulandari Pelapor", "email": "wulan.pelapor@rumah.test", "phone": "0899 7777 6666",
    "address": "Gang Mawar Nomor 17",
}  # fmt: skip
TOLD = {
    "kind": "complaint",
    "text": "Antrean lama sekali, tanpa penjelasan apa pun.",
    "privacy": "confidential",
    **WHO,
}


def a_vault(*keys: str) -> Vault:
    return Vault(keys or (KEY,))


def a_complaint(status: Status = Status.RECEIVED, code: str = CODE, at: datetime = WHEN, **more) -> Complaint:
    """A complaint that has come as far as `status` through the real actions, an hour a step.

    Confidential, of Senin, 23 November 2026, 09.00 WIB, and given to `petugas`, unless told otherwise.
    """
    complaint = complaints.file_complaint(
        Filing(**{**TOLD, **more}), numbering.hash_code(code), at, a_vault(), files=()
    )
    for number, step in enumerate(_WAYS[status], start=1):
        step(complaint, handler(complaint), at + timedelta(hours=number))
    return Complaint.by_code(numbering.hash_code(code))


def a_manager(name: str = "petugas2", setting: str = "complaint_manager") -> User:
    """The office names this account as manager of complaints, or as `complaint_designate`."""
    with write():
        Setting.replace(key=setting, value=f"{name}@contoh.test", changed_at=WHEN).execute()
    return user(name)


def handler(complaint: Complaint) -> User:
    """Somebody who may handle it: `petugas`, or the other officer where it is about the first."""
    free = [
        person
        for person in Complaint.handlers_if_given(complaint)
        if complaint_steps.hats_on(complaint, person)
    ]
    return next(person for person in (an_officer(), user("petugas2"), *free) if person in free)


def a_photo() -> bytes:
    """A picture that knows its camera."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    Image.new("RGB", (24, 16), "red").save(out, "JPEG", exif=exif, comment=b"Ponsel Wulandari")
    return out.getvalue()


def _verify(complaint, officer, at):
    complaint_steps.verify(complaint, officer, "ordinary", "time", officer, at)


def _take(verb, note=""):
    return lambda complaint, officer, at: complaint_steps.take(complaint, verb, officer, note, at)


def _accept(complaint, officer, at):
    complaint_dialogue.accept(complaint, 4, "", at)


_answer = _take("answer", "Mulai besok ada dua loket.")
_WAYS = {
    Status.RECEIVED: (),
    Status.INCOMPLETE: (_take("ask_more", "Mohon sebutkan harinya."),),
    Status.IN_PROGRESS: (_verify,),
    Status.ANSWERED: (_verify, _answer),
    Status.CLOSED: (_verify, _answer, _accept),
    Status.REFUSED: (_take("refuse", "Bukan pelayanan kami."),),
}
