"""Keeping the full-text indexes in step with what they find; each in the transaction of the change."""

from pst.models.office.agencies import Agency
from pst.models.search import SubmissionIndex
from pst.models.submissions.submissions import Submission


def index_submission(submission: Submission) -> None:
    """The words officers look for: number, title, every name of the agency, identity number. Only inside `write()`."""
    agency = Agency.find(submission.agency_id)
    words = " ".join((submission.number, submission.title, agency.names if agency else "", submission.identity_number))
    SubmissionIndex.put(submission.id, words=words)
