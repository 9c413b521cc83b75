"""Letters: written as a draft, signed by the head, replaced or revoked; no number is ever given twice.

Published standard, steps 12 and 21: the officer prepares the letter, the head of office issues it. Who wrote
a letter does not sign it.
"""

from collections.abc import Mapping
from dataclasses import replace as replaced
from datetime import datetime
from typing import Any

from pst.actions import audit
from pst.actions.files import FileStore
from pst.actions.letters.draft import (
    DraftUnfinished,
    LetterRefused,
    draft_from,
    odd_number,
    refuse_if_rewritten,
    unfinished,
    with_fields,
)
from pst.actions.letters.facts import draft_facts
from pst.actions.letters.findings import refuse_over_findings
from pst.actions.letters.initials import hand_over
from pst.actions.letters.issue import NO_ADDRESS, bring_out, named, signatory_for
from pst.actions.letters.mails import event_facts, letter_told, tell_both
from pst.actions.letters.publishing import end, follow, publish
from pst.actions.letters.stamping import Press
from pst.actions.steps import refresh
from pst.actions.submissions.progress import hats_on, take_step
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.office.settings import the_office
from pst.models.review.evaluations import Evaluation
from pst.models.submissions.submissions import Submission
from pst.paper.letters.facts import LetterFacts
from pst.rules.letters.signing import UNSIGNED
from pst.rules.review.workflow import Status, find_step
from pst.rules.roles import Role
from pst.rules.steps import Step, StepRefused


def open_draft(submission: Submission, actor: User, at: datetime) -> Letter:
    """Begin the letter from what the team concluded and what was remarked. Only inside `write()`.

    A draft left from before the submission went back to the team is written anew; its addressee stays.
    """
    sitting = Evaluation.latest(submission)
    letter = Letter.draft_of(submission) or Letter(submission=submission)
    letter.outcome, draft = draft_from(submission, sitting, at)
    kept = {key: letter.draft[key] for key in ("recipient", "place", "request_letter") if key in letter.draft}
    letter.draft = {**draft, **kept, "hands": [actor.id]}
    letter.drafted_by, letter.drafted_at = actor, at
    letter.save()
    return letter


def edit_draft(letter: Letter, actor: User, fields: Mapping[str, Any], at: datetime, seen: str = "") -> None:
    """Change the draft while it is being written; `fields` are those of `letter_draft.FIELDS` and `outcome`.

    `seen` is the mark of the draft that the page showed. Raises `StepRefused`, `ChangedMeanwhile`.
    """
    with write():
        letter, submission = _writable(letter, actor)
        refuse_if_rewritten(seen, letter, submission.number)
        letter.outcome, letter.draft = with_fields(letter, fields, actor)
        letter.drafted_at = at
        if odd := odd_number(letter):
            raise DraftUnfinished(odd)
        letter.save()
        audit.record("submission", submission.number, "edit_draft", actor, at, facts={"outcome": letter.outcome})


def request_signature(submission: Submission, actor: User, at: datetime, note: str = "") -> Step:
    """Hand the finished draft to whoever initials it first, else to the head.

    Raises `DraftUnfinished` naming every field, `StepRefused`.
    """
    with write():
        refresh(submission)
        letter = _draft(submission)
        if problems := unfinished(letter):
            raise DraftUnfinished(problems)
        refuse_over_findings(submission, letter.outcome)
        letter.draft = {**letter.draft, "hands": sorted({*letter.draft["hands"], actor.id})}
        letter.save()
        return hand_over(letter, submission, actor, at, note)


def issue(submission: Submission, actor: User, at: datetime, store: FileStore, press: Press, seen: str = "") -> Letter:
    """Approve the words: number, PDF, row and event appear together or not at all, and the letter waits for its
    signature, unless the office lets letters leave without one.

    `seen` is the mark of the draft that was read: nobody signs words that were put there afterwards. Raises
    `LetterRefused` (who may sign, a number already taken, an unfinished draft), `StepRefused`, `ChangedMeanwhile`.
    """
    import fpdf  # noqa: F401  loaded before the write lock is taken, not while others wait for it

    with write():
        refresh(submission)
        find_step(submission.status, "issue", hats_on(submission, actor))
        letter = _draft(submission)
        refuse_if_rewritten(seen, letter, submission.number)
        if problems := unfinished(letter):
            raise DraftUnfinished(problems)
        refuse_over_findings(submission, letter.outcome)
        bring_out(letter, submission, actor, the_office(), at, store, press)
        take_step(submission, "issue", actor, at, facts=event_facts(letter))
        if leaves_unsigned():
            publish(letter, submission, actor, at)
    return letter


def leaves_unsigned() -> bool:
    """The office lets letters leave without a signature."""
    return the_office().letter_signing == UNSIGNED


def send_back(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Give the draft back to the officers, with the reason. Raises `StepRefused`."""
    with write():
        refresh(submission)
        initialling = submission.status == Status.INITIALLING
        take_step(submission, "refuse_initial" if initialling else "send_back", actor, at, note)


def void(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Give up a letter that was never signed: its number stays void, its words are a draft again.

    Raises `StepRefused`.
    """
    with write():
        take_step(submission, "void", actor, at, note)
        letter = Letter.waiting_of(submission)
        assert letter is not None, "what waits for a signature is a letter"
        end(letter, "void", actor.id, note, at)
        words = {**letter.draft, "letter_number": "", "number_by": "", "number_reason": ""}
        written_by = {"drafted_by": letter.drafted_by_id, "drafted_at": letter.drafted_at}
        Letter.create(submission=submission, outcome=letter.outcome, draft=words, **written_by)


def revoke(letter: Letter, actor: User, reason: str, at: datetime) -> Letter:
    """Declare a letter void. It keeps its number for ever; where it had not been received nobody hands it over now.

    Of one that was never signed only the office hears.
    """
    with write():
        letter, submission = _endable(letter, actor, reason, ("waiting", "issued"))
        if letter.state == "waiting":
            _give_up(letter, submission, actor, reason, at)
            return letter
        audit.refuse_wrong_day(at)
        end(letter, "revoked", actor.id, reason, at)
        follow(submission, letter)
        submission.save()
        if submission.status == Status.ISSUED:
            take_step(submission, "close_revoked", None, at)
        facts = event_facts(letter)
        audit.record("submission", submission.number, "revoke", actor, at, note=reason.strip(), facts=facts)
        tell_both(submission, "letter_revoked", at, {**letter_told(letter), "reason": reason.strip()})
    return letter


def replace(
    letter: Letter, actor: User, reason: str, fields: Mapping[str, Any], at: datetime, store: FileStore, press: Press
) -> Letter:
    """Issue a corrected letter under a new number; the old one says where it went. Returns the new letter.

    The old one counts until the new one is signed, unless the office lets letters leave without a signature.
    The correction is the head's own: `fields` as in `edit_draft`, `letter_number` only when given by hand.
    """
    import fpdf  # noqa: F401  as in `issue`

    with write():
        old, submission = _endable(letter, actor, reason)
        new = _replacement(old, submission, actor, fields, at)
        new.draft["reason"] = reason.strip()
        bring_out(new, submission, actor, the_office(), at, store, press, replaces=old)
        if leaves_unsigned():
            publish(new, submission, actor, at)
        else:
            facts = {**event_facts(new), "replaces": old.number}
            audit.record("submission", submission.number, "issue_replacement", actor, at, note=reason, facts=facts)
    return new


def replacement_facts(old: Letter, actor: User, fields: Mapping[str, Any], at: datetime) -> LetterFacts:
    """What the corrected letter would say, before anything is issued. Raises `DraftUnfinished`."""
    new = _replacement(old, old.submission, actor, fields, at)
    return replaced(draft_facts(new, old.submission, the_office()), replaces=old.number)


def _replacement(old: Letter, submission: Submission, actor: User, fields: Mapping[str, Any], at: datetime) -> Letter:
    """The corrected letter, not stored; `fields` as in `edit_draft`. Raises `DraftUnfinished`."""
    new = Letter(submission=submission, outcome=old.outcome, drafted_by=actor, drafted_at=at)
    new.draft = {**old.draft, "letter_number": "", "number_reason": "", "hands": []}
    new.outcome, new.draft = with_fields(new, fields, None)
    if problems := unfinished(new):
        raise DraftUnfinished(problems)
    return new


def may_sign(actor: User, letter: Letter, at: datetime, site: str) -> str:
    """Why this person may not sign this letter today, in Indonesian; empty when they may."""
    if not site:
        return NO_ADDRESS
    try:
        signatory_for(actor, letter, local(at).date())
    except LetterRefused as refusal:
        return str(refusal)
    return ""


def taken_back_from(letter: Letter, at: datetime) -> str:
    """The acting official of today who wrote at this draft, so that the head signs it instead; "" usually."""
    today = Signatory.on(local(at).date())
    helped = today is not None and today.kind != "kepala" and today.user_id in letter.draft.get("hands", ())
    return named(today) if today and helped else ""


def _give_up(letter: Letter, submission: Submission, actor: User, reason: str, at: datetime) -> None:
    """End a letter that waits for its signature; where it would have replaced another, that one goes on counting."""
    if submission.status == Status.SIGNING:
        void(submission, actor, at, reason)
        return
    end(letter, "void", actor.id, reason, at)
    facts = event_facts(letter)
    audit.record("submission", submission.number, "void_replacement", actor, at, note=reason.strip(), facts=facts)


def _draft(submission: Submission) -> Letter:
    letter = Letter.draft_of(submission)
    if letter is None:
        raise LetterRefused("Permohonan ini belum memiliki naskah surat.")
    return letter


def _writable(letter: Letter, actor: User) -> tuple[Letter, Submission]:
    """The draft as it now is, if this person may write it now. Only inside `write()`."""
    letter = Letter.get_by_id(letter.id)
    submission = Submission.get_by_id(letter.submission_id)
    if submission.status != Status.DRAFTING or letter.state != "draft":
        raise StepRefused("Naskah ini tidak sedang disusun; keadaan permohonan sudah berubah.")
    if Role.OFFICER not in hats_on(submission, actor):
        raise StepRefused("Naskah surat disusun oleh petugas.")
    return letter, submission


def _endable(
    letter: Letter, actor: User, reason: str, states: tuple[str, ...] = ("issued",)
) -> tuple[Letter, Submission]:
    """The letter as it now is, if the head may end it now. Only inside `write()`."""
    letter = Letter.get_by_id(letter.id)
    submission = Submission.get_by_id(letter.submission_id)
    if Role.HEAD not in hats_on(submission, actor):
        raise LetterRefused("Surat dicabut atau diganti oleh Kepala.")
    if letter.state not in states:
        raise LetterRefused("Surat ini sudah tidak berlaku; muat ulang halamannya.")
    if letter.state == "issued" and (waiting := Letter.waiting_of(submission)):
        raise LetterRefused(f"Surat penggantinya, nomor {waiting.number}, sedang menunggu tanda tangan.")
    if not reason.strip():
        raise LetterRefused("Tuliskan alasannya; pemohon perlu mengetahuinya.")
    return letter, submission
