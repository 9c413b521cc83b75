"""What is due on which day: submissions whose clock runs and complaints that the office has to act on."""

from datetime import date
from typing import NamedTuple

from peewee import Value, fn

from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint, Handler
from pst.models.narrowing import one_of
from pst.models.submissions.submissions import Assignee, Submission
from pst.rules.complaints.complaints import WITH_OFFICE
from pst.rules.review.workflow import UNDECIDED

SUBMISSION, COMPLAINT = "submission", "complaint"


class Due(NamedTuple):
    """One case and its last day; `officer` is whose it is, "" nobody's; `title` is empty of a complaint."""

    day: date
    noun: str
    number: str
    title: str
    officer: str


def due_between(user: User, first: date, last: date, officer_id: int | None = None) -> list[Due]:
    """Every case whose last day lies in these days, in their order, all or one officer's; two queries."""
    of_submissions = (Submission.due_on.between(first, last), one_of(Submission.status, UNDECIDED))
    of_complaints = (Complaint.limit_on.between(first, last), one_of(Complaint.status, WITH_OFFICE))
    if officer_id is not None:
        of_submissions += (Submission.assignee == officer_id,)
        of_complaints += (Complaint.assignee == officer_id,)
    submissions = Submission.visible_to(user).where(*of_submissions)
    complaints = Complaint.visible_to(user).where(*of_complaints)
    shown = (Submission.due_on, Value(SUBMISSION), Submission.number, Submission.title, fn.COALESCE(Assignee.name, ""))
    told = (Complaint.limit_on, Value(COMPLAINT), Complaint.number, Value(""), fn.COALESCE(Handler.name, ""))
    return sorted(Due(*row) for row in (*submissions.select(*shown).tuples(), *complaints.select(*told).tuples()))
