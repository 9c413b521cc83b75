"""The team's evaluation: opened with the step, discussed inside the office, concluded before the letter.

Published standard, steps 11 and 20: the officer evaluates and discusses the design "bersama tim terkait".
It asks no more than that this happened, so date, participants and conclusion are what is recorded.
"""

from collections.abc import Iterable
from datetime import date, datetime

from pst.actions import audit
from pst.actions.letters import letters
from pst.actions.letters.findings import refuse_over_findings
from pst.actions.review import examinations
from pst.actions.seen import refuse_if_changed
from pst.actions.steps import refresh
from pst.actions.submissions.notices import tell_office
from pst.actions.submissions.progress import hats_on, take_step
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.settings import the_office
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.office import stages
from pst.rules.office.office import Office
from pst.rules.review.labels import STANCE_LABELS
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused

NOT_OPEN = "Evaluasi permohonan ini tidak sedang berjalan."
NOT_CONCLUDED = "Catat dahulu kesimpulan evaluasi tim; sesudah itu naskah surat dapat disusun."


class EvaluatedAlone(StepRefused):
    """Nobody else gave an opinion, and why is not said."""

    field = "alone_reason"


class FutureSitting(StepRefused):
    """The date given for the sitting has not come yet."""

    field = "held_on"


def start_evaluation(submission: Submission, actor: User, at: datetime, note: str = "") -> Evaluation:
    """Take the step to the team and open its sitting.

    No must-fix remark may wait; where the office insists on it, every block must have been examined. Raises
    `StepRefused`.
    """
    with write():
        take_step(submission, "start_evaluation", actor, at, note)
        refuse_over_findings(submission)
        if left := examinations.refused_over_blocks(submission, the_office()):
            raise StepRefused(left)
        return Evaluation.create(submission=submission, opened_by=actor, opened_at=at)


def back_to_review(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Leave the team's sitting, begun too early: it stays in the history, and the next one is another."""
    with write():
        take_step(submission, "back_to_review", actor, at, note)


def back_to_evaluation(submission: Submission, actor: User, at: datetime, note: str) -> Evaluation:
    """Leave the draft of the letter and sit down again: a new sitting, which needs its own conclusion."""
    with write():
        take_step(submission, "back_to_evaluation", actor, at, note)
        return Evaluation.create(submission=submission, opened_by=actor, opened_at=at)


def invite(submission: Submission, colleague: User, actor: User, at: datetime) -> Opinion:
    """Ask a colleague for an opinion; asking twice changes nothing. Raises `StepRefused`."""
    if not colleague.active or not hats_on(submission, colleague) & {Role.OFFICER, Role.HEAD}:
        raise StepRefused("Yang dimintai pendapat harus petugas atau Kepala yang aktif dan bukan pemohonnya.")
    with write():
        sitting = _open_sitting(submission, actor)
        opinion, created = Opinion.get_or_create(evaluation=sitting, officer=colleague, defaults={"invited_at": at})
        if created:
            _record(submission, "invite", actor, at, officer=colleague.name)
            tell_office(submission, "opinion", at, actor, colleague)
    return opinion


def give_opinion(submission: Submission, actor: User, stance: str, text: str, at: datetime) -> Opinion:
    """Write down one's own opinion, or change it, until the sitting is concluded. Raises `StepRefused`."""
    if stance not in STANCE_LABELS:
        raise StepRefused("Pilih salah satu pendapat: layak, layak dengan catatan, atau tidak layak.")
    with write():
        sitting = _open_sitting(submission, actor)
        if sitting.concluded_at is not None:
            raise StepRefused("Kesimpulan sudah dicatat; pendapat tidak dapat diubah lagi.")
        opinion, _ = Opinion.get_or_create(evaluation=sitting, officer=actor, defaults={"invited_at": at})
        opinion.stance, opinion.text, opinion.given_at = stance, text.strip(), at
        opinion.save()
        _record(submission, "opinion", actor, at, stance=stance)
    return opinion


def add_note(submission: Submission, actor: User, text: str, at: datetime) -> InternalNote:
    """Add a line to the discussion inside the office; no applicant ever reads it. Raises `StepRefused`."""
    with write():
        refresh(submission)
        _of_the_team(submission, actor)
        return InternalNote.create(submission=submission, author=actor, at=at, text=text.strip())


def conclude(
    submission: Submission,
    actor: User,
    at: datetime,
    *,
    held_on: date,
    participants: str,
    outcome: str,
    text: str,
    alone_reason: str = "",
    seen: str = "",
) -> Evaluation:
    """Record what the team concluded, or correct it while no letter is being drafted.

    The standard asks for a team: where nobody else gave an opinion, `alone_reason` says why, and the head reads it.

    `participants` are names, one a line, also of people without an account; `outcome` is a key of
    `STANCE_LABELS`; `seen` is the mark of what the page showed. Raises `StepRefused`, `ChangedMeanwhile`.
    """
    names = [name.strip() for name in participants.splitlines() if name.strip()]
    if not names or not text.strip() or outcome not in STANCE_LABELS:
        raise StepRefused("Kesimpulan memuat hasil, uraian, dan sedikitnya satu nama peserta.")
    if held_on > local(at).date():
        raise FutureSitting("Tanggal evaluasi tidak boleh di masa depan.")
    with write():
        sitting = _open_sitting(submission, actor)
        refuse_if_changed(seen, concluded(sitting), "submission", [submission.number], ("conclude",))
        sitting.held_on, sitting.participants = held_on, "\n".join(names)
        sitting.outcome, sitting.conclusion = outcome, text.strip()
        sitting.alone_reason = _reason_alone(sitting, actor, alone_reason)
        sitting.concluded_by, sitting.concluded_at = actor, at
        sitting.save()
        _record(submission, "conclude", actor, at, outcome=outcome, held_on=held_on.isoformat(), participants=names)
    return sitting


def concluded(sitting: Evaluation) -> dict[str, object]:
    """The conclusion as it is kept, by the names of its form."""
    return {
        "outcome": sitting.outcome,
        "held_on": sitting.held_on,
        "participants": sitting.participants,
        "conclusion": sitting.conclusion,
        "alone_reason": sitting.alone_reason,
    }


def is_alone(opinions: Iterable[Opinion], officer_id: int | None) -> bool:
    """Nobody but this officer has said what they think of it."""
    return not any(opinion.given_at and opinion.officer_id != officer_id for opinion in opinions)


def start_drafting(submission: Submission, actor: User, at: datetime, note: str = "") -> None:
    """Begin the letter the team concluded on: step and draft together. Raises `StepRefused`."""
    with write():
        refresh(submission)
        sitting = Evaluation.latest(submission)
        outcome = sitting.outcome if sitting is not None else ""
        if submission.status == Status.EVALUATION and not outcome:
            raise StepRefused(NOT_CONCLUDED)
        take_step(submission, "start_drafting", actor, at, note)
        refuse_over_findings(submission, outcome)
        _begin_letter(submission, "ditolak" if outcome == "ditolak" else "layak", actor, at)


def propose_refusal(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """Begin a letter of refusal because remarks stayed unanswered too long; the head decides.

    Raises `StepRefused`, also while the applicant still has time.
    """
    with write():
        refresh(submission)
        if early := too_early_to_refuse(submission, at):
            raise StepRefused(early)
        take_step(submission, "propose_refusal", actor, at, note)
        _begin_letter(submission, "ditolak", actor, at)


def too_early_to_refuse(submission: Submission, at: datetime) -> str:
    """Why silence may not lead to refusal yet, in Indonesian; empty when it may."""
    patience = may_be_refused_from(submission, the_office())
    if patience is None or local(at).date() >= patience:
        return ""
    return f"Penolakan baru dapat diusulkan mulai {wording.long_date(patience)}."


def may_be_refused_from(submission: Submission, office: Office) -> date | None:
    """From which day silence may lead to refusal; None while no remarks are with the applicant."""
    if submission.status != Status.NEEDS_REVISION:
        return None
    return stages.refusal_from(local(submission.entered_status_at).date(), office)


def _reason_alone(sitting: Evaluation, actor: User, reason: str) -> str:
    """Why it was evaluated alone; "" where a colleague gave an opinion. Raises `EvaluatedAlone`."""
    if not is_alone(Opinion.of(sitting), actor.id):
        return ""
    if not reason.strip():
        raise EvaluatedAlone(
            "Belum ada rekan yang memberi pendapat. Tunggu pendapatnya, atau tuliskan mengapa dievaluasi sendiri; "
            "Kepala membacanya sebelum mengesahkan."
        )
    return reason.strip()


def _begin_letter(submission: Submission, outcome: str, actor: User, at: datetime) -> None:
    """The letter's draft starts from what is proposed; conditions to be kept are still `layak`."""
    submission.outcome = outcome
    submission.save()
    letters.open_draft(submission, actor, at)


def _open_sitting(submission: Submission, actor: User) -> Evaluation:
    """The sitting going on now, for somebody who may take part in it. Only inside `write()`."""
    refresh(submission)
    _of_the_team(submission, actor)
    sitting = Evaluation.latest(submission)
    if submission.status != Status.EVALUATION or sitting is None:
        raise StepRefused(NOT_OPEN)
    return sitting


def _of_the_team(submission: Submission, actor: User) -> None:
    if not hats_on(submission, actor) & {Role.OFFICER, Role.HEAD}:
        raise StepRefused("Evaluasi hanya diikuti petugas dan Kepala, dan bukan oleh pemohonnya sendiri.")


def _record(submission: Submission, verb: str, actor: User, at: datetime, **facts: object) -> None:
    audit.record("submission", submission.number, verb, actor, at, facts=facts)
