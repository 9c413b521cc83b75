"""A letter goes out, and what follows from it; or it no longer counts."""

from datetime import datetime

from pst.actions import audit, search
from pst.actions.catalogue import catalogue
from pst.actions.letters.mails import event_facts, letter_told, tell_agency, tell_both
from pst.actions.submissions import duties
from pst.actions.submissions.progress import take_step
from pst.models.accounts.users import User
from pst.models.emails import Email
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status


def publish(letter: Letter, submission: Submission, actor: User, at: datetime, copy: SignedCopy | None = None) -> None:
    """The letter is in force, on this site and in the mail: the clock stops. Only inside `write()`.

    `copy` is its signed file; None where the office lets letters leave unsigned. A letter that it replaces counts
    until now.
    """
    audit.refuse_wrong_day(at)
    old = Letter.in_force(submission)
    letter.state = "issued"
    letter.save()
    audit.seal_letter(letter.id, actor, at)
    follow(submission, letter)
    told, facts = letter_told(letter, copy), event_facts(letter, copy)
    if submission.status == Status.SIGNING:
        submission.decided_at = at
        submission.save()
        take_step(submission, "publish", actor, at, facts=facts, mail=told)
        tell_agency(submission, "issued", at, told)
        return
    submission.save()
    reason = letter.draft["reason"]
    if old is not None:
        end(old, "replaced", letter.issued_by_id, reason, at, by=letter)
    facts["replaces"] = letter.facts["replaces"]
    audit.record("submission", submission.number, "replace", actor, at, note=reason, facts=facts)
    tell_both(submission, "letter_replaced", at, {**told, "old_number": letter.facts["replaces"], "reason": reason})


def follow(submission: Submission, letter: Letter) -> None:
    """What the letter means for the submission's own columns, for the catalogue, the index and the duties."""
    if letter.state == "issued":
        submission.outcome, submission.identity_number = letter.outcome, letter.identity_number
    if letter.state == "issued" and letter.outcome == "layak":
        duties.lay_down(submission)
    else:
        duties.lift(submission)
    catalogue.follow(submission, letter)
    search.index_submission(submission)


def end(letter: Letter, state: str, actor_id: int, reason: str, at: datetime, by: Letter | None = None) -> None:
    """The letter no longer counts; what it says stays as it is, and no mail leaves with it. Only inside `write()`."""
    letter.state, letter.ended_at, letter.ended_by = state, at, actor_id
    letter.end_reason, letter.replaced_by = reason.strip(), by
    letter.save()
    audit.seal_letter(letter.id, User.get_by_id(actor_id), at)
    if copy := SignedCopy.offered_of(letter.id):
        copy.decide("refused", actor_id, at, letter.end_reason)
    why = f"Surat nomor {letter.number} tidak berlaku lagi sebelum surel ini terkirim."
    Email.drop_letter(letter.submission_id, letter.number, why)
