"""The head extends what was promised for one submission."""

from typing import Any

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import extensions
from pst.forms.review.case import ExtensionForm
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.roles import Role
from pst.views.submissions.cases import find_to_work_on
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.navigation import work_trail

blueprint = Blueprint("extensions", __name__, url_prefix="/petugas/permohonan")
head_only = roles(Role.HEAD)
NOTHING_SEEN = "-"
"""The mark of a form without one: nobody extends what he was not shown."""


@blueprint.get("/<number>/perpanjangan")
@head_only
def new(number: str) -> Response | str:
    """Ask by how much, and why."""
    submission = find_to_work_on(number)
    if not extensions.may_be_extended(submission) or not extensions.days_left(submission):
        return told(_home(number), "Batas waktu permohonan ini tidak dapat diperpanjang sekarang.")
    form = ExtensionForm(formdata=None)
    form.showing(extensions.promised(submission))
    return _page(submission, form).show()


@blueprint.post("/<number>/perpanjangan")
@head_only
def extend(number: str) -> Response:
    """Extend it; the applicant is told at once."""
    submission = find_to_work_on(number)
    with _page(submission, ExtensionForm()) as form:
        seen = form.seen.data or NOTHING_SEEN
        extensions.extend(submission, form.days.data, form.reason.data, current_user, clock.now(), seen)
    return saved(_home(number), "Batas waktu diperpanjang; pemohon diberi tahu lewat surel.", number)


def _page(submission: Submission, form: ExtensionForm) -> FormPage[ExtensionForm]:
    return FormPage("review/extensions/new.html", form, lambda: _around(submission))


def _home(number: str) -> str:
    return url_for("review.show", number=number, lihat="jam")


def _around(submission: Submission) -> dict[str, Any]:
    return {
        "submission": submission,
        "most": wording.working_days(extensions.days_left(submission)),
        "wide": True,
        "breadcrumbs": work_trail((submission.number, _home(submission.number)), ("Perpanjang batas waktu", "")),
    }
