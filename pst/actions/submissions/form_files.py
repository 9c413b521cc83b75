"""The form as a workbook: handed out, previewed when it comes back, and taken.

Between preview and confirmation the file waits in a store of its own (`waiting_room`), where nothing else is
kept; what is not confirmed within a day is dropped by the minute job.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.steps import refresh
from pst.actions.submissions import completeness, submissions
from pst.actions.submissions.first_answers import first_answers
from pst.actions.submissions.replies import writable_codes
from pst.clock import local
from pst.exchange.form_xlsx import Fault, FormFileRefused, Prefill, Reading, fingerprint, read_form, write_form
from pst.exchange.uploads import check_upload
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.files import Attachment
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import is_asked, unanswered
from pst.questionnaires.kinds import Question
from pst.rules import wording
from pst.rules.roles import Role

Upload = tuple[str, str, bytes]
"""The safe name, MIME type and content of a file, as `check_upload` gives them."""
CODE = "formulir_xlsx"
"""Under this code the confirmed workbook is attached; no question has it, so no count of files changes."""
WAITS = timedelta(days=1)
"""How long an unconfirmed workbook is kept."""
NOT_ASKED_NOW = "Formulir terbaru tidak lagi menanyakannya begini, jadi jawabannya tidak diambil."
CLOSED = "Isian ini tidak dibuka untuk diubah, jadi perubahannya tidak diambil."


@dataclass(frozen=True)
class Difference:
    """One answer that the workbook would change.

    `asked` is whether the question applies under the answers as they would be; `clash` that the answer was
    also changed on the site since the workbook was made.
    """

    question: Question
    old: Any
    new: Any
    sheet: str
    cell: str
    asked: bool
    clash: bool


@dataclass(frozen=True)
class Preview:
    """What taking the workbook would do: `differences` are taken, `faults` are not.

    `remaining` are the titles of the questions that would still have to be answered before sending.
    """

    differences: tuple[Difference, ...]
    faults: tuple[Fault, ...]
    remaining: tuple[str, ...]

    @property
    def given(self) -> dict[str, Any]:
        """The answers to save, by code."""
        return {difference.question.code: difference.new for difference in self.differences}


def blank_workbook(at: datetime, site: str) -> bytes:
    """The current form for nobody in particular; it begins a submission or adds to a draft."""
    return write_form(shelf.CURRENT, _day(at), f"{site}/permohonan/baru/berkas")


def workbook_for(submission: Submission, actor: User, at: datetime, site: str) -> bytes:
    """The form with the answers so far; only what this person may write now is open, remarks stand beside.

    Raises `StepRefused` when the form is not open for writing.
    """
    submissions.open_for_writing(submission, actor)
    form = shelf.find(submission.questionnaire)
    prefill = Prefill(
        number=submission.number,
        title=submission.title,
        answers=submission.answers,
        writable=writable_codes(submission, actor),
        remarks=_open_remarks(submission),
    )
    return write_form(form, _day(at), f"{site}/permohonan/{submission.number}/berkas-formulir", prefill)


def preview(content: bytes, actor: User, submission: Submission | None = None) -> Preview:
    """What the workbook would change, in the submission or, without one, in a new draft.

    Raises `FormFileRefused` when the workbook as a whole cannot be taken, `StepRefused` when the form is not
    open for writing.
    """
    if submission is not None:
        submissions.open_for_writing(submission, actor)
    reading = _belonging(read_form(content, shelf.SHELF), submission)
    before = submission.answers if submission else first_answers(reading.form, actor)
    writable = writable_codes(submission, actor) if submission else _writable_in_new(reading, actor)
    return compared(reading, before, writable, completeness.files_of(submission) if submission else {})


def compared(
    reading: Reading, before: Mapping[str, Any], writable: Collection[str], files: Mapping[str, int] | None = None
) -> Preview:
    """What a workbook changes of the answers `before`; `files` are how many are attached, by question."""
    after = {**before, **{code: reading.answers[code] for code in _sound(reading)}}
    found = [d for d in _differences(reading, before, after) if d.asked or not d.question.is_untouched(d.new)]
    taken = tuple(difference for difference in found if difference.question.code in writable)
    kept = {**before, **{difference.question.code: difference.new for difference in taken}}
    return Preview(
        differences=taken,
        faults=(*reading.faults, *(_closed(d) for d in found if d.question.code not in writable)),
        remaining=tuple(f"{gap.block.title}: {gap.label}" for gap in unanswered(reading.form, kept, files or {})),
    )


def take(store: FileStore, submission: Submission, actor: User, name: str, content: bytes, at: datetime) -> Preview:
    """Save every right answer of the workbook and attach the file itself: both, or nothing.

    An earlier workbook is taken out of the form, and stays on record. Raises what `preview` raises.
    """
    file = _examined(store, name, content)
    with write():
        refresh(submission)
        return _take(store, submission, actor, file, at)


def begin(store: FileStore, applicant: User, name: str, content: bytes, at: datetime) -> Submission:
    """Begin a draft with the answers of the workbook; nothing is begun when it is refused."""
    file = _examined(store, name, content)
    with write():
        preview(content, applicant)
        draft = submissions.start_draft(applicant, at)
        _take(store, draft, applicant, file, at)
    return draft


def form_file_of(submission: Submission) -> Attachment | None:
    """The workbook that was taken last, if any."""
    found = [attachment for attachment in Attachment.of(submission) if attachment.code == CODE]
    return found[-1] if found else None


def waiting_room(folder: Path) -> FileStore:
    """The store of workbooks that nobody has confirmed yet, in the instance folder."""
    return FileStore(folder / "waiting")


def keep_waiting(room: FileStore, content: bytes, at: datetime) -> str:
    """Keep a workbook until it is confirmed; returns its SHA-256. Sent again, it waits a day anew."""
    sha256, moment = room.put(content), at.replace(tzinfo=UTC).timestamp()
    os.utime(room.path(sha256), (moment, moment))
    return sha256


def drop_waiting(room: FileStore, at: datetime) -> int:
    """Erase workbooks that were not confirmed within a day; returns how many."""
    limit = (at - WAITS).replace(tzinfo=UTC).timestamp()
    old = [path for path in room.folder.rglob("*") if path.is_file() and path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _belonging(reading: Reading, submission: Submission | None) -> Reading:
    """A workbook made for a submission comes back to that one; one made for nobody fits today's form, also when it was
    given out with an earlier edition.
    """
    made_for(reading, submission, f"/permohonan/{reading.number[:24]}/berkas-formulir")
    expected = submission.questionnaire if submission else shelf.CURRENT.name
    if reading.form.name == expected:
        return reading
    if reading.number or expected != shelf.CURRENT.name:
        raise FormFileRefused(
            f"Formulir ini dari versi {reading.form.name}, sedangkan permohonan ini memakai {expected}. "
            "Unduh formulir dari halaman permohonan, salin jawaban Anda ke sana, lalu unggah."
        )
    return _in_todays_edition(reading)


def made_for(reading: Reading, submission: Submission | None, where: str) -> None:
    """Refuse a workbook that was made for another submission, whose page `where` is."""
    if reading.number and (submission is None or reading.number != submission.number):
        raise FormFileRefused(
            f"Buku kerja ini dibuat untuk permohonan {reading.number[:24]}. Unggah di halaman permohonan itu "
            f"({where}), atau unduh buku kerja kosong untuk yang baru."
        )


def _in_todays_edition(reading: Reading) -> Reading:
    """What today's form asks as well is taken; every other answer is named, with its cell."""
    form = shelf.CURRENT
    fitting = {
        code: value
        for code, value in reading.answers.items()
        if code in form and not form.question(code).problem(value)
    }
    left = [q for q in reading.form.questions if q.code in _sound(reading) - fitting.keys()]
    faults = [Fault(*reading.places[q.code], q.code, q.title, NOT_ASKED_NOW) for q in left]
    return replace(reading, form=form, answers=fitting, faults=[*reading.faults, *faults])


def _writable_in_new(reading: Reading, actor: User) -> frozenset[str]:
    is_officer = actor.has(Role.OFFICER)
    return frozenset(q.code for q in reading.form.questions if is_officer or not q.staff_only)


def _sound(reading: Reading) -> set[str]:
    """What was changed in the workbook and can be stored."""
    return reading.changed & reading.answers.keys()


def _differences(reading: Reading, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    sound = _sound(reading)
    return [
        _difference(reading, question, before, after)
        for question in reading.form.questions
        if question.code in sound and not question.same(before.get(question.code), after[question.code])
    ]


def _difference(
    reading: Reading, question: Question, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Difference:
    code = question.code
    sheet, cell = reading.places[code]
    moved = bool(reading.number) and fingerprint(question, before.get(code)) != reading.prints.get(code)
    asked = is_asked(reading.form, question, after)
    return Difference(question, before.get(code), after[code], sheet, cell, asked, moved)


def _closed(difference: Difference) -> Fault:
    question = difference.question
    return Fault(difference.sheet, difference.cell, question.code, question.title, CLOSED)


def _examined(store: FileStore, name: str, content: bytes) -> Upload:
    """The workbook as it may be kept. Before `write()`: the virus scanner may take seconds, and others would wait."""
    checked = check_upload(name, content)
    store.examine(checked[2])
    return checked


def _take(store: FileStore, submission: Submission, actor: User, file: Upload, at: datetime) -> Preview:
    found = preview(file[2], actor, submission)
    submissions.save_answers(submission, actor, found.given, at)
    _attach(store, submission, actor, file, at, sorted(found.given))
    return found


def _attach(
    store: FileStore, submission: Submission, actor: User, upload: Upload, at: datetime, codes: list[str]
) -> None:
    earlier = Attachment.submission == submission.id, Attachment.code == CODE, Attachment.removed_at.is_null()
    Attachment.update(removed_at=at).where(*earlier).execute()
    name, mime, content = upload
    file = keep_file(store, content, mime, at)
    Attachment.create(submission=submission, code=CODE, file=file, name=name, by=actor, at=at)
    facts = {"name": name, "sha256": file.sha256, "codes": codes}
    audit.record("submission", submission.number, "take_form_file", actor, at, facts=facts)


def _open_remarks(submission: Submission) -> dict[str, str]:
    """What the examiner asks, by question; several remarks on one question stand one below the other."""
    said: dict[str, str] = {}
    for remark in Remark.sent_of(submission):
        if remark.state == "open":
            said[remark.code] = "\n".join(filter(None, (said.get(remark.code, ""), remark.text)))
    return said


def _day(at: datetime) -> str:
    return wording.long_date(local(at).date())
