"""The form itself, a block a page: what is typed is kept, as it is typed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flask import Blueprint, Response, abort, make_response, render_template, request, send_file, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.likeness import alike_to
from pst.actions.submissions import attachments, completeness, designs, submissions
from pst.actions.submissions.progress import may_write
from pst.actions.submissions.replies import writable_codes
from pst.exchange.uploads import UploadRefused
from pst.forms.base import key_in
from pst.forms.submissions.blocks import BlockInput, read_block, settle
from pst.models.files import Attachment
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, is_undecided, problems
from pst.questionnaires.kinds import Block, Question, Questionnaire, Table
from pst.questionnaires.kinds import Files as FilesQuestion
from pst.rules.catalogue.design_checks import violations
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.web import filters
from pst.web.access import roles
from pst.web.fragments import saved, told, wants_fragment
from pst.web.instance import the_calendar, the_office, the_store

blueprint = Blueprint("answers", __name__, url_prefix="/permohonan")
writers = roles(Role.APPLICANT, Role.OFFICER)
readers = roles(Role.APPLICANT, Role.OFFICER, Role.HEAD)


@blueprint.get("/<number>/blok/<int:block_number>")
@writers
def show(number: str, block_number: int) -> Response | str:
    """One block to fill in."""
    submission, form, block = _find(number, block_number)
    if submission.status not in WITH_APPLICANT:
        return told(
            url_for("submissions.show", number=number),
            "Permohonan sudah dikirim; isiannya tidak dapat diubah sekarang.",
        )
    return render_template("submissions/submissions/block.html", **_shown(submission, form, block))


@blueprint.post("/<number>/blok/<int:block_number>")
@writers
def save(number: str, block_number: int) -> Response:
    """Keep what was typed: by itself while typing, or with a button."""
    submission, form, block = _find(number, block_number)
    before = {question.code for question in asked(form, submission.answers, block)}
    given = read_block(block, request.form, writable_codes(submission, current_user))
    try:
        merged = submissions.save_answers(submission, current_user, given.answers, clock.now(), given.seen)
        settle(given, merged)
        _take_files(submission, block, given)
        _release_file(submission, given)
    except StepRefused as refusal:
        return _refused_save(submission, str(refusal))
    if request.headers.get("X-Autosave"):
        return _autosaved(given, _marks(submission, form, merged.answers))
    if wants_fragment() or given.pressed:
        return _again(submission, form, block, given, 422 if given.refused else 200)
    wrong = {**problems(form, submission.answers, block), **given.refused}
    if wrong:
        return _again(submission, form, block, given, 422)
    return _onward(submission, form, block, before)


@blueprint.get("/<number>/berkas/<int:file_id>")
@readers
def download(number: str, file_id: int) -> Response:
    """An attachment, to whoever may see the submission; also one that was replaced since."""
    submission = Submission.find(current_user, number) or abort(404)
    attachment = Attachment.anywhere(submission, file_id) or abort(404)
    path = the_store().path(attachment.file_id)
    answer = send_file(path, mimetype=attachment.file.mime, as_attachment=True, download_name=attachment.name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


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


def _find(number: str, block_number: int) -> tuple[Submission, Questionnaire, Block]:
    submission = Submission.find_alone(current_user, number) or abort(404)
    if not may_write(submission, current_user):
        abort(404)
    form = shelf.find(submission.questionnaire)
    if block_number not in range(len(form.blocks)):
        abort(404)
    return submission, form, form.block(block_number)


def _shown(submission: Submission, form: Questionnaire, block: Block, given: BlockInput | None = None) -> dict:
    """Everything the page of a block shows; `given` is what was just typed."""
    answers = {**submission.answers, **(given.typed if given else {})}
    errors = {**problems(form, submission.answers, block), **(given.refused if given else {})}
    questions = _questions(submission, form, block, answers, errors)
    for item in questions:
        if given and item.question.code in given.overtaken:
            item.elsewhere = item.question.show(submission.answers.get(item.question.code)), item.mark
            item.mark = given.seen[item.question.code]
    return {
        "submission": submission,
        "save_url": url_for(
            ".save", number=submission.number, block_number=block.number, kembali=request.args.get("kembali")
        ),
        "back": _way_back(submission, form),
        "block": block,
        "blocks": form.blocks,
        "questions": questions,
        "limited": submission.submitted_at
        and (any(question.disabled for question in questions) or Remark.count_open(submission)),
        "undecided": is_undecided(block, answers),
        "errors": errors,
        "summary": [(code, f"{_title(form, code)}: {message}") for code, message in errors.items()],
        "last": block.number == len(form.blocks) - 1,
        "multipart": any(isinstance(question, FilesQuestion) for question in block.questions),
        "assisted": submission.applicant_id != current_user.id,
        "alike": alike_to(submission, the_office().everyday_words) if block.asks("judul_kegiatan") else [],
        "focus": _goes_on_at(block, given) if given else "",
        "open_row": given.row if given and given.pressed else None,
        "pasted": given.pasted if given else None,
        "metadata": the_office().metadata_required == "ya",
    }


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
        )
        for question in asked(form, answers, block)
        if not question.staff_only or current_user.has(Role.OFFICER)
    ]


def _advice(submission: Submission, form: Questionnaire, block: Block, answers: dict) -> dict[str, list[str]]:
    """What the rules say of this block, by question; nothing while an answer that a rule looks at is not there yet."""
    codes = {q.code for q in asked(form, answers, block)}
    open_yet = {q.code for q in asked(form, answers) if q.required and q.is_blank(answers.get(q.code))}
    design = designs.design_of(submission, answers, (), clock.now(), the_office(), the_calendar())
    found: dict[str, list[str]] = {}
    for finding in violations(design, block.number):
        if not open_yet.intersection(finding.rule.codes):
            found.setdefault(finding.place(codes), []).append(finding.message)
    return found


def _file_line(submission: Submission, item: Attachment) -> tuple[str, str, str, int]:
    """Name, address, size and id of an attachment."""
    address = url_for(".download", number=submission.number, file_id=item.id)
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
                given.refused[question.code] = f"{upload.filename[:80]}: {refusal}"


def _release_file(submission: Submission, given: BlockInput) -> None:
    """The button "Lepas" beside a file: everything else on the page is kept as well."""
    wanted = key_in(request.form.get("_detach"))
    attachment = Attachment.anywhere(submission, wanted) if wanted else None
    if attachment and attachment.removed_at is None:
        attachments.remove_attachment(attachment, submission, current_user, clock.now())
        given.pressed = attachment.code


def _autosaved(given: BlockInput, marks: list[str]) -> Response:
    """One plain line for the script: stored, or what could not be; and the new marks of what was stored."""
    if given.overtaken:
        line, status = "Ada isian yang juga diubah di tempat lain. Tekan Simpan untuk melihat keduanya.", 422
    elif given.refused:
        line, status = "Ada isian yang tidak dapat disimpan. Tekan Simpan untuk melihat sebabnya.", 422
    else:
        line, status = f"Tersimpan {filters.hour(clock.now())}", 200
    return Response(line, status, {"X-Drawn": " ".join(marks)}, mimetype="text/plain")


def _marks(submission: Submission, form: Questionnaire, codes: Iterable[str]) -> list[str]:
    return [f"{code}:{form.question(code).mark(submission.answers.get(code))}" for code in codes]


def _refused_save(submission: Submission, why: str) -> Response:
    if request.headers.get("X-Autosave"):
        return Response(why, 409, mimetype="text/plain")
    return told(url_for("submissions.show", number=submission.number), why)


def _again(submission: Submission, form: Questionnaire, block: Block, given: BlockInput, status: int) -> Response:
    """The block once more, with everything typed: for htmx only its questions."""
    page = "submissions/submissions/_questions.html" if wants_fragment() else "submissions/submissions/block.html"
    result = "refused" if status == 422 else "saved"
    answer = make_response(render_template(page, result=result, **_shown(submission, form, block, given)), status)
    answer.vary.add("HX-Request")
    return answer


def _onward(submission: Submission, form: Questionnaire, block: Block, before: set[str]) -> Response:
    """Where the pressed button leads; a page whose answers opened further questions is shown again first."""
    number = submission.number
    opened = {question.code for question in asked(form, submission.answers, block)} - before
    here = url_for(".show", number=number, block_number=block.number, kembali=request.args.get("kembali"))
    if opened and "_overview" not in request.form:
        return saved(here, "Tersimpan. Jawaban tadi membuka pertanyaan tambahan di halaman ini.", number)
    if "_stay" in request.form:
        return saved(here, f"Tersimpan {filters.hour(clock.now())}.", number)
    if "_overview" not in request.form and (back := _way_back(submission, form)):
        return saved(back.url, "Isian tersimpan.", number)
    following = _next_block(submission, form, block)
    if "_overview" in request.form or following is None:
        return saved(url_for("submissions.show", number=number), "Isian tersimpan.", number)
    return saved(url_for(".show", number=number, block_number=following.number), f"{block.title} tersimpan.", number)


@dataclass(frozen=True)
class WayBack:
    """Where a page leads on to when it was opened to change one answer: the words of its buttons, and the address."""

    words: str
    url: str


def _way_back(submission: Submission, form: Questionnaire) -> WayBack | None:
    """`kembali` in the address: the question that was to be changed from the check page, or "catatan"."""
    wanted = request.args.get("kembali", "")
    if wanted == "catatan":
        return WayBack("catatan petugas", url_for("submissions.show", number=submission.number, lihat="catatan"))
    if wanted in form:
        return WayBack("Periksa jawaban", url_for("submissions.check", number=submission.number) + f"#jawaban-{wanted}")
    return None


def _next_block(submission: Submission, form: Questionnaire, block: Block) -> Block | None:
    """The next block that asks anything, passing over a sample design that does not apply."""
    later = (other for other in form.blocks if other.number > block.number)
    return next((other for other in later if asked(form, submission.answers, other)), None)
