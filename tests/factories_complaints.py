"""Small verbs for complaints: somebody tells, the office works on it, a box is opened, all through the real actions."""

import base64
import io
import itertools
from datetime import datetime, timedelta

from PIL import Image

from pst.actions.complaints import boxes, complaint_steps, complaints, dialogue
from pst.actions.complaints.boxes import SheetEntry
from pst.actions.complaints.complaints import Filing
from pst.actions.files import FileStore
from pst.actions.vault import Vault
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.complaints.boxes import BoxOpening, BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.models.office.settings import Setting
from pst.rules import numbering
from pst.rules.complaints.complaints import Kind, Status
from pst.rules.complaints.effort import is_solved
from tests.factories import WHEN, a_store, an_officer, user

CODE = "7KMP-2QXA-W9DT-3HFB"
KEY = base64.urlsafe_b64encode(b"k" * 32).decode()
WHO = {
    "name": "Wulandari Pelapor",
    "email": "wulan.pelapor@rumah.test",
    "phone": "0899 7777 6666",
    "address": "Gang Mawar Nomor 17",
}
TOLD = {"kind": "complaint", "text": "Antrean lama sekali, tanpa penjelasan apa pun.", "privacy": "confidential", **WHO}
ANSWER = "Loket kini buka sampai pukul empat."
WITNESSES = ("Mira Umpama", "Oki Umpama")


def a_vault(*keys: str) -> Vault:
    return Vault(keys or (KEY,))


VAULT = a_vault()


def a_complaint(
    status: Status = Status.RECEIVED,
    code: str = "",
    at: datetime = WHEN,
    vault: Vault = VAULT,
    by: User | None = None,
    **more,
) -> Complaint:
    """A complaint that has come as far as `status` through the real actions, an hour a step.

    Confidential, of Senin, 23 November 2026, 09.00 WIB, and given to `petugas`, unless told otherwise. The first has
    the code `CODE`, each further one a code of its own.
    """
    code_hash = numbering.hash_code(code or _free_code())
    complaint = complaints.file_complaint(Filing(**{**TOLD, **more}), code_hash, at, vault, by)
    for number, step in enumerate(_WAYS[status], start=1):
        step(complaint, handler(complaint), at + timedelta(hours=number))
    return Complaint.by_code(code_hash)


def verified(
    complaint: Complaint, officer: User | None = None, kind: str = Kind.ORDINARY, at: datetime = WHEN
) -> Complaint:
    """Declared complete and given to somebody."""
    officer = officer or an_officer()
    complaint_steps.verify(complaint, officer, kind, "time", officer, at)
    return complaint


def answered(complaint: Complaint, officer: User | None = None, at: datetime = WHEN) -> Complaint:
    """Verified and answered an hour later."""
    officer = officer or an_officer()
    verified(complaint, officer, at=at)
    complaint_steps.take(complaint, "answer", officer, ANSWER, at + timedelta(hours=1))
    return complaint


def a_manager(name: str = "petugas2", setting: str = "complaint_manager") -> User:
    """The office names this account as manager of complaints, or as `complaint_designate`."""
    with write():
        Setting.put(key=setting, value=f"{name}@contoh.test", changed_at=WHEN)
    return user(name)


def handler(complaint: Complaint) -> User:
    """Somebody who may handle it: `petugas`, or the other officer where it is about the first."""
    free = [person for person in Complaint.handlers_if_given(complaint) if complaint_steps.hats_on(complaint, person)]
    return next(person for person in (an_officer(), user("petugas2"), *free) if person in free)


def a_box(found: int = 3, at: datetime = WHEN, by: User | None = None) -> BoxOpening:
    """An opening before two witnesses."""
    return boxes.open_box(at, WITNESSES, found, "", by or an_officer(), at)


def a_sheet(
    opening: BoxOpening, text: str = "Toilet kotor.", by: User | None = None, store: FileStore | None = None, **more
) -> BoxSheet:
    """One sheet entered."""
    entry = SheetEntry(text, **more)
    return boxes.enter_sheet(opening, entry, by or an_officer(), WHEN, store or a_store(), VAULT)


def a_photo(width: int = 24, height: int = 16) -> bytes:
    """A JPEG that knows its camera, its owner, and that it was held upright."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamera Rahasia", 6
    Image.new("RGB", (width, height), "red").save(out, "JPEG", exif=exif, comment=b"Ponsel Wulandari")
    return out.getvalue()


def _free_code() -> str:
    return numbering.new_code() if Complaint.by_code(numbering.hash_code(CODE)) else CODE


def _verify(complaint, officer, at):
    verified(complaint, officer, at=at)


def _take(verb, note=""):
    return lambda complaint, officer, at: complaint_steps.take(complaint, verb, officer, note, at)


def _accept(complaint, officer, at):
    dialogue.accept(complaint, 4, "", at)


_answer = _take("answer", ANSWER)
_WAYS = {
    Status.RECEIVED: (),
    Status.INCOMPLETE: (_take("ask_more", "Mohon sebutkan harinya."),),
    Status.IN_PROGRESS: (_verify,),
    Status.ANSWERED: (_verify, _answer),
    Status.CLOSED: (_verify, _answer, _accept),
    Status.REFUSED: (_take("refuse", "Bukan pelayanan kami."),),
}


def solve(challenge: str, bits: int) -> str:
    """The smallest number that solves it, as the page's script finds it."""
    return next(str(number) for number in itertools.count() if is_solved(challenge, str(number), bits))
