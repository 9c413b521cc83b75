"""What is due on which day: submissions whose clock runs and complaints that are open, as far as a person may know."""

from datetime import date
from typing import NamedTuple

from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint
from pst.models.narrowing import one_of
from pst.models.submissions.submissions import Submission
from pst.rules.complaints.complaints import OPEN
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
    complaints = Complaint.visible_to(user).where(Complaint.due_on.between(first, last), one_of(Complaint.status, OPEN))
    found = [
        *(_due(SUBMISSION, row, row.title, row.assignee) for row in submissions),
        *(_due(COMPLAINT, row, "", row.assignee) for row in complaints),
    ]
    return sorted(due for due in found if officer_id in (None, due.officer_id))


def _due(noun: str, row: Submission | Complaint, title: str, officer: User | None) -> Due:
    return Due(row.due_on, noun, row.number, title, officer and officer.id, officer.name if officer else "")
