"""Whoever leaves the office's work hands over what is still open: to a successor, or back to everybody."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pst.actions import audit
from pst.actions.accounts import accounts
from pst.actions.complaints.complaint_steps import tell_handler
from pst.actions.letters import initials
from pst.actions.submissions import submissions
from pst.actions.submissions.notices import tell_office
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.complaints.complaints import Complaint
from pst.models.frontdesk.roster import OnDuty
from pst.models.letters.initials import Initial, Initialler
from pst.models.narrowing import one_of
from pst.models.review.evaluations import Evaluation, Opinion
from pst.models.submissions.submissions import Submission
from pst.rules.complaints.complaints import OPEN as OPEN_COMPLAINTS
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import OPEN
from pst.rules.roles import Role

NOBODY = "-"
"""The answer of whoever knows no successor yet."""
WORKING = frozenset({Role.OFFICER, Role.HEAD})


@dataclass(frozen=True)
class OpenWork:
    """What waits for one person. Of complaints, which an administrator may not know, only how many."""

    submissions: list[str]
    opinions: list[str]
    complaints: int
    initials: int
    """Places in the chain of initials, and drafts that wait for them."""
    days: int
    """Days on duty at the desk that are still to come."""

    def __bool__(self) -> bool:
        return bool(self.submissions or self.opinions or self.complaints or self.initials or self.days)


def open_work(user: User, today: date) -> OpenWork:
    """What this person would leave behind."""
    return OpenWork(
        [row.number for row in _submissions(user)],
        [row.evaluation.submission.number for row in _opinions(user)],
        _complaints(user).count(),
        len(Initialler.held_by(user)) + len(Initial.held_by(user)),
        _days(user, today).count(),
    )


def close(user: User, actor: User, at: datetime, why: str = "", heir: str = "") -> None:
    """Close an account; its open work goes to the heir: the id of an officer, or `NOBODY`. Raises `Refusal`."""
    with write():
        _leave(user, frozenset(), actor, at, heir)
        accounts.close_user(user, actor, at, why)


def change(user: User, actor: User, at: datetime, seen: str = "", heir: str = "", **changes: Any) -> None:
    """Change an account; where it loses the role its open work needs, that goes to the heir. Raises `Refusal`."""
    with write():
        _leave(user, frozenset(map(Role, changes.get("roles", user.roles))), actor, at, heir)
        accounts.change_user(user, actor, at, seen, **changes)


def _leave(user: User, kept: frozenset[Role], actor: User, at: datetime, said: str) -> None:
    """Hand over what the roles that are kept do not cover."""
    today = local(at).date()
    if Role.OFFICER in kept or not user.roles & WORKING or not open_work(user, today):
        return
    heir = _heir(said, user)
    _give_submissions(user, heir, actor, at)
    _give_days(user, heir, today)
    if not kept & WORKING:
        _give_opinions(user, heir, actor, at)
        _give_complaints(user, heir, actor, at)
        initials.give_to(user, heir, actor, at)


def _heir(said: str, leaver: User) -> User | None:
    if said == NOBODY:
        return None
    heir = User.with_id(int(said)) if said.isascii() and said.isdecimal() and len(said) < 10 else None
    if heir is None or not heir.active or not heir.has(Role.OFFICER) or heir.id == leaver.id:
        raise Refusal(f"{leaver.name} masih mempunyai pekerjaan terbuka. Pilih siapa yang meneruskannya.", "heir")
    return heir


def _give_submissions(user: User, heir: User | None, actor: User, at: datetime) -> None:
    for submission in _submissions(user):
        if heir is not None and heir.id != submission.applicant_id:
            submissions.assign(submission, heir, actor, at)
        else:
            Submission.update(assignee=None, changed_at=at).where(Submission.id == submission.id).execute()
            audit.record("submission", submission.number, "release", actor, at, facts={"officer": user.name})


def _give_opinions(user: User, heir: User | None, actor: User, at: datetime) -> None:
    """Ask the heir in place of whoever leaves, unless the heir was asked as well or is the applicant."""
    for opinion in _opinions(user):
        submission = opinion.evaluation.submission
        asked = Opinion.select().where(Opinion.evaluation == opinion.evaluation, Opinion.officer == heir).exists()
        if heir is None or asked or heir.id == submission.applicant_id:
            opinion.delete_instance()
            continue
        Opinion.update(officer=heir, invited_at=at).where(Opinion.id == opinion.id).execute()
        audit.record("submission", submission.number, "invite", actor, at, facts={"officer": heir.name})
        tell_office(Submission.with_people().where(Submission.id == submission.id).get(), "opinion", at, actor, heir)


def _give_complaints(user: User, heir: User | None, actor: User, at: datetime) -> None:
    """Only to an heir who may know of it; else it waits for whoever manages complaints."""
    for complaint in _complaints(user):
        fits = heir is not None and heir in Complaint.handlers_if_given(complaint)
        complaint.assignee = heir if fits else None
        complaint.save(only=[Complaint.assignee])
        audit.record("complaint", complaint.number, "assign", actor, at)
        tell_handler(complaint, "complaint_assigned", at, actor)


def _give_days(user: User, heir: User | None, today: date) -> None:
    for duty in _days(user, today):
        if heir is None or OnDuty.select().where(OnDuty.day == duty.day, OnDuty.officer == heir).exists():
            duty.delete_instance()
        else:
            OnDuty.update(officer=heir).where(OnDuty.id == duty.id).execute()


def _submissions(user: User) -> list[Submission]:
    mine = (Submission.assignee == user.id, one_of(Submission.status, OPEN))
    return list(Submission.with_people().where(*mine).order_by(Submission.id))


def _opinions(user: User) -> list[Opinion]:
    """Asked for and not given, in sittings that are not concluded."""
    waiting = (Opinion.officer == user.id, Opinion.given_at.is_null(), Evaluation.concluded_at.is_null())
    query = Opinion.select(Opinion, Evaluation, Submission).join(Evaluation).join(Submission)
    return list(query.where(*waiting).order_by(Opinion.id))


def _complaints(user: User) -> Any:
    return Complaint.select().where(Complaint.assignee == user.id, one_of(Complaint.status, OPEN_COMPLAINTS))


def _days(user: User, today: date) -> Any:
    return OnDuty.select().where(OnDuty.officer == user.id, OnDuty.day >= today)
