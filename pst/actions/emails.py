"""Putting mail in the outbox. Handing it over is `mail/deliver.py`'s."""

from datetime import datetime, timedelta

from pst.actions import audit
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.emails import Email
from pst.models.submissions.submissions import Submission
from pst.rules.office.emails import KINDS, kind_of
from pst.rules.personal import ERASED_HOST
from pst.rules.refusals import Refusal
from pst.rules.undoing import IN_WORDS, may_undo

AT_ONCE = timedelta(0)
_UNTRIED = (Email.state == "queued") & (Email.tries == 0)
"""Not on its way yet."""


def queue(
    kind: str,
    to: str,
    facts: dict,
    at: datetime,
    submission: Submission | None = None,
    wait: timedelta = AT_ONCE,
    owner: User | None = None,
) -> Email:
    """Write one mail in the transaction of what it tells; `facts` are all that its template reads.

    With `wait` it can be taken back for so long. `owner` is named where `to` is not yet the address of the account.
    Whoever has had the account erased is written to no more.
    """
    assert kind in KINDS, kind
    assert database.in_transaction(), "mail is queued in the transaction of what it tells"
    due = at + wait
    mail = Email(kind=kind, to=to, owner=owner, facts=facts, submission=submission, created_at=at, next_try_at=due)
    if not to.endswith(f"@{ERASED_HOST}"):
        mail.save()
    return mail


def take_back(kind: str, submission: Submission, written_at: datetime) -> bool:
    """Take the mail of this moment out of the outbox; False where it is on its way. Only inside `write()`."""
    assert database.in_transaction()
    this = (Email.kind == kind, Email.submission == submission.id, Email.created_at == written_at)
    return bool(Email.delete().where(*this, _UNTRIED | (Email.state == "dropped")).execute())


def cancel(email: Email, actor: User, at: datetime) -> None:
    """Let a mail of a moment ago not leave. What it tells stands in the case all the same. Raises `Refusal`."""
    with write():
        if not may_cancel(email, at):
            raise Refusal(f"Yang dapat dibatalkan hanya pesan dan formulir yang belum berangkat, dalam {IN_WORDS}.")
        dropped = {"state": "dropped", "error": f"Dibatalkan oleh {actor.name}"}
        if not Email.update(dropped).where(Email.id == email.id, _UNTRIED).execute():
            raise Refusal("Surel ini sudah dikirim; yang keliru diluruskan dengan pesan baru.")
        audit.record("email", str(email.id), "cancel_mail", actor, at)


def may_cancel(email: Email, at: datetime) -> bool:
    """It waits since a moment ago, and is nothing that its receiver is owed."""
    waits = email.state == "queued" and not email.tries and may_undo(email.created_at, at)
    return waits and kind_of(email.kind).by_hand


def note_trial(actor: User, at: datetime) -> None:
    """The server took a mail that was sent to try the settings."""
    with write():
        audit.record("email", "uji", "try_mail", actor, at)


def try_again(email: Email, actor: User, at: datetime) -> bool:
    """Queue a mail that waits, failed or was only kept once more, at once; whether it was still to be sent."""
    with write():
        return bool(_queue_again((Email.id == email.id, Email.state.not_in(("sent", "dropped"))), actor, at))


def try_all_again(actor: User, at: datetime) -> int:
    """Queue every failed mail once more, as after the server's settings were put right; returns how many."""
    with write():
        return _queue_again((Email.state == "failed",), actor, at)


def _queue_again(which: tuple, actor: User, at: datetime) -> int:
    ids = [row for (row,) in Email.select(Email.id).where(*which).tuples()]
    if ids:
        again = {"state": "queued", "next_try_at": at, "tries": 0, "error": ""}
        Email.update(again).where(*which).execute()
        audit.record("email", str(ids[0]), "try_again", actor, at, facts={"mails": ids})
    return len(ids)
