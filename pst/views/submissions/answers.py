"""The form itself, a block a page: what is typed is kept, as it is typed."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, make_response, render_template, request, send_file, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.likeness import Near, alike_to
from pst.actions.submissions.progress import find_to_fill
from pst.forms.submissions.blocks import BlockInput
from pst.models.files import Attachment
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.questionnaires import shelf
from pst.questionnaires.answers import asked, problems
from pst.questionnaires.kinds import Block, Questionnaire
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.submissions.asking import WRONG, autosaved, drawn, keep
from pst.web import filters
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, saved, told, wants_fragment
from pst.web.instance import the_office, the_store

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
    shown = _shown(submission, form, block)
    return page_or_fragment("submissions/submissions/block.html", "submissions/submissions/_questions.html", **shown)


@blueprint.post("/<number>/blok/<int:block_number>")
@writers
def save(number: str, block_number: int) -> Response:
    """Keep what was typed: by itself while typing, or with a button."""
    submission, form, block = _find(number, block_number)
    before = {question.code for question in asked(form, submission.answers, block)}
    try:
        given, marks = keep(submission, block, request.form)
    except StepRefused as refusal:
        return _refused_save(submission, str(refusal))
    if request.headers.get("X-Autosave"):
        return autosaved(given, marks, problems(form, submission.answers, block))
    if wants_fragment() or given.pressed:
        return _again(submission, form, block, given, 422 if given.refused else 200)
    wrong = {**problems(form, submission.answers, block), **given.refused}
    if wrong:
        return _again(submission, form, block, given, 422)
    return _onward(submission, form, block, before)


@blueprint.get("/<number>/berkas/<int:file_id>")
@readers
def download(number: str, file_id: int) -> Response:
    """An attachment, to whoever may see the submission; also one that was replaced since.

    Whoever is only invited to the form gets what answers its questions now.
    """
    submission = Submission.find(current_user, number)
    invited = None if submission else Invited.find(current_user, number)
    submission = submission or invited or abort(404)
    attachment = Attachment.anywhere(submission, file_id) or abort(404)
    if invited and (attachment.removed_at or attachment.code not in shelf.find(invited.questionnaire)):
        abort(404)
    path = the_store().path(attachment.file_id)
    answer = send_file(path, mimetype=attachment.file.mime, as_attachment=True, download_name=attachment.name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _find(number: str, block_number: int) -> tuple[Submission, Questionnaire, Block]:
    submission = find_to_fill(current_user, number) or abort(404)
    form = shelf.find(submission.questionnaire)
    if block_number not in range(len(form.blocks)):
        abort(404)
    return submission, form, form.block(block_number)


def _shown(submission: Submission, form: Questionnaire, block: Block, given: BlockInput | None = None) -> dict:
    """Everything the page of a block shows; `given` is what was just typed."""
    shown = drawn(submission, form, block, given)
    kembali = request.args.get("kembali")
    closed = any(question.disabled for question in shown["questions"])
    return {
        **shown,
        "save_url": url_for(".save", number=submission.number, block_number=block.number, kembali=kembali),
        "back": _way_back(submission, form),
        "block": block,
        "blocks": form.blocks,
        "limited": submission.submitted_at and (closed or Remark.count_open(submission)),
        "last": _next_block(submission, form, block) is None,
        "alike": _near(submission, block),
        "alike_from": "blok",
    }


def _near(submission: Submission, block: Block) -> list[Near] | None:
    """What is like it, beside the title; beside the variables it is asked for once they are stored; else None."""
    if block.asks("judul_kegiatan"):
        return alike_to(submission, the_office().everyday_words)
    return [] if block.asks("variabel") else None


def _refused_save(submission: Submission, why: str) -> Response:
    if request.headers.get("X-Autosave"):
        return Response(why, 409, mimetype="text/plain")
    return told(url_for("submissions.show", number=submission.number), why)


def _again(submission: Submission, form: Questionnaire, block: Block, given: BlockInput, status: int) -> Response:
    """The block once more, with everything typed: for htmx only its questions."""
    page = "submissions/submissions/_questions.html" if wants_fragment() else "submissions/submissions/block.html"
    result, shown = "refused" if status == 422 else "saved", _shown(submission, form, block, given)
    answer = make_response(render_template(page, result=result, **shown), status)
    answer.vary.add("HX-Request")
    answer.headers[WRONG] = " ".join(shown["errors"])
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
        checks = "_overview" not in request.form and not submission.submitted_at
        here = "submissions.check" if checks else "submissions.show"
        return saved(url_for(here, number=number), "Isian tersimpan.", number)
    return saved(url_for(".show", number=number, block_number=following.number), f"{block.title} tersimpan.", number)


@dataclass(frozen=True)
class WayBack:
    """Where a page leads on to when it was opened to change one answer: the words of its buttons, and the address."""

    words: str
    url: str


def _way_back(submission: Submission, form: Questionnaire) -> WayBack | None:
    """`kembali` in the address: the question that was to be changed from the check page."""
    wanted = request.args.get("kembali", "")
    if wanted in form:
        return WayBack("Periksa jawaban", url_for("submissions.check", number=submission.number) + f"#jawaban-{wanted}")
    return None


def _next_block(submission: Submission, form: Questionnaire, block: Block) -> Block | None:
    """The next block that asks anything, passing over a sample design that does not apply."""
    later = (other for other in form.blocks if other.number > block.number)
    return next((other for other in later if asked(form, submission.answers, other)), None)
