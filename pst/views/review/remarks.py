"""Remarks on an officer's page: noted and changed before a return, settled or reopened after it."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import remarks
from pst.actions.seen import ChangedMeanwhile
from pst.forms.review.case import RemarkForm
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.review import case_answers, case_sections
from pst.views.submissions.overtaken import overtaken, too_late
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, saved, told, wants_fragment

blueprint = Blueprint("remarks", __name__, url_prefix="/petugas/permohonan")
officers = roles(Role.OFFICER)

CHANGED = "catatan-berubah"
"""The event that tells the page that the list of unsent remarks is another now."""

NO_LONGER = "Catatan ini tidak dapat diubah lagi."


@blueprint.get("/<number>/catatan")
@roles(Role.OFFICER, Role.HEAD)
def noted(number: str) -> Response:
    """The remarks that wait to be sent."""
    submission = case_sections.find(number)
    return page_or_fragment("review/case/show.html", "review/case/_noted.html", **_whole_page(submission))


@blueprint.post("/<number>/catatan")
@officers
def add(number: str) -> Response:
    """Note a remark on a question, or put a ready sentence into the box."""
    submission = case_sections.find(number)
    form = _box(submission)
    code = form.code.data or ""
    return _unfinished(submission, form) or _carry_out(
        submission,
        form,
        "Catatan disimpan.",
        lambda: remarks.add_remark(submission, current_user, code, form.severity.data, form.text.data, clock.now()),
    )


@blueprint.get("/<number>/catatan/<int:remark_id>/ubah")
@officers
def ask_edit(number: str, remark_id: int) -> Response:
    """The box with the words of a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    if remark.state != "noted":
        return told(_place(submission, remark.code), too_late(submission, NO_LONGER, remark.id))
    kept = remarks.noted(remark)
    box = case_answers.remark_box(submission, remark.code, **kept)
    box.remark_id = remark.id
    box.showing(kept)
    return with_box(submission, box)


@blueprint.post("/<number>/catatan/<int:remark_id>/ubah")
@officers
def edit(number: str, remark_id: int) -> Response:
    """Change a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    form = _box(submission)
    form.code.data, form.remark_id = remark.code, remark.id
    return _unfinished(submission, form) or _carry_out(
        submission,
        form,
        "Catatan diubah.",
        lambda: remarks.edit_remark(
            remark,
            submission,
            current_user,
            form.severity.data,
            form.text.data,
            clock.now(),
            form.seen.data or "",
        ),
    )


@blueprint.post("/<number>/catatan/<int:remark_id>/hapus")
@officers
def drop(number: str, remark_id: int) -> Response:
    """Take back a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    try:
        remarks.drop_remark(remark, submission, current_user, clock.now())
    except StepRefused as refusal:
        return told(_place(submission, remark.code), too_late(submission, str(refusal), remark.id))
    return _changed(submission, remark.code, "Catatan dihapus.")


@blueprint.post("/<number>/catatan/<int:remark_id>/selesai")
@officers
def settle(number: str, remark_id: int) -> Response:
    """Satisfied with the answer."""
    submission, remark = _find(number, remark_id)
    return _one_remark(submission, remark, "Catatan dinyatakan selesai.", remarks.settle_remark)


@blueprint.post("/<number>/catatan/<int:remark_id>/buka")
@officers
def reopen(number: str, remark_id: int) -> Response:
    """Not satisfied after all."""
    submission, remark = _find(number, remark_id)
    return _one_remark(
        submission,
        remark,
        "Catatan dibuka kembali; ikut terkirim pada pengembalian berikutnya.",
        remarks.reopen_remark,
    )


def with_box(submission: Submission, form: RemarkForm, status: int = 200) -> Response:
    """The question with its box open: alone for htmx, else on the page."""
    if wants_fragment():
        context = case_answers.question(submission, form.code.data or "", form)
    else:
        context = {**case_sections.head(submission, "isian"), **case_answers.answers(submission, form)}
    return page_or_fragment("review/case/show.html", "review/case/_question.html", status, **context)


def _find(number: str, remark_id: int) -> tuple[Submission, Remark]:
    submission = case_sections.find(number)
    return submission, Remark.find(submission, remark_id) or abort(404)


def _box(submission: Submission) -> RemarkForm:
    return case_answers.remark_box(submission, request.form.get("code", ""), request.form)


def _unfinished(submission: Submission, form: RemarkForm) -> Response | None:
    """The box again, with the ready sentence that was asked for or with what is wrong; None when it can be kept."""
    if "_sisip" in request.form:
        form.insert_chosen()
        return with_box(submission, form)
    return None if form.validate_on_submit() else with_box(submission, form, 422)


def _carry_out(submission: Submission, form: RemarkForm, message: str, act: Callable[[], object]) -> Response:
    """Do it, then show what changed; refused, the words of the form stay in view."""
    code = form.code.data or ""
    try:
        act()
    except ChangedMeanwhile as refusal:
        form.changed_meanwhile(refusal)
        return with_box(submission, form, 422)
    except StepRefused as refusal:
        return overtaken(submission, str(refusal), _place(submission, code), form, form.remark_id or 0)
    return _changed(submission, code, message)


def _changed(submission: Submission, code: str, message: str) -> Response:
    """The question as it is now; the list of unsent remarks follows."""
    if not wants_fragment():
        return saved(_place(submission, code), message, submission.number)
    answer = page_or_fragment(
        "review/case/show.html", "review/case/_question.html", **case_answers.question(submission, code)
    )
    answer.headers["HX-Trigger"] = CHANGED
    return answer


def _one_remark(submission: Submission, remark: Remark, message: str, act: Callable) -> Response:
    try:
        act(remark, submission, current_user, clock.now())
    except StepRefused as refusal:
        return told(url_for("review.show", number=submission.number, lihat="perubahan"), str(refusal))
    if not wants_fragment():
        url = url_for("review.show", number=submission.number, lihat="perubahan", _anchor=f"remark-{remark.id}")
        return saved(url, message, submission.number)
    answer = page_or_fragment(
        "review/case/show.html", "review/case/_remark.html", **case_answers.one_remark(submission, remark.id)
    )
    answer.headers["HX-Trigger"] = CHANGED
    return answer


def _place(submission: Submission, code: str) -> str:
    return url_for("review.show", number=submission.number, lihat="isian", _anchor=f"question-{code or 'umum'}")


def _whole_page(submission: Submission) -> dict:
    return {
        **case_sections.head(submission, "isian"),
        **({} if wants_fragment() else case_answers.answers(submission)),
    }
