"""One question after the service, opened by the link on the slip or in the mail."""

from flask import Blueprint, Response, abort, make_response, render_template, url_for

from pst import clock
from pst.actions.frontdesk import satisfaction
from pst.forms.frontdesk.satisfaction import Survey, SurveyForm
from pst.rules.frontdesk.satisfaction import QUESTIONS, RatingRefused
from pst.rules.privacy import NOTICE_VERSION
from pst.web.access import public
from pst.web.fragments import refused, saved
from pst.web.limits import limit_misses

blueprint = Blueprint("satisfaction", __name__, url_prefix="/survei")


@blueprint.get("/<token>")
@public
@limit_misses
def ask(token: str) -> Response | str:
    """The question, or why it cannot be answered (any more)."""
    try:
        satisfaction.find(token, clock.now()) or abort(404)
    except RatingRefused as refusal:
        return render_template("frontdesk/satisfaction/closed.html", message=str(refusal))
    return render_template("frontdesk/satisfaction/ask.html", **_shown(token, SurveyForm(formdata=None)))


@blueprint.post("/<token>")
@public
@limit_misses
def answer(token: str) -> Response:
    """Keep the answer and thank for it."""
    form = SurveyForm()
    if not form.validate_on_submit():
        return refused("frontdesk/satisfaction/ask.html", **_shown(token, form))
    try:
        satisfaction.answer(token, form.answers, form.comment.data or "", clock.now()) or abort(404)
    except RatingRefused as refusal:
        return make_response(render_template("frontdesk/satisfaction/closed.html", message=str(refusal)), 409)
    return saved(url_for(".thanks"))


@blueprint.get("/terima-kasih")
@public
def thanks() -> str:
    """It has arrived."""
    return render_template("frontdesk/satisfaction/thanks.html")


def _shown(token: str, form: Survey) -> dict:
    return {"form": form, "token": token, "questions": QUESTIONS, "notice_version": NOTICE_VERSION}
