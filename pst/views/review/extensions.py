"""The head extends what was promised for one submission."""

from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.review import extensions
from pst.actions.review.extensions import ExtensionRefused
from pst.actions.seen import ChangedMeanwhile
from pst.forms.review.case import ExtensionForm
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.roles import Role
from pst.views.review.case_sections import find
from pst.web.access import roles
from pst.web.fragments import refused, saved, told

blueprint = Blueprint("extensions", __name__, url_prefix="/petugas/permohonan")
head_only = roles(Role.HEAD)
NOTHING_SEEN = "-"
"""The mark of a form without one: nobody extends what he was not shown."""


@blueprint.get("/<number>/perpanjangan")
@head_only
def new(number: str) -> Response | str:
    """Ask by how much, and why."""
    submission = find(number)
    if not extensions.may_be_extended(submission) or not extensions.days_left(submission):
        return told(_home(number), "Batas waktu permohonan ini tidak dapat diperpanjang sekarang.")
    form = ExtensionForm(formdata=None).showing(extensions.promised(submission))
    return render_template("review/extensions/new.html", form=form, **_around(submission))


@blueprint.post("/<number>/perpanjangan")
@head_only
def extend(number: str) -> Response:
    """Extend it; the applicant is told at once."""
    submission, form = find(number), ExtensionForm()
    if not form.validate_on_submit():
        return refused("review/extensions/new.html", form=form, **_around(submission))
    seen = form.seen.data or NOTHING_SEEN
    try:
        extensions.extend(submission, form.days.data, form.reason.data, current_user, clock.now(), seen)
    except ChangedMeanwhile as refusal:
        form.form_errors.append(f"{refusal} Kirim sekali lagi bila waktunya memang perlu ditambah lagi.")
        form.showing(refusal.now)
        return refused("review/extensions/new.html", form=form, **_around(submission))
    except ExtensionRefused as refusal:
        form.days.errors = [str(refusal)]
        return refused("review/extensions/new.html", form=form, **_around(submission))
    return saved(_home(number), "Batas waktu diperpanjang; pemohon diberi tahu lewat surel.", number)


def _home(number: str) -> str:
    return url_for("review.show", number=number, lihat="jam")


def _around(submission: Submission) -> dict[str, Any]:
    return {
        "submission": submission,
        "most": wording.working_days(extensions.days_left(submission)),
        "wide": True,
        "breadcrumbs": [
            ("Pekerjaan", url_for("worklist.desk")),
            (submission.number, _home(submission.number)),
            ("Perpanjang batas waktu", ""),
        ],
    }
