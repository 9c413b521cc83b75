"""The days of a complaint: how many each class and each stage has, and which day is the last.

Limits are working days after the day it was received, which itself does not count. SP4N-LAPOR! gives 3 days to
verify, 5 to follow up and 10 for the complainant's word; the classes have 5, 14 and 60. Silence after a request
for more counts in calendar days (UU 25/2009, Pasal 44). All are settings of the office.
"""

from datetime import date, timedelta

from pst.rules.calendar import WorkCalendar
from pst.rules.complaints.complaints import Kind, Status
from pst.rules.office.office import Office

CLASS_SETTINGS: dict[str, str] = {
    Kind.INFORMATION: "complaint_days_information",
    Kind.ASPIRATION: "complaint_days_ordinary",
    Kind.COMPLAINT: "complaint_days_ordinary",
    Kind.ORDINARY: "complaint_days_ordinary",
    Kind.OVERSIGHT: "complaint_days_oversight",
}
"""Which setting gives the working days of a class; one that is not classed yet is counted as an ordinary one."""

STAGE_SETTINGS: dict[str, str] = {
    Status.RECEIVED: "complaint_days_verify",
    Status.IN_PROGRESS: "complaint_days_follow",
    Status.REOPENED: "complaint_days_follow",
    Status.ANSWERED: "complaint_days_silence",
}
"""Which setting gives the working days of the stage that a status belongs to."""

SUPPLY_SETTING = "complaint_days_supply"
"""Which setting gives the calendar days in which what is missing has to come."""

DAY_SETTINGS = frozenset({*CLASS_SETTINGS.values(), *STAGE_SETTINGS.values(), SUPPLY_SETTING})
"""Settings that move last days when they change."""


def last_day(kind: str, counted_from: date, calendar: WorkCalendar, office: Office) -> date:
    """The last day on which a complaint of this class is answered in time."""
    return calendar.add(counted_from, getattr(office, CLASS_SETTINGS[kind]))


def stage_last_day(status: str, entered: date, calendar: WorkCalendar, office: Office) -> date | None:
    """The last day of the stage begun on `entered`; None where the stage has no limit of its own."""
    if status == Status.INCOMPLETE:
        return entered + timedelta(days=getattr(office, SUPPLY_SETTING))
    setting = STAGE_SETTINGS.get(status)
    return calendar.add(entered, getattr(office, setting)) if setting else None


def next_limit(due_on: date | None, stage_due_on: date | None) -> date | None:
    """Whichever limit comes first; None where nothing is awaited."""
    return min((day for day in (due_on, stage_due_on) if day), default=None)


def percentile(days: list[int], share: float) -> int:
    """The smallest number of days within which at least this share of cases was answered (nearest rank)."""
    ordered = sorted(days)
    rank = max(1, -(-len(ordered) * round(share * 100) // 100))
    return ordered[rank - 1]
