"""Once a month the heads are told what the office did, and how the chain of events stood: outside this machine too."""

from datetime import date, datetime, timedelta

from pst.actions import audit, emails
from pst.actions.handovers import MORNING
from pst.clock import local, midnight
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.letters.book_entries import BookEntry
from pst.models.review import worklist
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.months import month_of

NOUN, VERB = "chain", "mail_head"
CATCHING_UP = timedelta(days=7)


def mail_heads(at: datetime) -> int:
    """In a month's first morning, one mail to each head about the month before; returns how many.

    What was missed is made up for within the first week. An office that had not begun then is told nothing.
    """
    today = local(at).date()
    first = today.replace(day=1)
    start, last = month_of(first - timedelta(days=1))
    month = f"{start:%Y-%m}"
    too_late = today - first >= CATCHING_UP
    if too_late or local(at).time() < MORNING or Event.latest(NOUN, month) or not Event.any_before(midnight(first)):
        return 0
    facts = _facts(start, last, today)
    with write():
        if Event.latest(NOUN, month):
            return 0
        head, heads = audit.head(), list(User.heads())
        audit.record(NOUN, month, VERB, None, at, facts={"head": head})
        for person in heads:
            emails.queue("monthly", person.email, {**facts, "name": person.name, "chain": head}, at)
    return len(heads)


def _facts(start: date, last: date, today: date) -> dict[str, object]:
    """What happened in the month of these ends, and what is open now."""
    decided = Submission.decided_between(midnight(start), midnight(last + timedelta(days=1)))
    now = worklist.loads(today)
    return {
        "month": wording.month_year(start),
        "letters": BookEntry.count_between(start, last),
        "layak": sum(row.outcome == "layak" for row in decided),
        "refused": sum(row.outcome == "ditolak" for row in decided),
        "in_time": sum(row.due_on is not None and local(row.decided_at).date() <= row.due_on for row in decided),
        "open": sum(load.open for load in now),
        "late": sum(load.late for load in now),
    }
