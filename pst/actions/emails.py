"""Putting mail in the outbox. Handing it over is `mail/deliver.py`'s."""

from datetime import datetime

from pst.models.base import database, write
from pst.models.emails import Email
from pst.models.submissions import Submission

KINDS = (
    "confirm_address",
    "reset_password",
    "invitation",
    "account_exists",
    "password_changed",
    "received",
    "declared_complete",
    "returned_incomplete",
    "returned_for_revision",
    "revision_received",
    "issued",
    "letter_replaced",
    "letter_revoked",
    "withdrawn",
    "message",
    "due_moved",
    "results_due",
    "reminder_officer",
    "reminder_applicant",
)
"""Each has its folder under templates/emails."""


SECRET_KINDS = frozenset({"confirm_address", "reset_password", "invitation"})
"""They carry a link that opens an account: only an administrator reads them here, and the link is wiped once sent."""


def queue(kind: str, to: str, facts: dict, at: datetime, submission: Submission | None = None) -> Email:
    """Write one mail in the transaction of what it tells; `facts` are all that its template reads."""
    assert kind in KINDS, kind
    assert database.in_transaction(), "mail is queued in the transaction of what it tells"
    return Email.create(kind=kind, to=to, facts=facts, submission=submission, created_at=at, next_try_at=at)


def try_again(email: Email, at: datetime) -> None:
    """Queue a failed or kept mail once more, at once."""
    with write():
        Email.update(state="queued", next_try_at=at, tries=0, leased_until=None, error="").where(
            Email.id == email.id, Email.state != "sent"
        ).execute()
