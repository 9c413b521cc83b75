"""Keeping the full-text indexes in step with what they find; each in the transaction of the change."""

from pst.models.office.agencies import Agency
from pst.models.search import SubmissionIndex
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.rules.review.workflow import Status

MOST = 2_000
"""Signs of the answers that are looked through: the purpose and the background come first."""


def index_submission(submission: Submission) -> None:
    """The words officers look for: number, title, every name of the agency, identity number, and of what was sent the
    longer answers. Only inside `write()`.
    """
    agency = Agency.find(submission.agency_id)
    names = agency.names if agency else ""
    words = (submission.number, submission.title, names, submission.identity_number, _said(submission))
    SubmissionIndex.put(submission.id, words=" ".join(filter(None, words)))


def _said(submission: Submission) -> str:
    if submission.status == Status.DRAFT:
        return ""
    asked = shelf.find(submission.questionnaire).questions
    long = (submission.answers.get(question.code) for question in asked if question.kind == "long_text")
    return " ".join(filter(None, long))[:MOST]
