"""The last days of cases: in their order, only what runs, all or one officer's."""

from datetime import date

from pst.models.complaints.complaints import Complaint
from pst.models.due_days import COMPLAINT, SUBMISSION, due_between
from pst.rules.review.workflow import Status
from tests.factories import a_submission, user
from tests.factories_complaints import a_complaint

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def due(submission, day: date, officer=None):
    submission.due_on, submission.assignee = day, officer
    submission.save()
    return submission


def test_what_runs_stands_at_its_last_day(db):
    officer = user("petugas")
    later = due(a_submission(Status.IN_REVIEW), date(2026, 12, 30), officer)
    first = due(a_submission(Status.SUBMITTED), FIRST)
    due(a_submission(Status.IN_REVIEW), date(2027, 1, 4))
    due(a_submission(Status.COMPLETED), date(2026, 12, 2))
    complaint = a_complaint()
    Complaint.update(limit_on=date(2026, 12, 15)).where(Complaint.id == complaint.id).execute()

    found = due_between(officer, FIRST, LAST)

    assert [(each.noun, each.number, each.officer) for each in found] == [
        (SUBMISSION, first.number, ""),
        (COMPLAINT, complaint.number, ""),
        (SUBMISSION, later.number, officer.name),
    ]
    assert [each.number for each in due_between(officer, FIRST, LAST, officer.id)] == [later.number]
