"""What is like a planned activity, and what its applicant says of it: use theirs, coordinate, or why it is needed."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.likeness import Near, alike_to, answer_alike
from pst.actions.submissions.progress import find_to_fill
from pst.forms.catalogue.likeness import LikenessForm, likeness_form
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told, wants_fragment
from pst.web.instance import the_office

blueprint = Blueprint("likeness", __name__, url_prefix="/permohonan")
writers = roles(Role.APPLICANT, Role.OFFICER)


@blueprint.get("/<number>/serupa")
@writers
def show(number: str) -> Response | str:
    """What is alike, and what is said of it so far; alone, as it stands beside the title."""
    submission = _find(number)
    near = _near(submission)
    if wants_fragment():
        shown = {"alike": near, "alike_from": request.args.get("dari"), "submission": submission}
        return render_template("catalogue/likeness/_near.html", **shown)
    return _page(submission, near).show()


@blueprint.post("/<number>/serupa")
@writers
def answer(number: str) -> Response:
    """Keep what is said."""
    submission = _find(number)
    near = _near(submission)
    with _page(submission, near) as form:
        answer_alike(submission, current_user, near, form.given, clock.now())
    return saved(_home(number), "Jawaban tentang kegiatan yang serupa tersimpan.", number)


def _find(number: str) -> Submission:
    submission = find_to_fill(current_user, number) or abort(404)
    if submission.status not in WITH_APPLICANT:
        abort(told(url_for("submissions.show", number=number), "Permohonan sudah dikirim; jawabannya tetap."))
    return submission


def _near(submission: Submission) -> list[Near]:
    return alike_to(submission, the_office().everyday_words)


def _page(submission: Submission, near: list[Near]) -> FormPage[LikenessForm]:
    def around() -> dict[str, Any]:
        number = submission.number
        return {"submission": submission, "near": near, "home": _home(number), "here": request.full_path}

    return FormPage("catalogue/likeness/show.html", likeness_form(near), around)


def _home(number: str) -> str:
    """Where the page was opened from: the title's block, or the check of all answers."""
    if request.args.get("dari") == "periksa":
        return url_for("submissions.check", number=number)
    return url_for("answers.show", number=number, block_number=0)
