"""The first page, and the pages that explain the service."""

from flask import Blueprint, render_template
from flask_login import current_user

from pst.config import DEMO_PASSWORD
from pst.models.accounts.users import User
from pst.rules.office.standard import STANDARD
from pst.rules.personal import privacy_notice
from pst.web import navigation
from pst.web.access import public
from pst.web.instance import the_config, the_office
from pst.web.kiosks import may_sign

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@public
def index() -> str:
    """What one can do here, and the service at a glance."""
    demo = the_config().demo
    accounts = list(User.everybody()) if demo else []
    return render_template(
        "office/home/index.html",
        accounts=accounts,
        demo_password=DEMO_PASSWORD,
        beginning=navigation.beginning(current_user),
        may_sign=may_sign(),
    )


@blueprint.get("/standar-pelayanan")
@public
def standard() -> str:
    """The service standard, as it was published, with what each sentence means here."""
    return render_template("office/home/standard.html", standard=STANDARD)


@blueprint.get("/privasi")
@public
def privacy() -> str:
    """What happens to personal data."""
    return render_template("office/home/privacy.html", **privacy_notice(the_office()))


@blueprint.get("/aksesibilitas")
@public
def accessibility() -> str:
    """What was checked for people with disabilities, and what is not yet right."""
    return render_template("office/home/accessibility.html")
