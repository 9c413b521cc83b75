"""Going on with a draft elsewhere: the link is mailed from the draft's page, and opens it once."""

from flask import Blueprint, Response, abort, redirect, render_template, session, url_for
from flask_login import current_user, login_user
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.accounts import links
from pst.actions.submissions import resumption
from pst.forms.accounts.accounts import PlainForm
from pst.models.submissions.submissions import Submission
from pst.rules.privacy import mask_email
from pst.rules.roles import Role
from pst.web.access import public, roles
from pst.web.devices import asker
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.instance import the_config
from pst.web.limits import limit, limit_misses

blueprint = Blueprint("resumption", __name__)


@blueprint.post("/permohonan/<number>/tautan")
@roles(Role.APPLICANT)
@limit("flood")
def send(number: str) -> Response:
    """Mail me a link to this draft."""
    submission = Submission.find(current_user, number) or abort(404)
    here = url_for("submissions.show", number=number)
    resumption.mail_link(submission, current_user._get_current_object(), clock.now())
    sent = "dikirim" if the_config().smtp else "disiapkan untuk dikirim"
    return saved(here, f"Tautan untuk melanjutkan {sent} ke {current_user.email}.", number)


@blueprint.get("/lanjutkan/<token>")
@public
def ask(token: str) -> Response | str:
    """A button, because programs that check links in mails open them, too."""
    try:
        draft = resumption.what_it_opens(token, clock.now())
    except links.LinkRefused:
        return _over(token).again(410)
    return render_template("submissions/resumption/ask.html", draft=draft, token=token)


@blueprint.post("/lanjutkan/<token>")
@public
@limit_misses
def resume(token: str) -> BaseResponse:
    """Open it."""
    try:
        user, draft = resumption.resume(token, asker().device, session.get("_user_id", ""), clock.now())
    except links.LinkRefused:
        return _over(token).again(410)
    login_user(user)
    return redirect(url_for("submissions.show", number=draft.number), 303)


@blueprint.post("/lanjutkan/<token>/lagi")
@public
@limit("guess")
def send_again(token: str) -> Response:
    """The link was used, or is too old: mail its owner a new one."""
    with _over(token):
        user = resumption.mail_again(token, asker(), clock.now())
    return saved(url_for("accounts.sign_in"), f"Tautan baru dikirim ke {mask_email(user.email)}.")


def _over(token: str) -> FormPage[PlainForm]:
    around = {"token": token, "message": links.LINK_OVER, "may_be_sent": resumption.may_be_sent_again(token)}
    return FormPage("submissions/resumption/over.html", PlainForm(), lambda: around)
