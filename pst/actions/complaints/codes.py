"""A new code for a complainant who has none: one officer asks for it, another gives it, and the complainant reads both.

Whoever has the code speaks as the complainant. So nobody at the desk can draw one alone, and never in the place of
one that a complainant has in hand.
"""

from datetime import datetime

from pst.actions import audit
from pst.actions.complaints.complaint_steps import hats_on
from pst.actions.steps import refresh
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.rules.complaints.complaints import HANDLING
from pst.rules.steps import StepRefused

ASK, GIVE = "ask_code", "reissue_code"
HELD = "Pelapor memegang kodenya sendiri; kode itu tidak diganti."


def ask(complaint: Complaint, actor: User, why: str, at: datetime) -> None:
    """Ask a colleague to give the complainant a new code, which counts for today. Raises `StepRefused`."""
    with write():
        refresh(complaint)
        if is_held(complaint):
            raise StepRefused(HELD)
        if not may_ask(complaint, actor):
            raise StepRefused("Kode baru diminta oleh petugas yang menangani atau pengelola pengaduan.")
        if asked(complaint, at) is None:
            audit.record("complaint", complaint.number, ASK, actor, at, note=why.strip())


def give(complaint: Complaint, actor: User, code_hash: str, at: datetime) -> None:
    """Give the code that a colleague asked for; the one before ends. Raises `StepRefused`."""
    with write():
        refresh(complaint)
        wish = asked(complaint, at)
        if wish is None or is_held(complaint):
            raise StepRefused("Hari ini tidak ada kode baru yang diminta.")
        if not may_give(complaint, actor, wish):
            raise StepRefused("Kode baru dibenarkan orang kedua, bukan yang memintanya.")
        complaint.code_hash, complaint.code_confirmed = code_hash, False
        complaint.save()
        audit.record("complaint", complaint.number, GIVE, actor, at)


def is_held(complaint: Complaint) -> bool:
    """The complainant has the code: shown on this site, torn off the form, or used since."""
    used = complaint.channel == "web" or complaint.seen_on is not None
    return used or BoxForm.by_code(complaint.code_hash) is not None


def may_ask(complaint: Complaint, actor: User) -> bool:
    """Whoever answers for the complaint."""
    return bool(hats_on(complaint, actor) & set(HANDLING))


def asked(complaint: Complaint, at: datetime) -> Event | None:
    """That a new code was asked for today and not given yet."""
    last = Event.latest("complaint", complaint.number, (ASK, GIVE))
    return last if last and last.verb == ASK and local(last.at).date() == local(at).date() else None


def may_give(complaint: Complaint, actor: User, wish: Event) -> bool:
    """Somebody else at the desk who may know of the complaint."""
    return wish.actor_id != actor.id and bool(hats_on(complaint, actor))
