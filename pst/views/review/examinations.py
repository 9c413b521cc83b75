"""Marking a block of the form as examined, beside its answers."""

from collections.abc import Callable

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import examinations
from pst.models.review.examinations import Examined
from pst.models.submissions.submissions import Submission
from pst.rules.roles import Role
from pst.views.review import case_answers
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.fragments import fragment_or_redirect

blueprint = Blueprint("examinations", __name__, url_prefix="/petugas/permohonan")


@blueprint.post("/<number>/bagian/<int:block>/diperiksa")
@roles(Role.OFFICER)
def mark(number: str, block: int) -> Response:
    """It was read to the end."""
    return _change(examinations.mark, number, block)


@blueprint.post("/<number>/bagian/<int:block>/belum-diperiksa")
@roles(Role.OFFICER)
def unmark(number: str, block: int) -> Response:
    """It has to be read again."""
    return _change(examinations.unmark, number, block)


def _change(do: Callable, number: str, block: int) -> Response:
    submission = find_to_work_on(number)
    here = url_for("review.show", number=number, lihat="isian", _anchor=f"blok-{block}")
    do(submission, block, current_user._get_current_object(), clock.now())
    return fragment_or_redirect("review/examinations/_mark.html", here, **_shown(submission, block))


def _shown(submission: Submission, number: int) -> dict:
    block = next(known for known in examinations.blocks_of(submission) if known.number == number)
    return {"block": block, "marks": Examined.of(submission), **case_answers.around(submission)}
