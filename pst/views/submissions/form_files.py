"""The form explained, on paper and as a workbook, and the workbook that comes back."""

from datetime import date
from functools import lru_cache

from flask import Blueprint, Response, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from pst import clock
from pst.actions.submissions import form_files, submissions
from pst.exchange.form_xlsx import FormFileRefused
from pst.exchange.uploads import XLSX, UploadRefused
from pst.forms.submissions.form_files import FormFileForm
from pst.models.office.settings import the_letterhead
from pst.models.submissions.submissions import Submission
from pst.paper.office_facts import OfficeFacts
from pst.paper.submissions.blank_form import blank_form_pdf
from pst.questionnaires import shelf
from pst.questionnaires.explained import explain_block, in_words
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.submissions.cases import find_to_write
from pst.views.submissions.overtaken import CasePage
from pst.web import navigation
from pst.web.access import public, roles
from pst.web.downloads import file_answer, pdf_answer
from pst.web.fragments import saved, told
from pst.web.instance import the_config, the_office, the_store
from pst.web.limits import limit
from pst.web.waiting_files import GONE, confirmed_file, keep_waiting, shown_file, taking

blueprint = Blueprint("form_files", __name__)
applicants = roles(Role.APPLICANT)
writers = roles(Role.APPLICANT, Role.OFFICER)

WAITING_FILE = "formulir-xlsx"


@blueprint.get("/formulir")
@public
def explained() -> str:
    """Every question with its explanation, to read or to print."""
    form = shelf.CURRENT
    blocks = [(block, in_words(form, block.ask_if), explain_block(form, block)) for block in form.blocks]
    return render_template(
        "submissions/form_files/explained.html", form=form, blocks=blocks, may_apply=navigation.may_apply(current_user)
    )


@blueprint.get("/formulir/formulir.pdf")
@public
def blank_pdf() -> Response:
    """The form for a pen, with the same explanations."""
    return pdf_answer(_blank_pdf(the_letterhead(the_office()), clock.today()), "formulir.pdf")


@blueprint.get("/formulir/formulir.xlsx")
@public
def blank_xlsx() -> Response:
    """The form as a workbook, for nobody in particular."""
    return file_answer(_blank_xlsx(shelf.CURRENT.name, clock.today(), the_config().site), XLSX, "formulir.xlsx")


@blueprint.get("/permohonan/baru/berkas")
@applicants
def new() -> str:
    """Where a filled-in workbook begins a submission."""
    return render_template("submissions/form_files/upload.html", form=FormFileForm(formdata=None), submission=None)


@blueprint.post("/permohonan/baru/berkas")
@applicants
@limit("flood")
def upload_new() -> BaseResponse:
    """Look at the workbook first."""
    return _upload(None)


@blueprint.get("/permohonan/baru/berkas/pratinjau")
@applicants
def preview_new() -> Response | str:
    """What the new draft would hold, and what is wrong in which cell."""
    return _preview(None)


@blueprint.post("/permohonan/baru/berkas/ambil")
@applicants
def begin() -> Response:
    """Begin the draft with what was shown."""
    waiting = confirmed_file(WAITING_FILE)
    if waiting is None:
        return told(url_for(".new"), GONE)
    try:
        draft = form_files.begin(the_store(), current_user, waiting.name, waiting.content, clock.now())
    except (FormFileRefused, StepRefused, UploadRefused) as refusal:
        return told(url_for(".new"), str(refusal))
    return saved(
        url_for("submissions.show", number=draft.number),
        "Draf dibuat dari formulir XLSX. Lengkapi yang belum ada, lalu periksa dan kirim.",
        draft.number,
        draft.code,
    )


@blueprint.get("/permohonan/<number>/berkas-formulir")
@writers
def show(number: str) -> Response | str:
    """The workbook of this submission: to download with what it holds, and to upload again."""
    submission = find_to_write(number)
    if refusal := _why_shut(submission):
        return told(url_for("submissions.show", number=number), refusal)
    return render_template(
        "submissions/form_files/upload.html", form=FormFileForm(formdata=None), submission=submission
    )


@blueprint.post("/permohonan/<number>/berkas-formulir")
@writers
@limit("flood")
def upload(number: str) -> BaseResponse:
    """Look at the workbook first."""
    return _upload(find_to_write(number))


@blueprint.get("/permohonan/<number>/berkas-formulir/pratinjau")
@writers
def preview(number: str) -> Response | str:
    """What would change, and what is wrong in which cell."""
    return _preview(find_to_write(number))


@blueprint.post("/permohonan/<number>/berkas-formulir/ambil")
@writers
def take(number: str) -> Response:
    """Take what was shown."""
    submission = find_to_write(number)
    waiting = confirmed_file(WAITING_FILE, number)
    if waiting is None:
        return told(url_for(".show", number=number), GONE)
    try:
        form_files.take(the_store(), submission, current_user, waiting.name, waiting.content, clock.now())
    except (FormFileRefused, StepRefused, UploadRefused) as refusal:
        return told(url_for("submissions.show", number=number), str(refusal))
    return saved(
        url_for("submissions.show", number=number), "Isian dari formulir XLSX sudah diambil.", submission.number
    )


@blueprint.get("/permohonan/<number>/formulir.xlsx")
@writers
def workbook(number: str) -> Response:
    """The workbook with the answers so far; only what may be written now is open."""
    submission = find_to_write(number)
    try:
        content = form_files.workbook_for(submission, current_user, clock.now(), the_config().site)
    except StepRefused as refusal:
        return told(url_for("submissions.show", number=number), str(refusal))
    return file_answer(content, XLSX, f"{number}-formulir.xlsx")


def _why_shut(submission: Submission) -> str:
    """Why the form is not open for writing now; "" when it is."""
    try:
        submissions.open_for_writing(submission, current_user)
    except StepRefused as refusal:
        return str(refusal)
    return ""


def _upload(submission: Submission | None) -> BaseResponse:
    """Keep the file waiting and lead to its preview; a refused one is told beside the field."""
    page = CasePage(
        "submissions/form_files/upload.html",
        FormFileForm(),
        lambda: {"submission": submission},
        lambda refusal, form: told(_back(submission), refusal),
    )
    with page as form:
        content = form.workbook.data.read()
        form_files.preview(content, current_user, submission)
    token = keep_waiting(WAITING_FILE, content, form.workbook.data.filename or "", _number(submission))
    return _to_preview(submission, token)


def _preview(submission: Submission | None) -> Response | str:
    waiting = shown_file(WAITING_FILE, _number(submission))
    if waiting is None:
        return told(_upload_page(submission), GONE)
    try:
        found = form_files.preview(waiting.content, current_user, submission)
    except (FormFileRefused, StepRefused) as refusal:
        return told(_back(submission), str(refusal))
    return render_template(
        "submissions/form_files/preview.html",
        preview=found,
        waiting=waiting,
        form=taking(waiting),
        submission=submission,
        target=url_for(".take", number=submission.number) if submission else url_for(".begin"),
        again=_upload_page(submission),
    )


def _number(submission: Submission | None) -> str:
    return submission.number if submission else ""


def _to_preview(submission: Submission | None, token: str) -> BaseResponse:
    """Nothing is stored in the submission yet, so nothing is said to be saved."""
    if submission is None:
        return redirect(url_for(".preview_new", unggahan=token), 303)
    return redirect(url_for(".preview", number=submission.number, unggahan=token), 303)


def _upload_page(submission: Submission | None) -> str:
    return url_for(".show", number=submission.number) if submission else url_for(".new")


def _back(submission: Submission | None) -> str:
    return url_for("submissions.show", number=submission.number) if submission else url_for(".new")


@lru_cache(maxsize=4)
def _blank_pdf(office: OfficeFacts, day: date) -> bytes:
    """Drawn once a day; it takes a moment and is open to everybody."""
    return blank_form_pdf(shelf.CURRENT, office, day)


@lru_cache(maxsize=4)
def _blank_xlsx(name: str, day: date, site: str) -> bytes:
    """Written once a day, for the same reason."""
    return form_files.blank_workbook(clock.now(), site)
