"""Marking a block of the form as examined, beside its answers."""

from collections.abc import Callable

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import examinations
from pst.rules.roles import Role
from pst.views.review import case_answers, case_sections
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, saved, wants_fragment

blueprint = Blueprint("examinations", __name__, url_prefix="/petugas/permohonan")


@blueprint.get("/<number>/bagian")
@roles(Role.OFFICER, Role.HEAD)
def parts(number: str) -> Response:
    """The list of parts, each with its marks."""
    submission = find_to_work_on(number)
    shown = case_sections.parts_beside(submission)
    return page_or_fragment("review/case/show.html", "review/case/_parts.html", **shown)


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
    here = url_for("review.show", number=number, lihat="isian", _anchor=f"part-{block}")
    do(submission, block, current_user._get_current_object(), clock.now())
    if not wants_fragment():
        return saved(here)
    answer = page_or_fragment("review/case/show.html", "review/case/_part.html", **case_answers.part(submission, block))
    answer.headers["HX-Trigger"] = case_sections.CHANGED
    return answer
