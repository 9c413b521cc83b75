"""The answers as an officer reads them: beside each its remarks, and what changed since the revision before.

`review/_question.html` and `_remark.html` are drawn from these, on the page and alone.
"""

from dataclasses import dataclass, field
from typing import Any

from flask import abort, url_for
from flask_login import current_user

from pst.actions.review.remarks import REOPENED_FROM, SETTLED_FROM
from pst.actions.submissions.designs import burden_lines
from pst.forms.review.case import RemarkForm
from pst.models.files import Attachment
from pst.models.office.sentences import Sentence
from pst.models.review.examinations import Examined
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, changed
from pst.questionnaires.kinds import Question
from pst.rules import differences
from pst.rules.catalogue.design_checks import Design, Rule, Severity, judge
from pst.rules.office.sentences import IN_REMARKS
from pst.rules.review import labels
from pst.views.review.buttons import may_remark
from pst.views.review.checklist import Listed, checklist, design_sent
from pst.web.filters import file_size

FileLink = tuple[str, str, str, int]
"""A file as answers show it: name, address, size with hash, id."""

DRAWN = ("choices", "files", "long_text", "table")
"""Kinds of questions whose answers are more than a line."""

REMARK_TONES = {"settled": "success", "advice": "info", "must": "warning"}


@dataclass
class Asked:
    """One question as the officer reads it; `question` is None for the submission as a whole."""

    code: str
    question: Question | None
    value: Any = None
    attachments: list[FileLink] = field(default_factory=list)
    remarks: list[Any] = field(default_factory=list)
    """Rows of `Remark.shown_of`."""
    box: RemarkForm | None = None
    findings: list[Listed] = field(default_factory=list)
    """What the rules find in this answer."""
    line: str | None = None
    """The answer where a line says it ("" for none); None where its kind draws more than a line."""


@dataclass(frozen=True)
class Difference:
    """One question that changed or was remarked on: both versions in pieces, and its remarks."""

    title: str
    old: differences.Pieces
    new: differences.Pieces
    changed: bool
    remarks: list[Any]


def answers(submission: Submission, box: RemarkForm | None = None) -> dict[str, Any]:
    """The answers as last sent, block by block, each with its remarks; `box` is the form that is open."""
    form = shelf.find(submission.questionnaire)
    given, files = _sent(submission)
    remarks = _by_code(Remark.shown_of(submission))
    design = _design(submission, given, files)
    findings = _findings(submission, design, given, remarks)
    blocks = [
        (block, [_asked(question, given, files, remarks, findings, box) for question in asked(form, given, block)])
        for block in form.blocks
    ]
    whole = Asked("", None, remarks=remarks.get("", []), box=box if box and not box.code.data else None)
    whole.findings = findings.get("", [])
    return {
        "burden": burden_lines(design),
        "blocks": [(block, items) for block, items in blocks if items],
        "whole": whole,
        "marks": Examined.of(submission),
    }


def question(submission: Submission, code: str, box: RemarkForm | None = None) -> dict[str, Any]:
    """One question with its answer and remarks: what `_question.html` shows."""
    form = shelf.find(submission.questionnaire)
    remarks = _by_code(Remark.shown_of(submission))
    given, files = _sent(submission)
    findings = _findings(submission, _design(submission, given, files), given, remarks)
    if not code:
        item = Asked("", None, remarks=remarks.get("", []), box=box, findings=findings.get("", []))
    elif code in form:
        item = _asked(form.question(code), given, files, remarks, findings, box)
    else:
        abort(404)
    return {"item": item, **around(submission)}


def agreed_box(submission: Submission, rule: Rule, code: str) -> RemarkForm:
    """The form for a remark that says what this rule found."""
    given, files = _sent(submission)
    found = judge(rule, _design(submission, given, files))
    severity = "must" if rule.severity == Severity.ERROR else "advice"
    sentence = Sentence.of_rule(rule.id)
    return remark_box(
        submission, code, severity=severity, text=found.message, sentence=str(sentence.id) if sentence else ""
    )


def remark_box(submission: Submission, code: str, formdata: Any = None, **data: Any) -> RemarkForm:
    """The form for a remark on this question, with the office's sentences for its block."""
    form = RemarkForm(formdata=formdata, code=code, **data)
    questionnaire = shelf.find(submission.questionnaire)
    block = questionnaire.block_of(code) if code in questionnaire else None
    fitting = [t for t in Sentence.offered(*IN_REMARKS) if block is None or t.block in (None, block.number)]
    form.offer((t.id, t.heading, t.text) for t in fitting)
    return form


def one_remark(submission: Submission, remark_id: int) -> dict[str, Any]:
    """One remark as it is now: what `_remark.html` shows."""
    remark = next((row for row in Remark.shown_of(submission) if row.id == remark_id), None) or abort(404)
    return {"remark": remark, **around(submission)}


def sent_answers(submission: Submission) -> dict[str, Any]:
    """The answers of the last revision, or of the draft where nothing was sent yet."""
    return submission.answers if submission.revision == 0 else Revision.newest(submission)[0].answers


def around(submission: Submission) -> dict[str, Any]:
    """What a question or a remark needs around it: the submission's address, the words, who may write."""
    return {
        "submission": submission,
        "here": url_for("review.show", number=submission.number),
        "remarkable": may_remark(submission, current_user),
        "severities": labels.SEVERITY_LABELS,
        "remark_states": labels.REMARK_STATE_LABELS,
        "remark_tones": REMARK_TONES,
        "waiting": ("open",),
        "settleable": SETTLED_FROM,
        "reopenable": REOPENED_FROM,
        "changeable": ("noted",),
    }


def changes(submission: Submission) -> dict[str, Any]:
    """The last two revisions side by side: what was remarked on first, then whatever else changed."""
    remarks = _by_code(Remark.shown_of(submission))
    pair = Revision.newest(submission, 2)
    context: dict[str, Any] = {"revisions": pair, "remarked": [], "unasked": [], "files": []}
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


def _sent(submission: Submission) -> tuple[dict[str, Any], dict[str, list[FileLink]]]:
    """Answers and files of the last revision; of a draft that the office enters, what stands there now."""
    attached = Attachment.ever_of(submission)
    if submission.revision == 0:
        current = [item for item in attached if item.removed_at is None]
        return submission.answers, _linked(submission, current)
    last = Revision.newest(submission)[0]
    sent = {(item["code"], item["sha256"]) for item in last.attachments}
    latest = {(item.code, item.file_id): item for item in attached}
    return last.answers, _linked(submission, [latest[key] for key in latest if key in sent])


def _linked(submission: Submission, attached: list[Attachment]) -> dict[str, list[FileLink]]:
    """Files by question: name, address, size and hash."""
    files: dict[str, list[FileLink]] = {}
    for item in attached:
        url = url_for("answers.download", number=submission.number, file_id=item.id)
        note = f"{file_size(item.file.size)}, SHA-256 {item.file_id[:12]}…"
        files.setdefault(item.code, []).append((item.name, url, note, item.id))
    return files


def _design(submission: Submission, given: dict[str, Any], files: dict[str, list[FileLink]]) -> Design:
    return design_sent(submission, given, [name for links in files.values() for name, *_ in links])


def _findings(submission: Submission, design: Design, given: dict[str, Any], remarks) -> dict[str, list[Listed]]:
    codes = {question.code for question in asked(shelf.find(submission.questionnaire), given)}
    return checklist(submission, design, codes, [remark.text for rows in remarks.values() for remark in rows])


def _asked(question: Question, given, files, remarks, findings, box: RemarkForm | None) -> Asked:
    code = question.code
    mine = box if box is not None and box.code.data == code else None
    value = given.get(code)
    line = None if question.kind in DRAWN else question.show(value)
    return Asked(code, question, value, files.get(code, []), remarks.get(code, []), mine, findings.get(code, []), line)


def _by_code(remarks: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for remark in remarks:
        found.setdefault(remark.code, []).append(remark)
    return found


def _difference(form, code: str, old: Revision, new: Revision, moved: bool, remarks: list[Any]) -> Difference:
    if not code or code not in form:
        return Difference("Permohonan secara keseluruhan", [], [], False, remarks)
    question = form.question(code)
    before, after = (question.show(revision.answers.get(code)) for revision in (old, new))
    old_pieces, new_pieces = differences.word_pieces(before, after) if moved else ([(False, before)], [(False, after)])
    return Difference(question.title, old_pieces, new_pieces, moved, remarks)


def _file_changes(old: list[dict], new: list[dict]) -> list[tuple[str, str]]:
    """(what happened, name) for files that came or went."""
    keys = [{(item["code"], item["sha256"]) for item in files} for files in (old, new)]
    gone = [("Dilepas", item["name"]) for item in old if (item["code"], item["sha256"]) not in keys[1]]
    come = [("Ditambahkan", item["name"]) for item in new if (item["code"], item["sha256"]) not in keys[0]]
    return gone + come
