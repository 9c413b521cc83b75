"""Metadata of variables and indicators (MS-Var, MS-Ind): a page each, and both as a workbook."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from pst import clock
from pst.actions.submissions import metadata
from pst.exchange.uploads import XLSX
from pst.forms.submissions.blocks import BlockInput, read_block, settle
from pst.forms.submissions.form_files import FormFileForm
from pst.models.submissions.submissions import Submission
from pst.questionnaires.answers import problems
from pst.questionnaires.kinds import Block, Table
from pst.questionnaires.metadata import METADATA
from pst.rules.roles import Role
from pst.views.submissions.asking import Asked, offers
from pst.views.submissions.cases import find_to_write, own_page
from pst.web.access import roles
from pst.web.downloads import file_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_config
from pst.web.limits import limit
from pst.web.waiting_files import GONE, confirmed_file, keep_waiting, shown_file, taking

blueprint = Blueprint("metadata", __name__, url_prefix="/permohonan/<number>")
writers = roles(Role.APPLICANT, Role.OFFICER)

PAGE, UPLOAD = "submissions/metadata/show.html", "submissions/metadata/upload.html"
PARTS = {block.key: block for block in METADATA.blocks}
WAITING_FILE = "metadata-xlsx"


@blueprint.get("/metadata/<part>")
@writers
def show(number: str, part: str) -> str:
    """One of the two tables, begun from what the form says already."""
    return render_template(PAGE, **_shown(find_to_write(number), PARTS.get(part) or abort(404)))


@blueprint.post("/metadata/<part>")
@writers
def save(number: str, part: str) -> Response:
    """Keep what was typed, however complete."""
    submission, block = find_to_write(number), PARTS.get(part) or abort(404)
    given = read_block(block, request.form, metadata.CODES)
    settle(given, metadata.save_metadata(submission, current_user, given.answers, clock.now(), given.seen))
    shown = _shown(submission, block, given)
    if given.pressed or shown["errors"]:
        status = 422 if given.refused else 200
        result = "refused" if given.refused else "saved"
        return make_response(render_template(PAGE, result=result, **shown), status)
    return saved(url_for(".show", number=number, part=part), "Metadata disimpan.", number)


@blueprint.get("/metadata.xlsx")
@writers
def workbook(number: str) -> Response:
    """Both tables as a workbook, with what is there."""
    content = metadata.workbook(find_to_write(number), current_user, clock.now(), the_config().site)
    return file_answer(content, XLSX, f"{number}-metadata.xlsx")


@blueprint.get("/metadata/berkas")
@writers
def upload_page(number: str) -> Response | str:
    """The workbook, to download and to upload again."""
    return _uploading(find_to_write(number), FormFileForm(formdata=None)).show()


@blueprint.post("/metadata/berkas")
@writers
@limit("flood")
def upload(number: str) -> BaseResponse:
    """Look at the workbook first."""
    submission = find_to_write(number)
    with _uploading(submission, FormFileForm()) as form:
        content = form.workbook.data.read()
        metadata.preview(content, current_user, submission)
    token = keep_waiting(WAITING_FILE, content, form.workbook.data.filename or "", number)
    return redirect(url_for(".preview", number=number, unggahan=token), 303)


@blueprint.get("/metadata/berkas/pratinjau")
@writers
def preview(number: str) -> Response | str:
    """What would change, and what is wrong in which cell."""
    submission = find_to_write(number)
    waiting = shown_file(WAITING_FILE, number)
    if waiting is None:
        return told(url_for(".upload_page", number=number), GONE)
    return render_template(
        "submissions/form_files/preview.html",
        preview=metadata.preview(waiting.content, current_user, submission),
        waiting=waiting,
        form=taking(waiting),
        submission=submission,
        target=url_for(".take", number=number),
        again=url_for(".upload_page", number=number),
    )


@blueprint.post("/metadata/berkas/ambil")
@writers
def take(number: str) -> Response:
    """Take what was shown."""
    submission, waiting = find_to_write(number), confirmed_file(WAITING_FILE, number)
    if waiting is None:
        return told(url_for(".upload_page", number=number), GONE)
    metadata.take(submission, current_user, waiting.content, clock.now())
    return saved(url_for(".show", number=number, part="variabel"), "Metadata dari buku kerja sudah diambil.", number)


def _uploading(submission: Submission, form: FormFileForm) -> FormPage[FormFileForm]:
    return FormPage(UPLOAD, form, lambda: {"submission": submission})


def _shown(submission: Submission, block: Block, given: BlockInput | None = None) -> dict:
    """Everything the page of a table shows; `given` is what was just typed."""
    stored = metadata.metadata_of(submission)
    answers = {**stored, **(given.typed if given else {})}
    errors = {**problems(METADATA, stored, block), **(given.refused if given else {})}
    (question,) = block.questions
    assert isinstance(question, Table)
    item = Asked(
        question,
        answers.get(question.code),
        question.mark(stored.get(question.code)),
        error=errors.get(question.code, ""),
        disabled=not metadata.is_open(submission),
    )
    if given and question.code in given.overtaken:
        item.elsewhere, item.mark = (question.show(stored.get(question.code)), item.mark), given.seen[question.code]
    return {
        "submission": submission,
        "block": block,
        "item": item,
        "errors": errors,
        "summary": [(field, f"{question.label}: {message}") for field, message in errors.items()],
        "gaps": metadata.gaps_in(submission, block),
        "parts": [
            (each.title.partition(".")[0], url_for(".show", number=submission.number, part=key), each is block)
            for key, each in PARTS.items()
        ],
        "save_url": url_for(".save", number=submission.number, part=block.key),
        "back": own_page(submission.number),
        "focus": f"{question.code}-{given.row}-{question.columns[0].code}" if given and given.pressed else "",
        "open_row": given.row if given and given.pressed else None,
        "pasted": given.pasted if given else None,
        "offers": offers(given),
        "metadata": True,
    }
