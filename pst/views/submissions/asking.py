"""A block of questions as a page draws it, and what is kept of it: a block of the form, or a round of corrections."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flask import Response, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from pst import clock
from pst.actions.submissions import attachments, completeness, designs, submissions
from pst.actions.submissions.replies import writable_codes
from pst.exchange.uploads import UploadRefused
from pst.forms.base import key_in
from pst.forms.submissions.blocks import BlockInput, read_block, settle
from pst.models.catalogue.definitions import Definition, definitions_of
from pst.models.files import Attachment
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, is_asked, is_undecided, problems
from pst.questionnaires.kinds import Block, Question, Questionnaire, Table
from pst.questionnaires.kinds import Files as FilesQuestion
from pst.rules.catalogue.beside import read_beside
from pst.rules.catalogue.design_checks import violations
from pst.rules.catalogue.sample_sheets import CODE
from pst.rules.roles import Role
from pst.web import filters
from pst.web.instance import the_calendar, the_office, the_store

WRONG = "X-Wrong"
"""The header that names the fields still complained of, so that a mended one leaves the error summary."""


@dataclass
class Asked:
    """A question as the page draws it; `elsewhere` has the answer stored from another page meanwhile, and its mark."""

    question: Question
    value: object
    mark: str
    elsewhere: tuple[str, str] | None = None
    error: str = ""
    remark: str = ""
    disabled: bool = False
    controls: bool = False
    attachments: list = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    """What the rules about designs say of an answer that is there; it never keeps anything from being sent."""
    details: list[str] = field(default_factory=list)
    """What is kept beside the answer."""


def drawn(submission: Submission, form: Questionnaire, block: Block, given: BlockInput | None = None) -> dict:
    """The questions of a block and all that is said around them; `given` is what was just typed."""
    answers = {**submission.answers, **(given.typed if given else {})}
    errors = {**problems(form, submission.answers, block), **(given.refused if given else {})}
    questions = _questions(submission, form, block, answers, errors)
    for item in questions:
        if given and item.question.code in given.overtaken:
            item.elsewhere = item.question.show(submission.answers.get(item.question.code)), item.mark
            item.mark = given.seen[item.question.code]
    return {
        "submission": submission,
        "questions": questions,
        "undecided": is_undecided(block, answers),
        "errors": errors,
        "summary": [(code, f"{_title(form, code)}: {message}") for code, message in errors.items()],
        "multipart": any(isinstance(question, FilesQuestion) for question in block.questions),
        "assisted": current_user.is_staff and submission.applicant_id != current_user.id,
        "focus": _goes_on_at(block, given) if given else "",
        "open_row": given.row if given and given.pressed else None,
        "pasted": given.pasted if given else None,
        "offers": offers(given),
        "metadata": the_office().metadata_required == "ya",
        "calculator": block.asks(CODE) and _calculator(submission),
    }


def _calculator(submission: Submission) -> str:
    """Of sample sizes: the submission's own while its question is open, elsewhere everybody's."""
    if CODE in writable_codes(submission, current_user):
        return url_for("sample_sheets.show", number=submission.number)
    return url_for("sample_size.show")


def offers(given: BlockInput | None) -> list[tuple[Definition, str]] | None:
    """Definitions of what a row names, each with the cells that its button brings along; None where none are asked."""
    if given is None or not given.defining:
        return None
    name = str(given.typed[given.pressed][given.row].get("nama") or "")
    return [(each, json.dumps(each.cells, ensure_ascii=False)) for each in definitions_of(name)]


def keep(submission: Submission, block: Block, typed: MultiDict[str, str]) -> tuple[BlockInput, list[str]]:
    """Store what was typed and attach what was chosen; also the new marks of what was stored."""
    given = read_block(block, typed, writable_codes(submission, current_user))
    merged = submissions.save_answers(submission, current_user, given.answers, clock.now(), given.seen)
    settle(given, merged)
    _take_files(submission, block, given)
    _release_file(submission, given)
    form = shelf.find(submission.questionnaire)
    return given, [f"{code}:{form.question(code).mark(submission.answers.get(code))}" for code in merged.answers]


def _goes_on_at(block: Block, given: BlockInput) -> str:
    """Where typing goes on after a button inside the form: a question, or the first field of a row."""
    question = next((question for question in block.questions if question.code == given.pressed), None)
    if not isinstance(question, Table):
        return question.code if question else ""
    if given.pasted:
        return f"{question.code}-cells"
    return f"{question.code}-{given.row}-{question.columns[0].code}"


def _questions(submission: Submission, form: Questionnaire, block: Block, answers: dict, errors: dict) -> list[Asked]:
    writable = writable_codes(submission, current_user)
    remarks = Remark.open_texts(submission) if submission.submitted_at else {}
    controlling = {code for question in form.questions if question.ask_if for code in question.ask_if.codes}
    takes_files = any(isinstance(question, FilesQuestion) for question in block.questions)
    attachments = list(Attachment.of(submission)) if takes_files else []
    required = completeness.also_required(submission, the_office())
    advice = _advice(submission, form, block, answers)
    details = read_beside(submission.beside)
    return [
        Asked(
            question=replace(question, required=True) if question.code in required else question,
            value=answers.get(question.code),
            mark=question.mark(submission.answers.get(question.code)),
            error=errors.get(question.code, ""),
            remark=remarks.get(question.code, ""),
            disabled=question.code not in writable,
            controls=question.code in controlling,
            attachments=[_file_line(submission, item) for item in attachments if item.code == question.code],
            advice=advice.get(question.code, []),
            details=details.get(question.code, []),
        )
        for question in asked(form, answers, block)
        if not question.staff_only or current_user.has(Role.OFFICER)
    ]


def _advice(submission: Submission, form: Questionnaire, block: Block, answers: dict) -> dict[str, list[str]]:
    """What the rules say of this block, by question; nothing while an answer that a rule looks at is not there yet."""
    codes = {q.code for q in asked(form, answers, block)}
    if not codes:
        return {}
    design = designs.design_of(submission, answers, (), clock.now(), the_office(), the_calendar())
    found: dict[str, list[str]] = {}
    for finding in violations(design, block.number if block.number >= 0 else None):
        if not any(_is_open(form, code, answers) for code in finding.rule.codes):
            found.setdefault(finding.place(codes), []).append(finding.message)
    return found


def _is_open(form: Questionnaire, code: str, answers: dict) -> bool:
    """The question has to be answered, and is not yet."""
    question = form.question(code)
    return question.required and question.is_blank(answers.get(code)) and is_asked(form, question, answers)


def _file_line(submission: Submission, item: Attachment) -> tuple[str, str, str, int]:
    """Name, address, size and id of an attachment."""
    address = url_for("answers.download", number=submission.number, file_id=item.id)
    return item.name, address, filters.file_size(item.file.size), item.id


def _title(form: Questionnaire, field_id: str) -> str:
    code = field_id.split("-")[0]
    return form.question(code).label if code in form else "Isian"


def _take_files(submission: Submission, block: Block, given: BlockInput) -> None:
    """Attach what came with the form; a refused file is told beside its question."""
    store = the_store()
    for question in block.questions:
        if not isinstance(question, FilesQuestion):
            continue
        for upload in request.files.getlist(question.code):
            if not upload.filename:
                continue
            try:
                attachments.attach_file(
                    store, submission, current_user, question.code, upload.filename, upload.read(), clock.now()
                )
            except UploadRefused as refusal:
                told = f"{upload.filename[:80]}: {refusal}"
                given.refused[question.code] = " ".join(filter(None, (given.refused.get(question.code), told)))


def _release_file(submission: Submission, given: BlockInput) -> None:
    """The button "Lepas" beside a file: everything else on the page is kept as well."""
    wanted = key_in(request.form.get("_detach"))
    attachment = Attachment.anywhere(submission, wanted) if wanted else None
    if attachment and attachment.removed_at is None:
        attachments.remove_attachment(attachment, submission, current_user, clock.now())
        given.pressed = attachment.code


def autosaved(given: BlockInput, marks: list[str], wrong: Iterable[str]) -> Response:
    """One plain line for the script: stored, or what could not be; the new marks, and the fields still `wrong`."""
    if given.overtaken:
        line, status = "Ada isian yang juga diubah di tempat lain. Tekan Simpan untuk melihat keduanya.", 422
    elif given.refused:
        line, status = "Ada isian yang tidak dapat disimpan. Tekan Simpan untuk melihat sebabnya.", 422
    else:
        line, status = f"Tersimpan {filters.hour(clock.now())}", 200
    headers = {"X-Drawn": " ".join(marks), WRONG: " ".join([*given.refused, *wrong])}
    return Response(line, status, headers, mimetype="text/plain")
