"""The mail of the month: once, to every head, with what happened and how the chain stood."""

from datetime import datetime, timedelta

from pst.actions import audit
from pst.actions.office import monthly
from pst.models.audit import Event
from pst.models.emails import Email
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import a_submission, a_user

EARLY, MORNING = datetime(2026, 12, 1, 0, 0), datetime(2026, 12, 1, 0, 30)  # Selasa, 07.00 dan 07.30 WIB


def test_each_head_is_told_once_of_the_month_before(db, store):
    a_user("plh@contoh.test", "Rahmat Wakil", Role.HEAD)
    assert monthly.mail_heads(MORNING) == 0  # nothing had happened in November

    a_submission(Status.ISSUED, at=datetime(2026, 11, 2, 2))
    a_submission(Status.ISSUED)
    a_submission(Status.IN_REVIEW)
    head = audit.head()
    assert (monthly.mail_heads(EARLY), monthly.mail_heads(MORNING), monthly.mail_heads(MORNING)) == (0, 2, 0)

    mail = Email.get(Email.kind == "monthly", Email.to == "kepala@contoh.test")
    assert mail.facts == {
        **{"name": "Dewi Kepala", "month": "November 2026", "letters": 2, "layak": 2, "refused": 0, "in_time": 2},
        **{"open": 3, "late": 0, "chain": head},
    }
    assert (Event.last().facts, audit.find_missing(head)) == ({"head": head}, "")
    assert monthly.mail_heads(MORNING + timedelta(days=31)) == 2
