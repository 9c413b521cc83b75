"""What mails about a submission say, and the one to its applicant."""

from datetime import datetime

from pst.actions import emails
from pst.models.accounts.users import User
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Submission
from pst.rules import wording


def tell_applicant(submission: Submission, kind: str, at: datetime, **more) -> None:
    """Queue a mail of this kind to the applicant; `more` are facts beyond those every mail has."""
    name, address = User.reached_at(submission.applicant_id)
    emails.queue(kind, address, mail_facts(submission, name, **more), at, submission)


def mail_facts(submission: Submission, name: str, **more) -> dict:
    """What every mail about a submission can say; `rule` is the clock rule it is counted by, today's before sending."""
    return {
        "name": name,
        "number": submission.number,
        "code": submission.code,
        "title": submission.title,
        "status": submission.status,
        "path": f"/permohonan/{submission.number}",
        "due_on": wording.long_date(submission.due_on) if submission.due_on else "",
        "rule": submission.rule or the_office().clock_rule.to_json(),
        **more,
    }
