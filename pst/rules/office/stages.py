"""The office's own targets for each stage, which together stay below its promise; and the end of patience."""

from datetime import date

from pst.rules.calendar import WorkCalendar
from pst.rules.months import months_after
from pst.rules.office.office import Office
from pst.rules.review.workflow import Status

TARGET_SETTINGS: dict[str, str] = {
    Status.SUBMITTED: "stage_completeness",
    Status.IN_REVIEW: "stage_review",
    Status.REVISED: "stage_review",
    Status.EVALUATION: "stage_evaluation",
    Status.DRAFTING: "stage_drafting",
    Status.INITIALLING: "stage_signature",
    Status.AWAITING_SIGNATURE: "stage_signature",
    Status.SIGNING: "stage_signature",
}
"""Which setting gives the working days of the stage that a status belongs to."""


def overrun(status: str, entered: date, today: date, calendar: WorkCalendar, office: Office) -> int:
    """By how many working days the stage exceeds its target; 0 while within it, or where there is none."""
    setting = TARGET_SETTINGS.get(status)
    if setting is None:
        return 0
    last = calendar.add(calendar.next_working(entered), getattr(office, setting))
    return calendar.between(last, today)


def refusal_from(asked_on: date, office: Office) -> date:
    """From which day a refusal may be proposed, because remarks sent on `asked_on` were never answered.

    A decision of BPS counted three months: remarks of 11 September, refused on 11 December. A person decides.
    """
    return months_after(asked_on, office.silence_months)
