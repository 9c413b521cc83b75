"""The sealed identities of complainants: put away, opened with a reason, sealed anew under a new key."""

from collections.abc import Mapping
from datetime import datetime

from pst.actions import audit
from pst.actions.complaints.complaint_steps import hats_on, moment_to_keep
from pst.actions.vault import Vault
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.identities import Identity, IdentityOpening
from pst.rules.complaints.complaints import may_open_identity
from pst.rules.steps import StepRefused

FIELDS = ("name", "email", "phone", "address")
REASON_LENGTH = 10
"""Letters a reason needs at least; "perlu" is none."""


def keep_identity(complaint: Complaint, identity: Mapping[str, str], vault: Vault) -> None:
    """Seal who complained; for an anonymous complaint, or when nothing was said, nothing is kept.

    Only inside `write()`.
    """
    assert database.in_transaction()
    given = {key: identity[key].strip() for key in FIELDS if identity.get(key, "").strip()}
    if given and not complaint.is_anonymous:
        Identity.create(complaint=complaint, sealed=vault.seal(given))


def may_open(complaint: Complaint, actor: User) -> bool:
    """Somebody said who complained, and this person may open it."""
    return Identity.of(complaint) is not None and may_open_identity(complaint.privacy, hats_on(complaint, actor))


def open_identity(complaint: Complaint, actor: User, why: str, at: datetime, vault: Vault) -> dict[str, str]:
    """Open who complained. That it was opened, by whom and why is written down first; the complainant reads it.

    Raises `StepRefused`, `Unreadable`.
    """
    why = " ".join(why.split())
    if len(why) < REASON_LENGTH:
        raise StepRefused("Tuliskan alasan yang jelas; pelapor akan membacanya.", "why")
    with write():
        if not may_open_identity(complaint.privacy, hats_on(complaint, actor)):
            raise StepRefused("Identitas ini hanya dapat dibuka oleh petugas yang menangani pengaduan.")
        row = Identity.of(complaint)
        if row is None:
            raise StepRefused("Pelapor tidak memberikan identitas.")
        identity = vault.open(row.sealed)
        IdentityOpening.create(complaint=complaint, user=actor, why=why, at=at)
        audit.record("complaint", complaint.number, "open_identity", actor, at, note=why)
    return identity


def forget_identity(complaint: Complaint, at: datetime) -> bool:
    """The complainant takes the identity back; the complaint goes on without it. Whether there was one."""
    with write():
        gone = Identity.delete().where(Identity.complaint == complaint.id).execute()
        if gone:
            audit.record("complaint", complaint.number, "forget_identity", None, moment_to_keep(complaint, at))
    return bool(gone)


def is_named_in(complaint: Complaint, text: str, vault: Vault) -> bool:
    """Does this text give the complainant away: the name, mailbox or number? Asked by the machine, told to nobody."""
    row = Identity.of(complaint)
    if row is None:
        return False
    identity, plain = vault.open(row.sealed), " ".join(text.casefold().split())
    telling = (identity.get(key, "") for key in ("name", "email", "phone"))
    return any(" ".join(part.casefold().split()) in plain for part in telling if part)


def reseal_all(vault: Vault) -> int:
    """Seal every identity with the first key; returns how many. Raises `Unreadable`, and then nothing changed."""
    with write():
        rows = list(Identity.select())
        for row in rows:
            row.sealed = vault.renew(row.sealed)
            row.save()
    return len(rows)
