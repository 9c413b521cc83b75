"""How far a complaint is, as complainant and desk see it: the track, and the days left."""

from datetime import date

from pst.models.complaints.complaints import Complaint
from pst.rules.calendar import WorkCalendar
from pst.rules.complaints.complaints import TRACK
from pst.rules.time_left import Badge, badge_of, days_until
from pst.views.submissions.progress import Stop


def track_of(complaint: Complaint) -> list[Stop]:
    """The stops of the track; an ending off the way has none."""
    reached = next((place for place, stage in enumerate(TRACK) if complaint.status in stage.statuses), None)
    if reached is None:
        return []
    ended = reached == len(TRACK) - 1
    states = [
        "done" if place < reached or ended else "current" if place == reached else "todo" for place in range(len(TRACK))
    ]
    return [Stop(stage.label, state) for stage, state in zip(TRACK, states, strict=True)]


def limit_badge(limit_on: date | None, today: date, calendar: WorkCalendar) -> Badge:
    """The working days left until the nearest limit; nothing is counted while the office does not have to act."""
    if limit_on is None:
        return Badge(None, "tidak menunggu kantor", "neutral")
    return badge_of(days_until(limit_on, today, calendar))
