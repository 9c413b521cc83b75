"""What is due by itself: complaints closed after silence, officers told what waits, the box that nobody opened.

Called by the minute job. Mails go out once a day and to each officer about what he or she may see alone, so that
no mail tells of a complaint it is kept from, nor at which hour an anonymous one came.
"""

from datetime import datetime, timedelta

from pst.actions import audit, emails
from pst.actions.complaints.complaint_steps import SYSTEM, take_step
from pst.actions.files import FileStore
from pst.clock import day_of, local, midnight
from pst.models.accounts.users import User
from pst.models.base import database, write
from pst.models.complaints.boxes import BoxOpening
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile
from pst.models.emails import Email
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.search import ComplaintIndex
from pst.rules.complaints.complaints import Status

LOOKED_BACK = timedelta(days=31)
"""How long the service may have stood still."""
DIGEST_HOUR = 8
"""From this hour of a working day on (WIB)."""
BY_SILENCE = {Status.ANSWERED.value: "close", Status.INCOMPLETE.value: "lapse"}


def end_silent(at: datetime) -> int:
    """End what the complainant has not reacted to in time; returns how many."""
    silent = Complaint.silent(local(at).date())
    for complaint in silent:
        with write():
            take_step(complaint, BY_SILENCE[complaint.status], SYSTEM, None, at)
    return len(silent)


def tell_officers(at: datetime) -> int:
    """Mail every officer, once each working day, that complaints wait; no number, no name, no content."""
    now = local(at)
    if now.hour < DIGEST_HOUR or not HolidayRow.calendar().is_working(now.date()):
        return 0
    if not Complaint.every_open().exists():
        return 0
    mailed = _mailed_since(midnight(day_of(at)), "complaint_digest")
    waiting = [
        (user, counts)
        for user in User.colleagues()
        if user.email not in mailed
        and any((counts := Complaint.counts(user, now.date()))[key] for key in ("late", "new", "mine"))
    ]
    for user, counts in waiting:
        with write():
            emails.queue(
                "complaint_digest", user.email, {"name": user.name, "path": "/petugas/pengaduan", **counts}, at
            )
    return len(waiting)


def lose_the_hours(at: datetime, store: FileStore) -> int:
    """Once a day is over, nothing keeps at which hour an anonymous complainant did something; returns how much.

    Its events enter the chain in no order, its files are written anew, and neither the index of words nor the log of
    the database keeps what came after what.
    """
    today = midnight(day_of(at))
    files = ComplaintFile.of_anonymous(today - LOOKED_BACK, today)
    released = audit.release_held(at)
    if released:
        with write():
            ComplaintIndex.settle()
        database.empty_log()
    return released + sum(store.renew(sha256, day, today) for sha256, day in files)


def remind_of_box(at: datetime) -> int:
    """Mail officers when the box has not been opened for a week (a setting); again after another week."""
    days, today = the_office().box_interval_days, local(at).date()
    last = BoxOpening.last_day()
    week_ago = midnight(day_of(at)) - timedelta(days=days - 1)
    if last is None or (today - last).days < days or _mailed_since(week_ago, "box_reminder"):
        return 0
    officers = list(User.officers())
    for user in officers:
        facts = {
            "name": user.name,
            "path": "/petugas/pengaduan/kotak",
            "last": last.isoformat(),
            "days": (today - last).days,
        }
        with write():
            emails.queue("box_reminder", user.email, facts, at)
    return len(officers)


def _mailed_since(since: datetime, kind: str) -> set[str]:
    """The mailboxes that a mail of this kind was queued for since then."""
    rows = Email.select(Email.to).where(Email.kind == kind, Email.created_at >= since)
    return {to for (to,) in rows.tuples()}
