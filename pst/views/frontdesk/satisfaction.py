"""One question after the service, opened by the link on the slip or in the mail."""

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from pst import clock
from pst.actions.frontdesk import satisfaction
from pst.forms.frontdesk.satisfaction import SurveyForm
from pst.rules.frontdesk.satisfaction import QUESTIONS, RatingRefused
from pst.rules.privacy import NOTICE_VERSION
from pst.web.access import public
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import saved
from pst.web.limits import limit_misses

blueprint = Blueprint("satisfaction", __name__, url_prefix="/survei")


@blueprint.errorhandler(RatingRefused)
def tell_that_it_is_closed(refusal: RatingRefused) -> Response:
    """The code opens a survey that cannot be answered (any more)."""
    closed = render_template("frontdesk/satisfaction/closed.html", message=str(refusal))
    return make_response(closed, 409 if request.method == "POST" else 200)


@blueprint.get("/<token>")
@public
@limit_misses
def ask(token: str) -> str:
    """The question, or why it cannot be answered (any more)."""
    satisfaction.find(token, clock.now()) or abort(404)
    return _page(token, SurveyForm(formdata=None)).show()


@blueprint.post("/<token>")
@public
@limit_misses
def answer(token: str) -> Response:
    """Keep the answer and thank for it."""
    page = _page(token, SurveyForm())
    if not page.form.validate_on_submit():
        return page.again()
    satisfaction.answer(token, page.form.answers, page.form.comment.data or "", clock.now()) or abort(404)
    return saved(url_for(".thanks"))


@blueprint.get("/terima-kasih")
@public
def thanks() -> str:
    """It has arrived."""
    return render_template("frontdesk/satisfaction/thanks.html")


def _page(token: str, form: AnyForm) -> FormPage[AnyForm]:
    around = {"token": token, "questions": QUESTIONS, "notice_version": NOTICE_VERSION}
    return FormPage("frontdesk/satisfaction/ask.html", form, lambda: around)
