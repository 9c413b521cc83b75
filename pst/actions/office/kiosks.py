"""Pairing a kiosk: an administrator names it and gets a code once, and whoever types it there makes it the kiosk."""

import hmac
from datetime import datetime

from pst.actions import attempts, audit
from pst.actions.accounts.sessions import hash_token, new_token
from pst.actions.lists import Kind, still_there
from pst.actions.office.office import change_settings
from pst.models.accounts.users import User
from pst.models.base import bookkeeping, write
from pst.models.office.kiosks import Kiosk
from pst.models.office.settings import the_office
from pst.rules.accounts.lockout import BY_PAIRING
from pst.rules.items import Item
from pst.rules.numbering import clean_code, hash_code, new_code
from pst.rules.office.kiosks import CODE_GROUPS, CODE_LASTS, PAIRED, SEEN_EVERY, UNTIL_PAIRED
from pst.rules.refusals import Refusal

UNKNOWN = "Kode itu tidak berlaku atau sudah lewat waktunya. Minta kode baru kepada administrator."

KIOSKS = Kind(
    noun="kiosk",
    table=Kiosk,
    items=(
        Item(
            "name",
            "Nama perangkat",
            required=True,
            limit=60,
            error="Beri nama perangkatnya, misalnya Kios pintu masuk.",
            help="Misalnya: Kios pintu masuk.",
        ),
    ),
    gone=lambda event: f"Kios ini sudah dicabut oleh {event.actor_name}.",
)


def give_code(kiosk: Kiosk, actor: User, at: datetime) -> str:
    """A new code for this device, told this once; an earlier one pairs no more. Raises `Refusal` when it has gone."""
    code = new_code(CODE_GROUPS)
    with write():
        row = still_there(KIOSKS, kiosk)
        row.code_hash, row.code_until = hash_code(code), at + CODE_LASTS
        row.save()
        audit.record("kiosk", str(row.id), "give_code", actor, at)
    return code


def pair(typed: str, address: str, at: datetime) -> tuple[Kiosk, str]:
    """The device on which this code was typed is that kiosk now, and carries the key that is returned.

    What carried the kiosk's key before is none any more. With the first kiosk the guest book closes to all others,
    unless the office has decided otherwise. Tries are counted by network address. Raises `Refusal`, `TooManyTries`.
    """
    key = new_token()
    with write():
        attempts.count_try("kiosk", address, BY_PAIRING, at)
        kiosk = _awaited(clean_code(typed, CODE_GROUPS) or "", at)
        if kiosk is not None:
            attempts.forgive("kiosk", address)
            kiosk.code_hash, kiosk.code_until = "", None
            kiosk.key_hash, kiosk.paired_at, kiosk.seen_at = hash_token(key), at, at
            kiosk.save()
            audit.record("kiosk", str(kiosk.id), "pair", None, at, facts={"name": kiosk.name})
            if the_office().kiosk_access == UNTIL_PAIRED:
                change_settings("desk", {"kiosk_access": PAIRED}, None, at)
    if kiosk is None:
        raise Refusal(UNKNOWN, "code")
    return kiosk, key


def _awaited(code: str, at: datetime) -> Kiosk | None:
    """The device that waits for this code; all are compared, each in the same time."""
    typed = hash_code(code)
    matches = [kiosk for kiosk in Kiosk.awaited(at) if hmac.compare_digest(kiosk.code_hash, typed)]
    return matches[0] if matches else None


def known(key: str) -> Kiosk | None:
    """The kiosk that carries this key."""
    return Kiosk.with_key(hash_token(key)) if key else None


def note_seen(kiosk: Kiosk, at: datetime) -> None:
    """It is in use, now."""
    if kiosk.seen_at is None or at - kiosk.seen_at >= SEEN_EVERY:
        with bookkeeping():
            Kiosk.update(seen_at=at).where(Kiosk.id == kiosk.id).execute()
