"""The door of a submission: who may take which step with it, and what follows from a step that is taken."""

from datetime import datetime

from pst.actions.steps import refresh
from pst.actions.steps import take_step as take_any_step
from pst.actions.submissions.clocks import turn_clock
from pst.actions.submissions.notices import tell_applicant, tell_office
from pst.models.accounts.users import User
from pst.models.letters.initials import Initial
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.rules.review.workflow import Status, find_step, open_steps
from pst.rules.roles import Role
from pst.rules.steps import Step, StepRefused, written_note
from pst.rules.submissions import hats

OWN_WORK = "Anda pemohon kegiatan ini; pemeriksaannya dilakukan petugas lain."
NO_REASON = "Tuliskan alasannya; pemohon atau rekan Anda perlu mengetahuinya."


def hats_on(submission: Submission, actor: User | None) -> frozenset[Role]:
    """The hats this person wears towards this submission; the minute job comes without an actor."""
    if actor is None:
        return frozenset({Role.SYSTEM})
    initials = submission.status == Status.INITIALLING and Initial.waits_for(submission.id, actor.id)
    return hats.hats_towards(submission.applicant_id, actor.id, actor.roles, initials)


def may_write(submission: Submission, actor: User) -> bool:
    """May fill in the form: its applicant, or an officer for a submission the office entered."""
    return hats.may_write(hats_on(submission, actor), submission.entered_by_id is not None)


def may_fill(submission: Submission, actor: User) -> bool:
    """May change its answers: also a colleague of the applicant who is invited to."""
    if may_write(submission, actor):
        return True
    invited = Invited.of(submission, actor)
    return hats.may_fill(frozenset(), False, invited.may if invited else "")


def find_to_fill(actor: User, number: str) -> Submission | None:
    """The submission of this number, without its people, if this person may change its answers."""
    submission = Submission.find_alone(actor, number) or Invited.find(actor, number)
    return submission if submission and may_fill(submission, actor) else None


def steps_for(submission: Submission, actor: User) -> list[Step]:
    """The steps this person may take on it now."""
    steps = open_steps(submission.status, hats_on(submission, actor))
    return [step for step in steps if step.verb != "submit" or may_write(submission, actor)]


def take_step(
    submission: Submission,
    verb: str,
    actor: User | None,
    at: datetime,
    note: str = "",
    facts: dict | None = None,
    mail: dict | None = None,
) -> Step:
    """Move the submission one step: status, clock, event, mail and news together. Only inside `write()`.

    `facts` go into the event, `mail` are facts for the applicant's mail beyond those every mail has. Raises
    `StepRefused`, `NoteMissing`.
    """
    refresh(submission)
    step = _permitted(submission, verb, actor)
    note = written_note(step, note, NO_REASON)
    take_any_step(submission, step, actor, at, about=("submission", submission.number), note=note, facts=facts)
    submission.entered_status_at = submission.changed_at = at
    submission.reminded_days = 0
    turn_clock(submission, step.clock, at)
    submission.save(only=submission.dirty_fields)
    if step.mail:
        tell_applicant(submission, step.mail, at, note=note, **(mail or {}))
    if step.tells:
        tell_office(submission, step.tells, at, actor, note=note)
    return step


def _permitted(submission: Submission, verb: str, actor: User | None) -> Step:
    """The step, if this person may take it. Who applied and also works here hears why not, and not only that not."""
    mine = hats_on(submission, actor)
    own: frozenset[Role] = actor.roles if actor and Role.APPLICANT in mine else frozenset()
    step = find_step(submission.status, verb, mine | own)
    if not step.takers & mine:
        raise StepRefused(OWN_WORK)
    if verb == "submit" and actor is not None and not may_write(submission, actor):
        raise StepRefused("Permohonan ini dikirim oleh pemohonnya sendiri.")
    return step
