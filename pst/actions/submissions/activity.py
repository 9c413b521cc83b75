"""What a submission's form says of the activity: who organises it, and its answers that are rows."""

from pst.models.office.agencies import Agency
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.facts import facts
from pst.questionnaires.kinds import Table


def agency_name(submission: Submission) -> str:
    """The organiser as the form names it (1.1), else the applicant's agency.

    This is the name in the letter, in the register of letters, in the catalogue and in mails to the agency; the
    account's agency says who may see the case, and narrows the lists of work.
    """
    named = facts(submission.answers).agency
    agency = None if named else Agency.get_or_none(Agency.id == submission.agency_id)
    return named or (agency.name if agency else "")


def differing_agency(submission: Submission) -> tuple[str, str] | None:
    """(the organiser in the form, the account's agency) where these are not the same; both joined before."""
    named, own = facts(submission.answers).agency, submission.agency.name if submission.agency_id else ""
    same = " ".join(named.casefold().split()) == " ".join(own.casefold().split())
    return None if same or not named or not own else (named, own)


def table_of(submission: Submission, code: str) -> Table:
    """A question of the submission's form that is answered by rows."""
    question = shelf.find(submission.questionnaire).question(code)
    assert isinstance(question, Table), code
    return question
