"""The sealed identities of complainants: put away, opened with a reason, sealed anew under a new key."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pst.actions import audit
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.identities import Identity, IdentityOpening
from pst.rules.complaints.complaints import Hat, Privacy
from pst.rules.refusals import Refusal
from pst.rules.steps import StepRefused

FIELDS = ("name", "email", "phone", "address")
REASON_LENGTH = 10
"""Letters a reason needs at least; "perlu" is none."""


class Unreadable(Refusal):
    """Sealed with a key this instance does not have."""


@dataclass(frozen=True)
class Vault:
    """Seals and opens with these keys; the first seals, all can open."""

    keys: tuple[str, ...]

    def seal(self, identity: Mapping[str, str]) -> str:
        """The identity as text that only the key can read."""
        return self._box().encrypt(json.dumps(dict(identity), ensure_ascii=False).encode()).decode()

    def open(self, sealed: str) -> dict[str, str]:
        """What was sealed. Raises `Unreadable`."""
        from cryptography.fernet import InvalidToken

        try:
            return json.loads(self._box().decrypt(sealed.encode()))
        except InvalidToken:
            raise Unreadable from None

    def renew(self, sealed: str) -> str:
        """The same, sealed with the first key. Raises `Unreadable`."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box().rotate(sealed.encode()).decode()
        except InvalidToken:
            raise Unreadable from None

    def _box(self):
        from cryptography.fernet import Fernet, MultiFernet

        return MultiFernet([Fernet(key) for key in self.keys])


def keep_identity(complaint: Complaint, identity: Mapping[str, str], vault: Vault) -> None:
    """Seal who complained; for an anonymous complaint, or when nothing was said, nothing is kept.

    Only inside `write()`.
    """
    assert database.in_transaction()
    told = {key: identity[key].strip() for key in FIELDS if identity.get(key, "").strip()}
    if told and not complaint.is_anonymous:
        Identity.create(complaint=complaint, sealed=vault.seal(told))


def may_open(complaint: Complaint, hats: frozenset[Hat]) -> bool:
    """Confidential: only the handler. With name: anybody of the desk who may know of the complaint."""
    if complaint.privacy == Privacy.CONFIDENTIAL:
        return Hat.HANDLER in hats
    return complaint.privacy == Privacy.NAMED and bool(hats & {Hat.OFFICER, Hat.HANDLER, Hat.MANAGER})


def open_identity(
    complaint: Complaint, actor: User, hats: frozenset[Hat], why: str, at: datetime, vault: Vault
) -> dict[str, str]:
    """Open who complained. That it was opened, by whom and why is written down first; the complainant reads it.

    Raises `StepRefused`, `Unreadable`.
    """
    why = " ".join(why.split())
    if len(why) < REASON_LENGTH:
        raise StepRefused("Tuliskan alasan yang jelas; pelapor akan membacanya.")
    with write():
        if not may_open(complaint, hats):
            raise StepRefused("Identitas ini hanya dapat dibuka oleh petugas yang menangani pengaduan.")
        kept = Identity.of(complaint)
        if kept is None:
            raise StepRefused("Pelapor tidak memberikan identitas.")
        identity = vault.open(kept.sealed)
        IdentityOpening.create(complaint=complaint, user=actor, why=why, at=at)
        audit.record("complaint", complaint.number, "open_identity", actor, at, note=why)
    return identity


def is_named_in(complaint: Complaint, text: str, vault: Vault) -> bool:
    """Does this text give the complainant away: the name, mailbox or number? Asked by the machine, told to nobody."""
    kept = Identity.of(complaint)
    if kept is None:
        return False
    told, plain = vault.open(kept.sealed), " ".join(text.casefold().split())
    return any(" ".join(told[key].casefold().split()) in plain for key in ("name", "email", "phone") if told.get(key))


def reseal_all(vault: Vault) -> int:
    """Seal every identity with the first key; returns how many. Raises `Unreadable`, and then nothing changed."""
    with write():
        rows = list(Identity.select())
        for row in rows:
            row.sealed = vault.renew(row.sealed)
            row.save()
    return len(rows)
