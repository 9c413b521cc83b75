"""A person's own second factor: an authenticator, passkeys, and the recovery codes of both."""

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts import passkeys, second_factor
from pst.actions.vault import Unreadable
from pst.forms.accounts.accounts import PasskeyForm, PlainForm, TurnOnForm
from pst.forms.base import key_in
from pst.models.accounts.users import Passkey, RecoveryCode, User
from pst.rules.roles import Role
from pst.web.access import lacks_second_factor, proven, roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_vault
from pst.web.passkeys import asked_in, new_key_of, the_place
from pst.web.qr import qr_svg

blueprint = Blueprint("second_factor", __name__, url_prefix="/akun/faktor-kedua")
PAGE, CODES = "accounts/second_factor/show.html", "accounts/second_factor/codes.html"
staff_only = roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
TRAIL = [("Akun saya", "/akun"), ("Faktor kedua", "")]


@blueprint.get("")
@staff_only
def show() -> Response | str:
    """What is on; without an authenticator a new secret for one, kept nowhere until its first code comes back."""
    return _page(_me(), PasskeyForm(formdata=None), "key_form").show()


@blueprint.post("")
@staff_only
@proven
def turn_on() -> Response | str:
    """The authenticator has shown its first code: show the recovery codes, this once."""
    user = _me()
    if user.second_factor:
        return told(url_for(".show"), "Aplikasi autentikator sudah menyala.")
    form = TurnOnForm()
    secret = _secret_in(form, user)
    with _page(user, form):
        codes = second_factor.turn_on(user, secret, form.code.data, the_vault(), clock.now())
    return _shown_once(codes)


@blueprint.post("/kunci-sandi")
@staff_only
@proven
def add_key() -> Response | str:
    """A device has made a key; where it is the first second factor, show the recovery codes, this once."""
    user, place = _me(), the_place() or abort(404)
    with _page(user, PasskeyForm(), "key_form") as form:
        asked = asked_in(form.asked.data)
        codes = passkeys.add(user, place, asked, form.passkey.data, form.name.data, clock.now())
    return _shown_once(codes) if codes else saved(url_for(".show"), "Kunci sandi sudah ditambahkan.")


@blueprint.post("/kunci-sandi/<key_id>/hapus")
@staff_only
@proven
def remove_key(key_id: str) -> Response:
    if not passkeys.remove(_me(), key_in(key_id) or 0, clock.now()):
        return told(url_for(".show"), "Kunci sandi itu sudah tidak ada.")
    return saved(url_for(".show"), "Kunci sandi sudah dihapus.")


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
    return saved(url_for(".show"), "Aplikasi autentikator dimatikan.")


def _page(user: User, form: TurnOnForm | PasskeyForm, name: str = "form") -> FormPage:
    def around() -> dict:
        return {
            "key_form": PasskeyForm(formdata=None),
            "has_factor": user.has_factor,
            "authenticator": bool(user.second_factor),
            "keys": list(Passkey.of(user.id)),
            "passkey": new_key_of(user),
            "left": RecoveryCode.left_of(user.id),
            "due": lacks_second_factor(),
            "breadcrumbs": TRAIL,
            **_setting_up(user, form),
        }

    return FormPage(PAGE, form, around, name)


def _setting_up(user: User, sent: TurnOnForm | PasskeyForm) -> dict:
    """The form that turns an authenticator on, its secret as a picture and in letters; nothing where one is on."""
    if user.second_factor:
        return {"form": TurnOnForm(formdata=None)}
    sealed = the_vault().seal({"secret": second_factor.new_secret(), "user": str(user.id)})
    form = sent if isinstance(sent, TurnOnForm) else TurnOnForm(formdata=None, sealed=sealed)
    secret = _secret_in(form, user)
    return {
        "form": form,
        "qr": qr_svg(second_factor.address_of(secret, user), "QR untuk aplikasi autentikator"),
        "secret": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
    }


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
