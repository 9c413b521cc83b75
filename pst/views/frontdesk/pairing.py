"""A device becomes a kiosk: the code that an administrator was shown is typed here."""

from typing import Any

from flask import Blueprint, Response, request, url_for

from pst import clock
from pst.actions.office import kiosks
from pst.forms.frontdesk.visits import PairingForm
from pst.web.access import public
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.kiosks import kiosk_here, remember
from pst.web.limits import limit

blueprint = Blueprint("pairing", __name__, url_prefix="/buku-tamu/pasangkan")
PAGE = "frontdesk/pairing/ask.html"


@blueprint.get("")
@public
def ask() -> Response | str:
    """Type the code from the office's page."""
    return FormPage(PAGE, PairingForm(formdata=None), _around).show()


@blueprint.post("")
@public
@limit("guess")
def pair() -> Response:
    """This browser is the kiosk now."""
    with FormPage(PAGE, PairingForm(), _around) as form:
        kiosk, key = kiosks.pair(form.code.data, request.remote_addr or "", clock.now())
    return remember(saved(url_for("visits.start"), f"Perangkat ini sekarang {kiosk.name}."), key)


def _around() -> dict[str, Any]:
    kiosk = kiosk_here()
    return {"now_called": kiosk.name if kiosk else "", "plain": True}
