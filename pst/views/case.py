"""What an officer's page of one submission shows: its head and its sections, each from named queries.

The page and its fragments (`review/_question.html`, `_remark.html`, `_noted.html`) come from these functions.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import abort, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit, messages
from pst.actions.evaluations import may_be_refused_from
from pst.forms.review import AssignForm, RemarkForm, RomantikForm
from pst.models import worklist
from pst.models.audit import Event
from pst.models.evaluations import Evaluation, InternalNote, Opinion
from pst.models.files import Attachment
from pst.models.messages import Message
from pst.models.office import the_office
from pst.models.remarks import Remark, RemarkTemplate
from pst.models.submissions import Revision, Submission
from pst.models.users import User
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, changed
from pst.questionnaires.kinds import Block, Question
from pst.rules import differences, labels
from pst.rules.office import Office
from pst.rules.roles import Role
from pst.rules.workflow import Status
from pst.views import letters, steps
from pst.views.filters import file_size
from pst.views.progress import progress_of

SECTIONS = (
    ("isian", "Isian dan catatan"),
    ("perubahan", "Perubahan"),
    ("evaluasi", "Evaluasi"),
    ("pesan", "Pesan"),
    ("jam", "Jam layanan"),
    ("riwayat", "Riwayat"),
    ("surat", "Surat"),
)
FIRST_SECTION = {
    Status.REVISED: "perubahan",
    Status.EVALUATION: "evaluasi",
    Status.DRAFTING: "surat",
    Status.AWAITING_SIGNATURE: "surat",
    Status.ISSUED: "surat",
    Status.COMPLETED: "surat",
}
TOGETHER = timedelta(minutes=5)
"""Who opened the page within this time is taken to be working on it."""

REMARK_TONES = {"settled": "success", "advice": "info", "must": "warning"}


@dataclass
class Asked:
    """One question as the officer reads it; `question` is None for the submission as a whole."""

    code: str
    question: Question | None
    value: Any = None
    attachments: list[tuple[str, str, str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    box: RemarkForm | None = None


@dataclass(frozen=True)
class Difference:
    """One question that changed or was remarked on: both versions in pieces, and its remarks."""

    title: str
    old: differences.Pieces
    new: differences.Pieces
    changed: bool
    remarks: list[Remark]


def find(number: str) -> Submission:
    """The submission, if this person works on it; what one applies for oneself is on the applicant's page."""
    submission = Submission.find(current_user, number) or abort(404)
    if submission.applicant_id == current_user.id:
        abort(404)
    return submission


def first_section(submission: Submission) -> str:
    """Where the work is, now."""
    return FIRST_SECTION.get(submission.state, "isian")


def head(submission: Submission, section: str) -> dict[str, Any]:
    """What stands around every section; remembers that this person opened the submission."""
    office = the_office()
    progress = progress_of(submission)
    number = submission.number
    return {
        "submission": submission,
        "section": section,
        "sections": _tabs(submission, section),
        "progress": progress,
        "steps": steps.buttons(submission, current_user, office),
        "others": look(submission),
        "silent_from": _silent_from(submission, office),
        "assign_form": assign_form(submission),
        "romantik_form": RomantikForm(formdata=None, obj=submission),
        "channel": labels.CHANNEL_LABELS.get(submission.channel, submission.channel),
        "may_work": current_user.has(Role.OFFICER),
        "remarkable": steps.may_remark(submission, current_user),
        "noted": Remark.noted_of(submission),
        "contact_shown": False,
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            ("Permohonan", url_for("worklist.register")),
            (number, ""),
        ],
    }


def look(submission: Submission) -> list[Any]:
    """Who else has it open; one's own look is kept once in five minutes, so that the log stays readable."""
    at, what = clock.now(), f"submission {submission.number}"
    seen = worklist.looks_since(what, at - TOGETHER)
    if current_user.id not in {row.id for row in seen}:
        audit.record_look(current_user, what, at, "Membuka permohonan")
    return [row for row in seen if row.id != current_user.id]


def assign_form(submission: Submission, formdata: Any = None) -> AssignForm:
    """Whom it may be given to, the present officer chosen."""
    form = AssignForm(formdata=formdata, officer=submission.assignee_id)
    form.officer.choices = [
        (person.id, person.name) for person in User.officers() if person.id != submission.applicant_id
    ]
    return form


def answers(submission: Submission, box: RemarkForm | None = None) -> dict[str, Any]:
    """The answers as they were last sent, block by block, each with its remarks; `box` is the form that is open."""
    form = shelf.find(submission.questionnaire)
    given, files = _sent(submission)
    remarks = _by_code(Remark.of(submission))
    blocks = [
        (block, [_asked(question, given, files, remarks, box) for question in asked(form, given, block)])
        for block in form.blocks
    ]
    whole = Asked("", None, remarks=remarks.get("", []), box=box if box and not box.code.data else None)
    return {"blocks": [(block, items) for block, items in blocks if items], "whole": whole, **remark_words()}


def question(submission: Submission, code: str, box: RemarkForm | None = None) -> dict[str, Any]:
    """One question with its answer and remarks: what `_question.html` shows."""
    form = shelf.find(submission.questionnaire)
    remarks = _by_code(Remark.of(submission))
    if not code:
        item = Asked("", None, remarks=remarks.get("", []), box=box)
    elif code in form:
        given, files = _sent(submission)
        item = _asked(form.question(code), given, files, remarks, box)
    else:
        abort(404)
    context = {"submission": submission, "remarkable": steps.may_remark(submission, current_user)}
    return {"item": item, **context, **remark_words()}


def remark_box(submission: Submission, code: str, formdata: Any = None, **data: Any) -> RemarkForm:
    """The form for a remark on this question, with the office's sentences for its block."""
    form = RemarkForm(formdata=formdata, code=code, **data)
    questionnaire = shelf.find(submission.questionnaire)
    block: Block | None = questionnaire.block_of(code) if code in questionnaire else None
    fitting = [t for t in RemarkTemplate.all_in_order() if block is None or t.block in (None, block.number)]
    form.template.choices = [(str(template.id), template.heading) for template in fitting]
    form.sentences = {str(template.id): template.text for template in fitting}
    return form


def remark_words() -> dict[str, Any]:
    """The words remarks are shown with."""
    return {
        "severities": labels.SEVERITY_LABELS,
        "remark_states": labels.REMARK_STATE_LABELS,
        "remark_tones": REMARK_TONES,
    }


def changes(submission: Submission) -> dict[str, Any]:
    """The last two revisions side by side: what was remarked on first, then whatever else changed."""
    remarks = _by_code(Remark.of(submission))
    pair = Revision.newest(submission, 2)
    context: dict[str, Any] = {
        "revisions": pair,
        "remarked": [],
        "unasked": [],
        "files": [],
        **remark_words(),
    }
    if len(pair) < 2:
        return context
    new, old = pair
    form = shelf.find(new.questionnaire)
    moved = {change.question.code: change for change in changed(form, old.answers, new.answers)}
    for code in ["", *(q.code for q in form.questions)]:
        if code in moved or code in remarks:
            place = "remarked" if code in remarks else "unasked"
            context[place].append(_difference(form, code, old, new, code in moved, remarks.get(code, [])))
    context["files"] = _file_changes(old.attachments, new.attachments)
    return context


def evaluation(submission: Submission) -> dict[str, Any]:
    """The team's sitting, its opinions, the discussion inside the office."""
    sitting = Evaluation.latest(submission)
    opinions = list(Opinion.of(sitting)) if sitting else []
    invited = {opinion.officer_id for opinion in opinions}
    return {
        "sitting": sitting,
        "opinions": opinions,
        "mine": next((opinion for opinion in opinions if opinion.officer_id == current_user.id), None),
        "notes": list(InternalNote.of(submission)),
        "colleagues": [p for p in User.colleagues() if p.id not in invited | {submission.applicant_id}],
        "sitting_now": submission.status == Status.EVALUATION and sitting is not None,
        "stances": labels.STANCE_LABELS,
    }


def conversation(submission: Submission) -> dict[str, Any]:
    """The messages; those of the applicant count as read."""
    messages.mark_read(submission, by_office=True, at=clock.now())
    return {"messages": list(Message.of(submission))}


def history(submission: Submission) -> dict[str, Any]:
    """Everything that happened, newest first."""
    return {"events": list(Event.of("submission", submission.number))[::-1], "private": labels.PRIVATE_VERBS}


def letter(submission: Submission) -> dict[str, Any]:
    """The letter, and beside it what the examination came to: what the head reads before signing."""
    remarks = list(Remark.of(submission))
    settled = sum(remark.state == "settled" for remark in remarks)
    return {
        "sitting": Evaluation.latest(submission),
        "remark_count": len(remarks),
        "settled_count": settled,
        "stances": labels.STANCE_LABELS,
        **letters.desk_context(submission, current_user),
    }


SHOWN = {
    "isian": answers,
    "perubahan": changes,
    "evaluasi": evaluation,
    "pesan": conversation,
    "jam": lambda submission: {},
    "riwayat": history,
    "surat": letter,
}


def _tabs(submission: Submission, section: str) -> list[tuple[str, str, bool]]:
    unread = Message.unread(submission, by_office=True)
    more = {"pesan": f" ({unread} baru)" if unread else ""}
    return [
        (
            label + more.get(key, ""),
            url_for("review.show", number=submission.number, lihat=key),
            key == section,
        )
        for key, label in SECTIONS
    ]


def _silent_from(submission: Submission, office: Office):
    """The day from which silence may lead to refusal, once it has come."""
    day = may_be_refused_from(submission, office)
    return day if day and clock.today() >= day else None


def _sent(submission: Submission) -> tuple[dict[str, Any], dict[str, list[tuple[str, str, str]]]]:
    """Answers and files of the last revision; of a draft that the office enters, what stands there now."""
    attached = list(Attachment.ever_of(submission))
    if submission.revision == 0:
        current = [item for item in attached if item.removed_at is None]
        return submission.answers, _linked(submission, current)
    last = Revision.newest(submission)[0]
    sent = {(item["code"], item["sha256"]) for item in last.attachments}
    latest = {(item.code, item.file_id): item for item in attached}
    return last.answers, _linked(submission, [latest[key] for key in latest if key in sent])


def _linked(submission: Submission, attached: list[Attachment]) -> dict[str, list[tuple[str, str, str]]]:
    """Files by question: name, address, size and hash."""
    files: dict[str, list[tuple[str, str, str]]] = {}
    for item in attached:
        url = url_for("answers.download", number=submission.number, file_id=item.id)
        note = f"{file_size(item.file.size)}, SHA-256 {item.file_id[:12]}…"
        files.setdefault(item.code, []).append((item.name, url, note))
    return files


def _asked(question: Question, given, files, remarks, box: RemarkForm | None) -> Asked:
    code = question.code
    mine = box if box is not None and box.code.data == code else None
    return Asked(code, question, given.get(code), files.get(code, []), remarks.get(code, []), mine)


def _by_code(remarks) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(remark.code, []).append(remark)
    return found


def _difference(
    form, code: str, old: Revision, new: Revision, moved: bool, remarks: list[Remark]
) -> Difference:
    if not code or code not in form:
        return Difference("Permohonan secara keseluruhan", [], [], False, remarks)
    question = form.question(code)
    before, after = (question.show(revision.answers.get(code)) for revision in (old, new))
    pieces = differences.word_pieces(before, after) if moved else ([(False, before)], [(False, after)])
    return Difference(question.title, *pieces, moved, remarks)


def _file_changes(old: list[dict], new: list[dict]) -> list[tuple[str, str]]:
    """(what happened, name) for files that came or went."""
    keys = [{(item["code"], item["sha256"]) for item in files} for files in (old, new)]
    gone = [("Dilepas", item["name"]) for item in old if (item["code"], item["sha256"]) not in keys[1]]
    come = [("Ditambahkan", item["name"]) for item in new if (item["code"], item["sha256"]) not in keys[0]]
    return gone + come
