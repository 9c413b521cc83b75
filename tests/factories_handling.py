"""Small verbs for the officers' side of complaints: one that was told, verified, answered; a box that was opened."""

import base64
import io
from datetime import datetime, timedelta

from PIL import Image

from pst.actions import boxes
from pst.actions import complaint_steps as steps
from pst.actions.boxes import SheetEntry
from pst.actions.complaints import Filing, file_complaint
from pst.actions.identities import Vault
from pst.actions.office import change_settings
from pst.models.boxes import BoxOpening, BoxSheet
from pst.models.complaints import Complaint
from pst.models.users import User
from pst.rules import numbering
from pst.rules.complaints import Kind, Privacy
from tests.factories import WHEN, a_store, an_officer, user

VAULT = Vault((base64.urlsafe_b64encode(b"k" * 32).decode(),))
WITNESSES = ("Mira Umpama", "Oki Umpama")


def a_complaint(
    at: datetime = WHEN, code: str = "", by: User | None = None, vault: Vault = VAULT, **told
) -> Complaint:
    """Somebody complains, confidentially unless told otherwise; Senin, 23 November 2026, 09.00 WIB."""
    usual = {
        "kind": Kind.COMPLAINT,
        "privacy": Privacy.CONFIDENTIAL,
        "title": "Loket tutup sebelum waktunya",
        "text": "Saya datang pukul dua, loket sudah ditutup.",
        "name": "Badu Umpama",
    }
    secret = code or numbering.new_code()
    return file_complaint(Filing(**{**usual, **told}), numbering.hash_code(secret), at, vault, by)


def verified(
    complaint: Complaint, handler: User | None = None, kind: str = Kind.ORDINARY, at: datetime = WHEN
) -> Complaint:
    """Declared complete and given to somebody."""
    handler = handler or an_officer()
    steps.verify(complaint, handler, kind, "time", handler, at)
    return complaint


def answered(complaint: Complaint, handler: User | None = None, at: datetime = WHEN) -> Complaint:
    """Verified and answered an hour later."""
    handler = handler or an_officer()
    verified(complaint, handler, at=at)
    steps.take(complaint, "answer", handler, "Loket kini buka sampai pukul empat.", at + timedelta(hours=1))
    return complaint


def a_manager(name: str = "petugas2") -> User:
    """The account that manages complaints, by setting."""
    change_settings("complaints", {"complaint_manager": f"{name}@contoh.test"}, user("admin"), WHEN)
    return user(name)


def a_box(found: int = 3, at: datetime = WHEN, by: User | None = None) -> BoxOpening:
    """An opening before two witnesses."""
    return boxes.open_box(at, WITNESSES, found, "", by or an_officer(), at)


def a_sheet(opening: BoxOpening, text: str = "Toilet kotor.", by: User | None = None, **more) -> BoxSheet:
    """One sheet entered."""
    entry = SheetEntry(text, **more)
    return boxes.enter_sheet(opening, entry, by or an_officer(), WHEN, a_store(), VAULT)


def a_photo(width: int = 40, height: int = 30) -> bytes:
    """A JPEG that knows which camera took it and that it was held upright."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Kamera Rahasia", 6
    Image.new("RGB", (width, height), "white").save(out, "JPEG", exif=exif)
    return out.getvalue()
