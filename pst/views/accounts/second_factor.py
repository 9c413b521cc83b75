"""A person's own second factor: turning it on with an authenticator, its recovery codes, turning it off."""

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts import second_factor
from pst.actions.vault import Unreadable
from pst.forms.accounts.accounts import PlainForm, TurnOnForm
from pst.models.accounts.users import RecoveryCode, User
from pst.rules.roles import Role
from pst.web.access import lacks_second_factor, proven, roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_vault
from pst.web.qr import qr_svg

blueprint = Blueprint("second_factor", __name__, url_prefix="/akun/faktor-kedua")
PAGE, SETUP = "accounts/second_factor/show.html", "accounts/second_factor/setup.html"
CODES = "accounts/second_factor/codes.html"
staff_only = roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
TRAIL = [("Akun saya", "/akun"), ("Faktor kedua", "")]


@blueprint.get("")
@staff_only
def show() -> Response | str:
    """Whether it is on; if not, a new secret for the authenticator, kept nowhere until its first code comes back."""
    user = _me()
    if user.second_factor:
        return render_template(PAGE, left=RecoveryCode.left_of(user.id), breadcrumbs=TRAIL)
    sealed = the_vault().seal({"secret": second_factor.new_secret(), "user": str(user.id)})
    return _setting_up(user, TurnOnForm(formdata=None, sealed=sealed)).show()


@blueprint.post("")
@staff_only
@proven
def turn_on() -> Response | str:
    """The authenticator has shown its first code: show the recovery codes, this once."""
    user = _me()
    if user.second_factor:
        return told(url_for(".show"), "Faktor kedua sudah menyala.")
    with _setting_up(user, TurnOnForm()) as form:
        secret = _secret_in(form, user)
        codes = second_factor.turn_on(user, secret, form.code.data, the_vault(), clock.now())
    return _shown_once(codes)


@blueprint.post("/kode-cadangan")
@staff_only
@proven
def renew_codes() -> Response | str:
    """Ten new recovery codes, shown this once."""
    PlainForm().validate() or abort(400)
    return _shown_once(second_factor.renew_codes(_me(), clock.now()))


@blueprint.post("/matikan")
@staff_only
@proven
def turn_off() -> Response:
    user = _me()
    second_factor.turn_off(user, clock.now())
    return saved(url_for(".show"), "Faktor kedua dimatikan; kata sandi saja sudah cukup untuk masuk.")


def _setting_up(user: User, form: TurnOnForm) -> FormPage[TurnOnForm]:
    def around() -> dict:
        secret = _secret_in(form, user)
        return {
            "qr": qr_svg(second_factor.address_of(secret, user), "QR untuk aplikasi autentikator"),
            "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
            "due": lacks_second_factor(),
            "breadcrumbs": TRAIL,
        }

    return FormPage(SETUP, form, around)


def _secret_in(form: TurnOnForm, user: User) -> str:
    """The secret that this person's page carried."""
    try:
        carried = the_vault().open(form.sealed.data or "")
    except Unreadable:
        abort(400)
    if carried.get("user") != str(user.id):
        abort(400)
    return carried["secret"]


def _shown_once(codes: list[str]) -> Response:
    return Response(render_template(CODES, codes=codes, breadcrumbs=TRAIL))


def _me() -> User:
    """The person behind `current_user`, as a row that tables accept."""
    return current_user._get_current_object()
