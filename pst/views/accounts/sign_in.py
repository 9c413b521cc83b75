"""Signing in and out, what was typed when a session ended, and a person's own account."""

from datetime import datetime, timedelta
from functools import partial

from flask import Blueprint, abort, flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from itsdangerous import BadData
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.accounts import passkeys, second_factor
from pst.actions.accounts import sign_in as own_account
from pst.actions.accounts.sessions import hash_token, idle_limit, longest_hours, note_proof
from pst.actions.due_days import is_subscribed
from pst.forms.accounts.accounts import (
    AwayForm,
    ChangePasswordForm,
    CodeForm,
    FactorForm,
    MailForm,
    OwnDataForm,
    PlainForm,
    ProofForm,
    SignInForm,
)
from pst.forms.base import key_in
from pst.models.accounts.security_log import SecurityEvent
from pst.models.accounts.users import User
from pst.models.office.agencies import Agency
from pst.rules.accounts.security_log import KINDS
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.roles import STAFF, Role
from pst.web.access import own_path, proven, public, roles, signed_in
from pst.web.devices import asker, device_or_address, remember
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.instance import the_config, the_vault
from pst.web.limits import limit_misses
from pst.web.passkeys import asked_in, proof_of, the_place
from pst.web.signing import signer

blueprint = Blueprint("accounts", __name__)

SIGN_IN, ACCOUNT = "accounts/sign_in/sign_in.html", "accounts/sign_in/account.html"
CODE, PROOF = "accounts/sign_in/code.html", "accounts/sign_in/prove.html"
HALF_LASTS = 300
"""Seconds between the password and the code."""
HALF_OVER = "Kode harus menyusul dalam lima menit sesudah kata sandi. Masuklah sekali lagi."


@blueprint.get("/masuk")
@public
def sign_in() -> ResponseReturnValue:
    """The own_account. Whoever is inside already goes on."""
    target = own_path(request.args.get("lanjut")) or ""
    if current_user.is_authenticated:
        return redirect(target or home_of(current_user), 303)
    form = SignInForm(formdata=None, next=target)
    return render_template(SIGN_IN, form=form, applying=target == "/permohonan/baru")


@blueprint.post("/masuk")
@public
@partial(limit_misses, who=device_or_address)
def let_in() -> ResponseReturnValue:
    with FormPage(SIGN_IN, SignInForm(), _carried) as form:
        user = own_account.recognise(form.email.data, form.password.data, asker(), clock.now())
    if user.has_factor:
        half = signer("half").dumps(user.id)
        return _code_page(CodeForm(formdata=None, half=half, next=form.next.data), user).show()
    return _enter(user, form.next.data)


@blueprint.post("/masuk/kode")
@public
@partial(limit_misses, who=device_or_address)
def take_code() -> ResponseReturnValue:
    """The second half of the door: the code or the passkey, soon after the password."""
    form = CodeForm()
    user = _half_inside(form.half.data) or abort(told(url_for(".sign_in"), HALF_OVER))
    with _code_page(form, user):
        _prove_factor(user, form, clock.now())
    return _enter(user, form.next.data)


@blueprint.post("/akun/bukti")
@signed_in
@partial(limit_misses, who=device_or_address)
def prove() -> ResponseReturnValue:
    """It is still the owner who uses this session; what was being sent is offered again."""
    user, at = _me(), clock.now()
    with FormPage(PROOF, ProofForm(user.has_factor), lambda: _with_keys(user)) as form:
        own_account.prove(user, form.password.data, at)
        if form.code:
            _prove_factor(user, form, at)
        note_proof(user, at)
    carried = _carried()
    if not carried["resume_path"]:
        return redirect(url_for(".account"), 303)
    return render_template("submissions/resumption/resume.html", target=home_of(user), proved=True, **carried)


@blueprint.post("/keluar")
@public
def sign_out() -> ResponseReturnValue:
    if current_user.is_authenticated:
        own_account.sign_out(_me(), clock.now())
    logout_user()
    session.clear()
    flash("Anda sudah keluar.", "success")
    return redirect("/", 303)


@blueprint.get("/akun")
@signed_in
def account() -> ResponseReturnValue:
    return render_template(ACCOUNT, **_account())


@blueprint.post("/akun/data")
@signed_in
@proven
def change_own_data() -> ResponseReturnValue:
    user = _me()
    with FormPage(ACCOUNT, _own_data_form(user), _account, "data_form") as form:
        own_account.change_own_data(
            user,
            form.name.data,
            form.position.data or "",
            form.phone.data or "",
            form.agency_id,
            form.new_agency.data or "",
            clock.now(),
        )
    return saved(url_for(".account"), "Data akun sudah disimpan.")


@blueprint.post("/akun/sandi")
@signed_in
@limit_misses
def change_password() -> ResponseReturnValue:
    with FormPage(ACCOUNT, ChangePasswordForm(), _account, "password_form") as form:
        own_account.change_password(_me(), form.old.data, form.password.data, asker().device, clock.now())
    login_user(_me())
    return saved(url_for(".account"), "Kata sandi sudah diganti. Semua perangkat lain sudah dikeluarkan.")


@blueprint.post("/akun/kabar")
@roles(*STAFF)
def choose_mail() -> ResponseReturnValue:
    with FormPage(ACCOUNT, MailForm(), _account, "mail_form") as form:
        own_account.choose_mail(_me(), form.told_by.data, clock.now())
    return saved(url_for(".account"), "Pilihan surel kabar pekerjaan sudah disimpan.")


@blueprint.post("/akun/tidak-masuk")
@roles(Role.OFFICER)
def be_away() -> ResponseReturnValue:
    with FormPage(ACCOUNT, AwayForm(_stand_ins()), _account, "away_form") as form:
        own_account.be_away(_me(), form.away_until.data, key_in(form.stand_in.data), clock.now())
    return saved(url_for(".account", _anchor="away"), "Keterangan tidak di kantor sudah disimpan.")


def _stand_ins() -> list[tuple[int, str]]:
    return [pair for pair in User.officer_names() if pair[0] != current_user.id]


@blueprint.post("/akun/perangkat/keluarkan")
@signed_in
@proven
def sign_out_device() -> ResponseReturnValue:
    form = PlainForm()
    ended = form.validate() and own_account.sign_out_device(_me(), request.form.get("_device", ""), clock.now())
    if not ended:
        return told(url_for(".account"), "Perangkat itu sudah tidak masuk lagi.")
    return saved(url_for(".account"), "Perangkat itu sudah dikeluarkan dari akun Anda.")


@blueprint.post("/akun/perangkat/keluarkan-lain")
@signed_in
@proven
def sign_out_others() -> ResponseReturnValue:
    ended = own_account.sign_out_others(_me(), clock.now())
    return saved(url_for(".account"), f"{ended} perangkat lain sudah dikeluarkan dari akun Anda.")


def home_of(user: User) -> str:
    """Where this person's work begins; an administrator without other hats has the office to look after."""
    if user.has(Role.OFFICER, Role.HEAD):
        return "/petugas"
    return "/petugas/kantor" if user.has(Role.ADMIN) else "/permohonan"


def _enter(user: User, target: str | None) -> BaseResponse:
    """Inside: this device is known from now on."""
    own_account.enter(user, asker(), session.get("_user_id", ""), clock.now())
    login_user(user)  # keeps the page's CSRF token: forms open in other windows can still be sent
    return remember(make_response(_inside(user, target)), user.id)


def _half_inside(half: str | None) -> User | None:
    """Whose password was given a moment ago; None when that is too long ago."""
    try:
        user = User.with_id(signer("half").loads(half or "", max_age=HALF_LASTS))
    except BadData:
        return None
    return user if user and user.is_active and user.has_factor else None


def _code_page(form: CodeForm, user: User) -> FormPage[CodeForm]:
    return FormPage(CODE, form, lambda: _with_keys(user))


def _with_keys(user: User) -> dict:
    """What a page carries that asks for the second factor."""
    return {**_carried(), "passkey": proof_of(user)}


def _prove_factor(user: User, form: FactorForm, at: datetime) -> None:
    """What a device signed, or a code. Raises `PasskeyRefused`, `CodeRefused`, `TooManyTries`."""
    place = the_place()
    if place and form.passkey.data:
        passkeys.prove(user, place, asked_in(form.asked.data), form.passkey.data, asker(), at)
    else:
        second_factor.prove_code(user, form.code.data or "", the_vault(), asker(), at)


def _inside(user: User, wanted: str | None) -> BaseResponse | str:
    """On to where the person wanted to go; or first what was being sent when the session ended."""
    carried = _carried()
    target = own_path(wanted) or home_of(user)
    if carried["resume"] and own_path(carried["resume_path"]):
        return render_template("submissions/resumption/resume.html", target=target, **carried)
    if user.notice_version != NOTICE_VERSION:
        target = url_for("personal.notice", lanjut=target)
    return redirect(target, 303)


def _carried() -> dict:
    """The form that met an expired session, carried through the sign-in as pairs of name and value."""
    names, values = request.form.getlist("_resume-name"), request.form.getlist("_resume-value")
    return {
        "resume": list(zip(names, values, strict=False)),
        "resume_path": own_path(request.form.get("_resume-path")) or "",
    }


def _me() -> User:
    """The person behind `current_user`, as a row that tables accept."""
    return current_user._get_current_object()


def _own_data_form(user: User, formdata: bool = True) -> OwnDataForm:
    agencies = Agency.choices()
    if user.agency_id not in dict(agencies) and (proposed := Agency.find(user.agency_id)):
        agencies = [(proposed.id, f"{proposed.name} (menunggu persetujuan)"), *agencies]
    more = {} if formdata else {"formdata": None}
    return OwnDataForm(
        agencies,
        agency_needed=user.has(Role.APPLICANT),
        name=user.name,
        position=user.position,
        phone=user.phone,
        agency=str(user.agency_id or ""),
        **more,
    )


def _away_form(user: User) -> AwayForm:
    now = User.with_agency(user.id) or user
    still = now.away_until if now.away_until and now.away_until >= clock.today() else None
    chosen = str(now.stand_in_id or "") if still else ""
    return AwayForm(_stand_ins(), formdata=None, away_until=still, stand_in=chosen)


def _account() -> dict:
    """All that the page of one's own account shows, its forms empty."""
    user = _me()
    minutes = idle_limit(user, the_config()) // timedelta(minutes=1)
    return {
        "data_form": _own_data_form(user, formdata=False),
        "mail_form": MailForm(formdata=None, told_by=user.told_by),
        "password_form": ChangePasswordForm(formdata=None),
        "devices": own_account.devices(user),
        "away_form": _away_form(user) if user.has(Role.OFFICER) else None,
        "has_factor": user.has_factor,
        "has_calendar": is_subscribed(user),
        "happened": SecurityEvent.newest_of(user.id),
        "kinds": KINDS,
        "this_device": hash_token(user.session_token),
        "idle": f"{minutes} menit" if minutes % 60 else f"{minutes // 60} jam",
        "hours": longest_hours(user, the_config()),
    }
