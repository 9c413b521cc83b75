"""What mails about a submission say; who is told: its applicant, and whoever works on it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from pst.actions import emails, handovers
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.office.settings import the_office
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.handovers import ASSIGNEE, CARRIER, HEADS, KINDS


def tell_applicant(
    submission: Submission, kind: str, at: datetime, wait: timedelta = emails.AT_ONCE, **more: Any
) -> None:
    """Queue a mail of this kind to the applicant; `more` are facts beyond those every mail has."""
    name, address = User.reached_at(submission.applicant_id)
    emails.queue(kind, address, mail_facts(submission, name, **more), at, submission, wait)


def tell_office(
    submission: Submission, kind: str, at: datetime, actor: User | None, person: User | None = None, **more: Any
) -> None:
    """Tell whoever works on it, or this `person`, what the kind says; never its own applicant. Only in `write()`."""
    people = [person] if person else list(_people_of(submission, KINDS[kind].to))
    path = f"/petugas/permohonan/{submission.number}"
    facts = {**mail_facts(submission, "", **more), "path": path}
    if KINDS[kind].to in (ASSIGNEE, CARRIER):  # the rest nobody can do in another's place
        people = [*people, *User.standing_in_for(people, local(at).date())]
    others = {each.id: each for each in people if each.id != submission.applicant_id}.values()
    handovers.tell(kind, others, ("submission", submission.number), at, actor, facts, submission)


def _people_of(submission: Submission, to: str) -> Iterable[User]:
    if to == HEADS:
        return User.heads()
    assignee = User.with_id(submission.assignee_id) if to in (ASSIGNEE, CARRIER) else None
    if assignee and assignee.active:
        return [assignee]
    return () if to == CARRIER else User.officers()


def mail_facts(submission: Submission, name: str, **more: Any) -> dict:
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
