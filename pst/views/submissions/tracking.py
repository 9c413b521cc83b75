"""Where is my submission? By its tracking code alone: state, days, next step, and nothing about a person."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from pst.forms.submissions.tracking import TrackForm
from pst.models.letters.letters import Letter
from pst.models.submissions.submissions import Submission
from pst.rules import numbering
from pst.rules.review import labels
from pst.views.submissions.doors import door_to
from pst.views.submissions.progress import progress_of
from pst.web.access import public
from pst.web.fragments import refused
from pst.web.limits import limit_misses

blueprint = Blueprint("tracking", __name__, url_prefix="/lacak")
UNKNOWN = "submissions/tracking/unknown.html"


@blueprint.get("")
@public
@limit_misses
def ask() -> ResponseReturnValue:
    """Type the code."""
    if "kode" not in request.args:
        return render_template("submissions/tracking/ask.html", form=TrackForm(formdata=None))
    form = TrackForm(request.args)
    if not form.validate():
        return refused("submissions/tracking/ask.html", form=form)
    return door_to(form.kode.data) or refused(UNKNOWN, 404, form=form)


@blueprint.get("/<code>")
@public
@limit_misses
def show(code: str) -> ResponseReturnValue:
    """How it stands; a code never given looks like one that cannot be, and another's leads to its door."""
    clean = numbering.clean_code(code)
    submission = Submission.tracked(numbering.hash_code(clean)) if clean else None
    if submission is None:
        return door_to(code) or refused(UNKNOWN, 404, form=TrackForm(formdata=None))
    letter = Letter.shown_of(submission)
    return render_template(
        "submissions/tracking/show.html",
        submission=submission,
        progress=progress_of(submission, for_office=True),
        next_step=labels.next_for_public(submission.status, letter.state if letter else ""),
        letter=letter,
    )
