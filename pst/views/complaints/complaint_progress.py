"""How far a complaint is, as complainant and desk see it: the track, and the days left."""

from datetime import date

from pst.models.complaints.complaints import Complaint
from pst.rules.calendar import WorkCalendar
from pst.rules.complaints.complaints import TRACK
from pst.views.submissions.progress import SOON, Badge, Stop


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


def badge_of(limit_on: date | None, today: date, calendar: WorkCalendar) -> Badge:
    """The working days left until the nearest limit; nothing is counted while the office does not have to act."""
    if limit_on is None:
        return Badge(None, "tidak menunggu kantor", "neutral")
    if today > limit_on:
        return Badge(max(1, calendar.between(limit_on, today)), "hari kerja terlambat", "danger")
    left = calendar.between(today, limit_on)
    if left == 0:
        return Badge(0, "hari kerja lagi, hari ini batasnya", "danger")
    return Badge(left, "hari kerja lagi", "warning" if left <= SOON else "info")
