"""What is due on which day: submissions whose clock runs and complaints that the office has to act on."""

from datetime import date
from typing import NamedTuple

from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint
from pst.models.narrowing import one_of
from pst.models.submissions.submissions import Submission
from pst.rules.complaints.complaints import WITH_OFFICE
from pst.rules.review.workflow import UNDECIDED

SUBMISSION, COMPLAINT = "submission", "complaint"


class Due(NamedTuple):
    """One case and its last day; `officer` is whose it is, "" nobody's; `title` is empty of a complaint."""

    day: date
    noun: str
    number: str
    title: str
    officer_id: int | None
    officer: str


def due_between(user: User, first: date, last: date, officer_id: int | None = None) -> list[Due]:
    """Every case whose last day lies in these days, in their order, all or one officer's; two queries."""
    submissions = Submission.visible_to(user).where(
        Submission.due_on.between(first, last), one_of(Submission.status, UNDECIDED)
    )
    complaints = Complaint.visible_to(user).where(
        Complaint.limit_on.between(first, last), one_of(Complaint.status, WITH_OFFICE)
    )
    found = [
        *(_due(row.due_on, SUBMISSION, row, row.title) for row in submissions),
        *(_due(row.limit_on, COMPLAINT, row, "") for row in complaints),
    ]
    return sorted(due for due in found if officer_id in (None, due.officer_id))


def _due(day: date, noun: str, row: Submission | Complaint, title: str) -> Due:
    officer = row.assignee
    return Due(day, noun, row.number, title, officer and officer.id, officer.name if officer else "")
