"""The sheet of answers as pages and fragments show it: whole or narrowed, one part, one question, one remark."""

from collections.abc import Callable
from typing import Any

from flask import abort, request, url_for
from flask_login import current_user

from pst.actions.review.remarks import REOPENED_FROM, SETTLED_FROM
from pst.actions.submissions.designs import burden_lines
from pst.forms.review.case import RemarkForm
from pst.models.office.sentences import Sentence
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.rules.catalogue.design_checks import Rule, Severity, judge
from pst.rules.office.sentences import IN_REMARKS
from pst.rules.review import labels
from pst.views.review.buttons import may_remark
from pst.views.review.sheet import Asked, Part, Sheet

REMARK_TONES = {"settled": "success", "advice": "info", "must": "warning"}

FILTERS: dict[str, tuple[str, Callable[[Part, Asked], Any]]] = {
    "": ("Semua", lambda _part, _item: True),
    "bercatatan": ("Bercatatan", lambda _part, item: item.remarks),
    "berubah": ("Berubah", lambda _part, item: item.changed),
    "belum-diperiksa": ("Belum diperiksa", lambda part, _item: part.examined is None),
}
"""What of the sheet is shown, as addresses name it (`saring`)."""


def answers(submission: Submission, box: RemarkForm | None = None) -> dict[str, Any]:
    """The sheet, part by part, as far as the address asks for it."""
    sheet, wanted = Sheet(submission, box), request.args.get("saring", "")
    _, lets_through = FILTERS.get(wanted) or abort(404)
    parts, whole = sheet.parts(), sheet.item("")
    filters = _filters(submission, parts, wanted)
    for part in parts if wanted else ():
        part.items = [item for item in part.items if item.box or lets_through(part, item)]
        part.open = True
    return {
        "parts": parts,
        "whole": whole if not wanted or (whole.remarks and wanted == "bercatatan") else None,
        "burden": [] if wanted else burden_lines(sheet.design),
        "filters": filters,
        "filtered": wanted,
        "revisions": sheet.revisions,
        "papers": [link for links in sheet.links.values() for link in links],
        "remarks": sheet.rows,
        "marks": {part.block.number for part in parts if part.examined},
    }


def _filters(submission: Submission, parts: list[Part], wanted: str) -> list[tuple[str, str, bool]]:
    """Each filter with the number of questions it lets through, its address, and whether it is chosen."""
    here = {"number": submission.number, "lihat": "isian"}
    return [
        (
            f"{label} ({sum(bool(lets_through(part, item)) for part in parts for item in part.items)})",
            url_for("review.show", **here, saring=key or None),
            key == wanted,
        )
        for key, (label, lets_through) in FILTERS.items()
    ]


def question(submission: Submission, code: str, box: RemarkForm | None = None) -> dict[str, Any]:
    """One question with its answer and remarks: what `_question.html` shows."""
    if code and code not in shelf.find(submission.questionnaire):
        abort(404)
    return {"item": Sheet(submission, box).item(code), **around(submission)}


def part(submission: Submission, number: int) -> dict[str, Any]:
    """One block, whole: what `_part.html` shows."""
    found = next(part for part in Sheet(submission).parts() if part.block.number == number)
    return {"part": found, **around(submission)}


def agreed_box(submission: Submission, rule: Rule, code: str) -> RemarkForm:
    """The form for a remark that says what this rule found."""
    found = judge(rule, Sheet(submission).design)
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
