"""What applicants do with a submission, and what officers do with its keeping: begin, fill, send, assign."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pst.actions import audit, search
from pst.actions.steps import refresh
from pst.actions.submissions import replies, revisions, together
from pst.actions.submissions.clocks import expected_due, set_due_date
from pst.actions.submissions.completeness import what_is_missing
from pst.actions.submissions.designs import field_of
from pst.actions.submissions.first_answers import first_answers
from pst.actions.submissions.notices import tell_applicant, tell_office
from pst.actions.submissions.progress import may_fill, take_step
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import Sequence, write
from pst.models.catalogue.fieldwork import FieldSpan
from pst.models.files import Attachment
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.submissions.metadata import Metadata
from pst.models.submissions.submissions import Pause, Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import Merged, Missing, facts, initial, keep_asked, merge
from pst.questionnaires.kinds import Questionnaire
from pst.rules import numbering, wording
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import WITH_APPLICANT, Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions import deadlines

NOT_COPIED = ("pernyataan", "kode_kegiatan", "catatan_pemohon")
"""Answers that belong to one submission alone."""
COPIED_BESIDE = ("sample", "districts")
"""What is taken along of that which is kept beside them."""


class Incomplete(Refusal):
    """The form cannot be sent yet; `missing` lists every question that stands in the way."""

    def __init__(self, missing: list[Missing]):
        super().__init__(f"{len(missing)} isian belum lengkap")
        self.missing = missing


class ClosedQuestion(StepRefused):
    """An answer was given to a question that is not open for change."""


def start_draft(
    applicant: User,
    at: datetime,
    *,
    answers: Mapping[str, Any] | None = None,
    channel: str = "online",
    entered_by: User | None = None,
    romantik_id: str = "",
    romantik_record: dict | None = None,
    beside: Mapping[str, Any] | None = None,
) -> Submission:
    """Begin a submission: a number, a tracking code, and what is already known of applicant and agency.

    A record from ROMANTIK is taken as it is: nothing is added to what it says.
    """
    office = the_office()
    form = shelf.CURRENT
    begun_with = initial(form) if romantik_record else first_answers(form, applicant)
    year = local(at).year
    code = numbering.new_code()
    with write():
        sequence = Sequence.draw(f"submission-{office.office_code}-{year}")
        submission = Submission.create(
            number=numbering.submission_number(office.office_code, year, sequence),
            code=code,
            code_hash=numbering.hash_code(code),
            questionnaire=form.name,
            applicant=applicant,
            agency=applicant.agency_id,
            entered_by=entered_by,
            channel=channel,
            answers={**begun_with, **(answers or {})},
            beside=beside or {},
            created_at=at,
            changed_at=at,
            entered_status_at=at,
            romantik_id=romantik_id,
            romantik_record=romantik_record,
        )
        _repeat_facts(submission)
        submission.save()
        search.index_submission(submission)
        audit.record("submission", submission.number, "start", entered_by or applicant, at, target=Status.DRAFT)
    return submission


def copy_as_draft(earlier: Submission, applicant: User, at: datetime, entered_by: User | None = None) -> Submission:
    """Begin a submission with the answers and metadata of an earlier one, without its files and signed statement."""
    answers = {code: value for code, value in earlier.answers.items() if code not in NOT_COPIED}
    beside = {name: kept for name, kept in earlier.beside.items() if name in COPIED_BESIDE}
    channel = "visit" if entered_by else "online"
    with write():
        draft = start_draft(applicant, at, answers=answers, channel=channel, entered_by=entered_by, beside=beside)
        if told := Metadata.answers_of(earlier.id):
            Metadata.create(submission=draft, answers=told, at=at, by=entered_by or applicant)
    return draft


def save_answers(
    submission: Submission, actor: User, given: Mapping[str, Any], at: datetime, seen: Mapping[str, str] | None = None
) -> Merged:
    """Keep these answers in the draft, whatever their state of completeness; returns what became of them.

    `seen` are the marks of the answers that the page was drawn from: what was changed elsewhere since stays.
    Raises `StepRefused` when the form is no longer with the applicant, `ClosedQuestion` when an answer differs that is
    not open for change.
    """
    with write():
        refresh(submission)
        open_for_writing(submission, actor)
        merged = merge(shelf.find(submission.questionnaire), submission.answers, given, seen or {})
        changed = {code: value for code, value in merged.answers.items() if submission.answers.get(code) != value}
        if not changed:
            return merged
        if changed.keys() - replies.writable_codes(submission, actor):
            raise ClosedQuestion(
                "Isian itu tidak dibuka untuk diubah; yang dapat diubah hanya isian yang diberi catatan."
            )
        submission.answers = {**submission.answers, **changed}
        submission.changed_at = at
        _repeat_facts(submission)
        submission.save()
        search.index_submission(submission)
    return merged


def keep_beside(submission: Submission, name: str, said: Any, at: datetime) -> None:
    """Keep what the office asks beside the form's own questions, under this name. Only inside `write()`."""
    submission.beside = {**submission.beside, name: said}
    submission.changed_at = at
    submission.save()


def open_for_writing(submission: Submission, actor: User) -> None:
    """Raise `StepRefused` unless this person may fill in the form now."""
    if submission.status not in WITH_APPLICANT:
        raise StepRefused("Permohonan ini sudah dikirim; isiannya tidak dapat diubah sekarang.")
    if not may_fill(submission, actor):
        raise StepRefused("Permohonan ini diisi oleh pemohonnya sendiri.")


def submit(
    submission: Submission, actor: User, at: datetime, letter: tuple[str, date | None] | None = None
) -> Revision:
    """Send the form: freeze a numbered revision, start its way through the office, send the receipt.

    Answers to questions that no longer apply are left out of the revision and named in it. `letter` is number and
    day of the letter by which the agency asks, None where it stays as it was. Raises `Incomplete`,
    `replies.RemarksUnanswered`, `StepRefused`, this
    also while somebody invited to approve has not.
    """
    with write():
        refresh(submission)
        open_for_writing(submission, actor)
        office = the_office()
        if missing := what_is_missing(submission, office):
            raise Incomplete(missing)
        together.refuse_unapproved(submission)
        replies.take_replies(submission)
        before = Revision.newest(submission)
        revision = _freeze(submission, actor, at)
        if before:
            revisions.keep_marks(submission, before[0], revision)
        first = submission.submitted_at is None
        if first:
            submission.submitted_at = at
            submission.rule = office.clock_rule.to_json()
        if letter is not None:
            submission.letter_number, submission.letter_date = letter
        _start_clock_on_submission(submission, at)
        submission.save(only=submission.dirty_fields)
        expected = expected_due(submission, at)
        take_step(
            submission,
            "submit",
            actor,
            at,
            facts={"revision": revision.number, "dropped": revision.dropped},
            mail={"expected": wording.long_date(expected) if expected else ""},
        )
        search.index_submission(submission)
        FieldSpan.note(submission, field_of(submission))
    return revision


def declare_complete(submission: Submission, actor: User, at: datetime, note: str = "") -> None:
    """Declare the submission complete: by default this starts the working days; the receipt says so by mail."""
    with write():
        take_step(submission, "declare_complete", actor, at, note)
        if submission.assignee_id is None:
            submission.assignee = actor
            submission.save()


def resume_review(submission: Submission, actor: User, at: datetime, note: str = "") -> None:
    """Take up what the applicant corrected."""
    with write():
        take_step(submission, "resume_review", actor, at, note)


def withdraw(submission: Submission, actor: User, at: datetime, note: str) -> None:
    """End the submission without a letter."""
    with write():
        take_step(submission, "withdraw", actor, at, note)


def deliver(submission: Submission, actor: User | None, at: datetime, note: str = "") -> None:
    """The letter has reached the applicant: the clock stops, the submission is complete."""
    with write():
        take_step(submission, "deliver", actor, at, note)


def assign(submission: Submission, officer: User, actor: User, at: datetime) -> None:
    """Hand the submission to a named officer (disposisi). Raises `StepRefused`."""
    if not officer.has(Role.OFFICER) or not officer.active:
        raise StepRefused("Penerima disposisi harus seorang petugas yang aktif.", "officer")
    if officer.id == submission.applicant_id:
        raise StepRefused("Permohonan ini tidak dapat ditugaskan kepada pemohonnya sendiri.", "officer")
    with write():
        refresh(submission)
        if submission.assignee_id == officer.id:
            return
        submission.assignee = officer
        submission.changed_at = at
        submission.save()
        audit.record("submission", submission.number, "assign", actor, at, facts={"officer": officer.name})
        tell_office(submission, "assigned", at, actor, officer)


def take_up(submission: Submission, officer: User, at: datetime) -> None:
    """Take what is nobody's yet. Raises `StepRefused`, also where a colleague was quicker."""
    with write():
        refresh(submission)
        if submission.assignee_id not in (None, officer.id):
            raise StepRefused("Permohonan ini sudah diambil petugas lain.")
        assign(submission, officer, officer, at)


def recompute_due_dates(at: datetime, cause: str) -> list[Submission]:
    """Count every running clock again after the calendar changed; tells the applicants who still wait for their day.

    Only inside `write()`. Closed submissions keep what they had.
    """
    calendar = HolidayRow.calendar()
    running = list(Submission.clock_running())
    pauses = Pause.by_submission([submission.id for submission in running])
    moved = []
    for submission in running:
        before = submission.due_on
        submission.due_on = deadlines.due_on(submission.clock(pauses.get(submission.id, ())), calendar)
        if submission.due_on == before:
            continue
        submission.save(only=[Submission.due_on])
        facts = {"from": str(before or ""), "to": str(submission.due_on or "")}
        audit.record("submission", submission.number, "due_moved", None, at, note=cause, facts=facts)
        if submission.status != Status.ISSUED:  # whose letter is signed waits for no day any more
            told = wording.long_date(before) if before else ""
            tell_applicant(submission, "due_moved", at, before=told, cause=cause)
        moved.append(submission)
    return moved


def _repeat_facts(submission: Submission) -> None:
    """Repeat in columns the answers that lists show and filter by."""
    known = facts(submission.answers)
    submission.title = known.title[:300]
    submission.year, submission.method, submission.sector = known.year, known.method, known.sector
    submission.region = known.region[:300]


def _freeze(submission: Submission, actor: User, at: datetime) -> Revision:
    form: Questionnaire = shelf.find(submission.questionnaire)
    kept, dropped = keep_asked(form, submission.answers)
    submission.answers = kept
    submission.revision += 1
    _repeat_facts(submission)
    attachments = [
        {"code": item.code, "name": item.name, "sha256": item.file_id, "size": item.file.size}
        for item in Attachment.of(submission)
    ]
    return Revision.create(
        submission=submission,
        number=submission.revision,
        questionnaire=form.name,
        answers=kept,
        beside=submission.beside,
        attachments=attachments,
        sent_at=at,
        sent_by=actor,
        dropped=[question.code for question in dropped],
    )


def _start_clock_on_submission(submission: Submission, at: datetime) -> None:
    """Where the office counts from sending: start now, and anew when an incomplete form is sent again."""
    if submission.sent_rule.starts_on == "submitted" and submission.status in (Status.DRAFT, Status.INCOMPLETE):
        submission.clock_started = at
        set_due_date(submission)
