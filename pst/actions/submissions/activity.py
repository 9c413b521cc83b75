"""What a submission's form says of the activity: who organises it, and its answers that are rows."""

from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.facts import facts
from pst.questionnaires.kinds import Table


def agency_name(submission: Submission) -> str:
    """The organiser as the form names it, else the applicant's agency."""
    named = facts(submission.answers).agency
    agency = None if named else Agency.get_or_none(Agency.id == submission.agency_id)
    return named or (agency.name if agency else "")


def table_of(submission: Submission, code: str) -> Table:
    """A question of the submission's form that is answered by rows."""
    question = shelf.find(submission.questionnaire).question(code)
    assert isinstance(question, Table), code
    return question
