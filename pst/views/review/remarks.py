"""Remarks on an officer's page: noted and changed before a return, settled or reopened after it."""

from flask import Blueprint, Response, abort, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import remarks
from pst.forms.review.case import RemarkForm
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.views.review import case_answers, case_sections
from pst.views.submissions.cases import find_to_work_on
from pst.views.submissions.overtaken import CasePage, overtaken_in_office, too_late
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, saved, told, wants_fragment

blueprint = Blueprint("remarks", __name__, url_prefix="/petugas/permohonan")
officers = roles(Role.OFFICER)

NO_LONGER = "Catatan ini tidak dapat diubah lagi."


@blueprint.get("/<number>/catatan")
@roles(Role.OFFICER, Role.HEAD)
def noted(number: str) -> Response:
    """The remarks that wait to be sent, beside the steps they keep waiting."""
    submission = find_to_work_on(number)
    return page_or_fragment(
        "review/case/show.html", "review/case/_steps.html", **case_sections.steps_beside(submission)
    )


@blueprint.post("/<number>/catatan")
@officers
def add(number: str) -> Response:
    """Note a remark on a question, or put a ready sentence into the box."""
    submission = find_to_work_on(number)
    box = RemarkBox(submission)
    if box.asks_for_a_sentence:
        return box.with_sentence()
    with box as form:
        code = form.code.data or ""
        words = form.severity.data, form.text.data
        remarks.add_remark(submission, current_user, code, *words, clock.now(), form.sentence_id)
    return _changed(submission, code, "Catatan disimpan.")


@blueprint.get("/<number>/catatan/<int:remark_id>/ubah")
@officers
def ask_edit(number: str, remark_id: int) -> Response:
    """The box with the words of a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    if remark.state != "noted":
        return told(_place(submission, remark.code), too_late(submission, NO_LONGER, remark.id))
    words = remarks.noted(remark)
    form = case_answers.remark_box(submission, remark.code, **words)
    form.remark_id = remark.id
    form.showing(words)
    return case_sections.with_box(submission, form)


@blueprint.post("/<number>/catatan/<int:remark_id>/ubah")
@officers
def edit(number: str, remark_id: int) -> Response:
    """Change a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    box = RemarkBox(submission, remark)
    if box.asks_for_a_sentence:
        return box.with_sentence()
    with box as form:
        words, seen = (form.severity.data, form.text.data), form.seen.data or ""
        remarks.edit_remark(remark, submission, current_user, *words, clock.now(), seen, form.sentence_id)
    return _changed(submission, remark.code, "Catatan diubah.")


@blueprint.post("/<number>/catatan/<int:remark_id>/hapus")
@officers
def drop(number: str, remark_id: int) -> Response:
    """Take back a remark that has not been sent."""
    submission, remark = _find(number, remark_id)
    try:
        remarks.drop_remark(remark, submission, current_user, clock.now())
    except StepRefused as refusal:
        return told(_place(submission, remark.code), too_late(submission, str(refusal), remark.id))
    return _changed(submission, remark.code, "Catatan dihapus.", remark)


@blueprint.post("/<number>/catatan/<int:remark_id>/urungkan")
@officers
def undo_drop(number: str, remark_id: int) -> Response:
    """It was dropped by mistake, a moment ago."""
    submission, remark = _find(number, remark_id)
    remarks.undo_drop(remark, submission, current_user, clock.now())
    return _changed(submission, remark.code, "Catatan kembali.")


@blueprint.post("/<number>/catatan/<int:remark_id>/selesai")
@officers
def settle(number: str, remark_id: int) -> Response:
    """Satisfied with the answer."""
    submission, remark = _find(number, remark_id)
    remarks.settle_remark(remark, submission, current_user, clock.now())
    return _settled(submission, remark, "Catatan dinyatakan selesai.")


@blueprint.post("/<number>/catatan/<int:remark_id>/buka")
@officers
def reopen(number: str, remark_id: int) -> Response:
    """Not satisfied after all."""
    submission, remark = _find(number, remark_id)
    remarks.reopen_remark(remark, submission, current_user, clock.now())
    return _settled(submission, remark, "Catatan dibuka kembali; ikut terkirim pada pengembalian berikutnya.")


class RemarkBox(CasePage[RemarkForm]):
    """The form of a remark inside its question: it comes again alone for htmx, else on the page."""

    def __init__(self, submission: Submission, remark: Remark | None = None):
        form = case_answers.remark_box(submission, request.form.get("code", ""), request.form)
        if remark is not None:
            form.code.data, form.remark_id = remark.code, remark.id
        home = _place(submission, form.code.data or "")
        super().__init__(
            "review/case/show.html", form, dict, overtaken_in_office(submission, home, form.remark_id or 0)
        )
        self.submission = submission
        self.asks_for_a_sentence = request.form.get("_sisip", "")

    def again(self, status: int = 422) -> Response:
        return case_sections.with_box(self.submission, self.form, status)

    def with_sentence(self) -> Response:
        """The box with the ready sentence that was asked for."""
        self.form.add_sentence(self.asks_for_a_sentence)
        return case_sections.with_box(self.submission, self.form)


def _find(number: str, remark_id: int) -> tuple[Submission, Remark]:
    submission = find_to_work_on(number)
    return submission, Remark.find(submission, remark_id) or abort(404)


def _changed(submission: Submission, code: str, message: str, dropped: Remark | None = None) -> Response:
    """The question as it is now, with the way back from a remark just dropped; the list of unsent remarks follows."""
    if not wants_fragment():
        return saved(_place(submission, code, dropped), message, submission.number)
    shown = {**case_answers.question(submission, code), "dropped": dropped}
    answer = page_or_fragment("review/case/show.html", "review/case/_question.html", **shown)
    answer.headers["HX-Trigger"] = case_sections.CHANGED
    return answer


def _settled(submission: Submission, remark: Remark, message: str) -> Response:
    """The remark as it is now."""
    if not wants_fragment():
        url = url_for("review.show", number=submission.number, lihat="isian", _anchor=f"remark-{remark.id}")
        return saved(url, message, submission.number)
    answer = page_or_fragment(
        "review/case/show.html", "review/case/_remark.html", **case_answers.one_remark(submission, remark.id)
    )
    answer.headers["HX-Trigger"] = case_sections.CHANGED
    return answer


def _place(submission: Submission, code: str, dropped: Remark | None = None) -> str:
    """Where the question stands; `dihapus` names a remark whose dropping may be taken back there."""
    gone, anchor = dropped.id if dropped else None, f"question-{code or 'umum'}"
    return url_for("review.show", number=submission.number, lihat="isian", dihapus=gone, _anchor=anchor)
