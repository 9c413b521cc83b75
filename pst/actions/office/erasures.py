"""An owner asks for the account to be erased, and the office decides (UU 27/2022, Pasal 8 and 43–45).

What the law lets go goes; what must stay stays as declared in `rules/personal.py`, and both are said.
"""

from datetime import date, datetime

from pst.actions import audit, emails
from pst.actions.files import FileStore
from pst.actions.office import housekeeping, succession
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.erasures import Erasure
from pst.models.personal import delete_of, stored_of
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.rules.personal import BY_TABLE, ERASED_HOST
from pst.rules.refusals import Refusal

WAITS = "Permintaan Anda sudah tercatat dan menunggu keputusan kantor."
DECIDED = "Permintaan ini sudah diputuskan."


def ask(user: User, said: str, at: datetime) -> None:
    """The owner asks; the administrators are told. Raises `Refusal` while an earlier request waits."""
    with write():
        earlier = Erasure.latest_of(user.id)
        if earlier and earlier.decided_at is None:
            raise Refusal(WAITS)
        Erasure.create(user=user, said=said.strip(), asked_at=at)
        audit.record("account", str(user.id), "ask_erasure", user, at)
        for admin in User.administrators():
            emails.queue("erasure", admin.email, {"name": admin.name, "what": "asked", "answer": ""}, at)


def obstacles(user: User, today: date) -> list[str]:
    """What must end first, in words."""
    open_cases = Submission.open_of(user.id)
    found = [f"Permohonan yang masih berjalan: {', '.join(open_cases)}."] if open_cases else []
    if succession.open_work(user, today):
        found.append("Pekerjaan kantor yang masih terbuka: tutup dahulu akunnya dan serahkan pekerjaannya.")
    return found


def refuse(erasure: Erasure, why: str, actor: User, at: datetime) -> None:
    """Say no, and why. Raises `Refusal`."""
    if not why.strip():
        raise Refusal("Tuliskan alasannya; pemohon membacanya.", "answer")
    with write():
        _decide(erasure, False, why, actor, at)
        audit.record("account", str(erasure.user.id), "refuse_erasure", actor, at)


def grant(erasure: Erasure, answer: str, actor: User, at: datetime, store: FileStore) -> None:
    """Close the account and take the person out of it. Raises `Refusal` while something must end first."""
    with write():
        user = User.get_by_id(erasure.user.id)
        if found := obstacles(user, local(at).date()):
            raise Refusal(" ".join(found))
        succession.close(user, actor, at, "Penghapusan atas permintaan pemiliknya")
        held = _take_out(user, actor, at)
        _decide(erasure, True, answer, actor, at)
    housekeeping.erase_files(held, store)


def carry_out_again(user: User, at: datetime, store: FileStore) -> None:
    """Take a person out of what a backup brought back, though it was granted after that backup was made.

    What is open stays the office's; nobody is told a second time.
    """
    with write():
        held = _take_out(user, None, at)
        again = {"granted": True, "decided_at": at}
        Erasure.update(again).where(Erasure.user == user.id, Erasure.decided_at.is_null()).execute()
    housekeeping.erase_files(held, store)


def _take_out(user: User, actor: User | None, at: datetime) -> set[str]:
    """What goes, goes, and what stays names nobody; returns the files that go too. Only inside `write()`."""
    held: set[str] = set()
    for draft in Submission.drafts_of(user.id):
        held |= housekeeping.drop_draft(draft, actor, at)
    Invited.end_with(user)
    for stored in stored_of(user):
        if stored.goes:
            delete_of(stored, user)
    Erasure.update(said="").where(Erasure.user == user.id).execute()
    wiped = {**BY_TABLE["user"].wiped, "email": f"dihapus-{user.id}@{ERASED_HOST}"}
    User.update(wiped).where(User.id == user.id).execute()
    audit.record("account", str(user.id), "erase", actor, at)
    return held


def _decide(erasure: Erasure, granted: bool, answer: str, actor: User, at: datetime) -> None:
    """Keep the decision and tell the owner, once. Only inside `write()`."""
    decision = {"granted": granted, "answer": answer.strip(), "decided_at": at, "decided_by": actor.id}
    waiting = (Erasure.id == erasure.id, Erasure.decided_at.is_null())
    if not Erasure.update(decision).where(*waiting).execute():
        raise Refusal(DECIDED)
    facts = {"name": erasure.user.name, "what": "granted" if granted else "refused", "answer": answer.strip()}
    emails.queue("erasure", erasure.user.email, facts, at)
