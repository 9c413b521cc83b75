"""The security log, as administrators read it."""

from flask import Blueprint, Response, url_for

from pst.models.accounts.security_log import FILTERS, SORTS, SecurityEvent
from pst.rules.accounts.security_log import KINDS
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.fragments import page_or_fragment
from pst.web.registers import Register, listed, wanted_of

blueprint = Blueprint("security_log", __name__, url_prefix="/petugas/kantor/keamanan")


@blueprint.get("")
@roles(Role.ADMIN)
def index() -> Response:
    """Who came in, who was refused, what changed, newest first."""
    return page_or_fragment(
        "accounts/security_log/index.html",
        "accounts/security_log/_security.html",
        listed=listed(REGISTER, wanted_of(REGISTER)),
        kinds=KINDS,
        breadcrumbs=[("Kantor", url_for("office.index")), ("Catatan keamanan", "")],
        wide=True,
    )


REGISTER = Register(address="security_log.index", filters=FILTERS, sorts=SORTS, page=SecurityEvent.page)
