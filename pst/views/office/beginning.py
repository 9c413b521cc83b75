"""The page of a new office's first steps, and the mail that tries the settings; it stays until all is done."""

from flask import Blueprint, Response, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import emails
from pst.mail.server import send_trial
from pst.rules.roles import Role
from pst.views.office.first_steps import first_steps
from pst.web.access import roles
from pst.web.fragments import saved, told
from pst.web.instance import the_config

blueprint = Blueprint("beginning", __name__, url_prefix="/petugas/kantor/mulai")
admin_only = roles(Role.ADMIN)


@blueprint.get("")
@admin_only
def show() -> str:
    """What is set up, and what is not yet."""
    steps = first_steps(the_config(), clock.today())
    return render_template(
        "office/beginning/show.html",
        steps=steps,
        left=sum(not step.done for step in steps),
        has_server=bool(the_config().smtp),
        breadcrumbs=[("Kantor", url_for("office.index")), ("Langkah awal", "")],
    )


@blueprint.post("/surel-uji")
@admin_only
def try_mail() -> Response:
    """Send a mail to oneself, now, and say what the server answered."""
    outcome = send_trial(current_user.email, the_config())
    if outcome.state != "sent":
        return told(url_for(".show"), f"Surel uji tidak terkirim: {outcome.error}")
    emails.note_trial(current_user, clock.now())
    return saved(url_for(".show"), f"Surel uji diterima peladen untuk {current_user.email}. Periksa kotak masuk Anda.")
