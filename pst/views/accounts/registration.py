"""How people come to an account: register, confirm the mailbox, set a password; the first administrator."""

from flask import Blueprint, Response, redirect, render_template, url_for

from pst import clock
from pst.actions.accounts import accounts, links, registration
from pst.forms.accounts.accounts import (
    FirstAdminForm,
    MailboxForm,
    NewPasswordForm,
    PlainForm,
    RegisterForm,
    SpokenCodeForm,
)
from pst.models.office.agencies import Agency
from pst.rules import numbering
from pst.rules.privacy import NOTICE_VERSION, mask_email
from pst.web.access import public
from pst.web.fragments import refused, saved
from pst.web.instance import the_config
from pst.web.limits import limit

blueprint = Blueprint("registration", __name__)
CODE_OVER = (
    "Kode itu tidak berlaku: salah ketik, sudah dipakai, atau sudah lewat waktunya. Minta kode baru kepada petugas."
)


@blueprint.get("/daftar")
@public
def register():
    return render_template(
        "accounts/registration/register.html", form=RegisterForm(Agency.choices()), version=NOTICE_VERSION
    )


@blueprint.post("/daftar")
@public
@limit("guess")
def take_registration():
    form = RegisterForm(Agency.choices())
    if not form.validate():
        return refused("accounts/registration/register.html", form=form, version=NOTICE_VERSION)
    given = registration.Registration(
        name=form.name.data,
        email=form.email.data,
        phone=form.phone.data,
        position=form.position.data or "",
        agency_id=form.agency_id,
        new_agency=form.new_agency.data or "",
        password=form.password.data,
        privacy=NOTICE_VERSION,
    )
    registration.register(given, clock.now())
    return saved(url_for(".registered"))


@blueprint.get("/daftar/terkirim")
@public
def registered():
    return render_template(
        "accounts/registration/registered.html", form=MailboxForm(formdata=None), mails_are_sent=_mails_are_sent()
    )


@blueprint.post("/verifikasi-surel")
@public
@limit("guess")
def resend():
    """The link once more; the answer is the same whoever asks."""
    form = MailboxForm()
    if not form.validate():
        return refused("accounts/registration/registered.html", form=form, mails_are_sent=_mails_are_sent())
    registration.resend_confirmation(form.email.data, clock.now())
    return saved(url_for(".registered"), "Bila ada pendaftaran dengan alamat itu, tautan baru sudah dikirim.")


@blueprint.get("/verifikasi-surel/<token>")
@public
def confirm(token: str):
    """A button, because programs that check links in mails open them, too."""
    try:
        email = registration.who_confirms(token, clock.now())
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    return render_template("accounts/registration/confirm.html", form=PlainForm(), token=token, email=mask_email(email))


@blueprint.post("/verifikasi-surel/<token>")
@public
@limit("guess")
def take_confirmation(token: str):
    try:
        registration.confirm(token, clock.now())
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    return saved(url_for("accounts.sign_in"), "Alamat surel Anda sudah dikonfirmasi. Silakan masuk.")


@blueprint.get("/lupa-sandi")
@public
def forgotten():
    return render_template("accounts/registration/forgotten.html", form=MailboxForm(formdata=None))


@blueprint.post("/lupa-sandi")
@public
@limit("guess")
def ask_reset():
    form = MailboxForm()
    if not form.validate():
        return refused("accounts/registration/forgotten.html", form=form)
    registration.ask_reset(form.email.data, clock.now())
    return saved(url_for(".reset_asked"))


@blueprint.get("/lupa-sandi/terkirim")
@public
def reset_asked():
    return render_template("accounts/registration/reset_asked.html", mails_are_sent=_mails_are_sent())


@blueprint.get("/sandi-baru")
@public
def ask_code():
    """Where a code that was read aloud at the counter is typed."""
    return render_template("accounts/registration/code.html", form=SpokenCodeForm(formdata=None))


@blueprint.post("/sandi-baru")
@public
@limit("guess")
def take_code():
    """On to the password; nothing is used up yet."""
    form = SpokenCodeForm()
    if not form.validate():
        return refused("accounts/registration/code.html", form=form)
    code = numbering.clean_code(form.code.data) or ""
    try:
        links.find_link(code, clock.now(), "password")
    except links.LinkRefused:
        form.code.errors = [CODE_OVER]
        return refused("accounts/registration/code.html", form=form)
    return redirect(url_for(".new_password", token=code), 303)


@blueprint.get("/sandi-baru/<token>")
@public
def new_password(token: str):
    return _with_password_link(token, NewPasswordForm(formdata=None))


@blueprint.post("/sandi-baru/<token>")
@public
@limit("guess")
def set_password(token: str):
    form = NewPasswordForm()
    if not form.validate():
        return _with_password_link(token, form, refuse=True)
    try:
        registration.set_password(token, form.password.data, clock.now())
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    return saved(url_for("accounts.sign_in"), "Kata sandi baru sudah disimpan. Silakan masuk.")


@blueprint.get("/admin-pertama/<token>")
@public
def first_admin(token: str):
    return _with_first_admin_link(token, FirstAdminForm(formdata=None))


@blueprint.post("/admin-pertama/<token>")
@public
@limit("guess")
def make_first_admin(token: str):
    form = FirstAdminForm()
    if not form.validate():
        return _with_first_admin_link(token, form, refuse=True)
    try:
        accounts.make_first_admin(token, form.name.data, form.email.data, form.password.data, clock.now())
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    except accounts.AccountRefused as refusal:
        form.email.errors = [str(refusal)]
        return _with_first_admin_link(token, form, refuse=True)
    return saved(url_for("accounts.sign_in"), "Akun administrator sudah dibuat. Silakan masuk.")


def _with_password_link(token: str, form: NewPasswordForm, refuse: bool = False) -> Response | str:
    try:
        links.find_link(token, clock.now(), "password", "invitation")
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    show = refused if refuse else render_template
    return show("accounts/registration/new_password.html", form=form, token=token)


def _with_first_admin_link(token: str, form: FirstAdminForm, refuse: bool = False) -> Response | str:
    try:
        links.find_link(token, clock.now(), "first_admin")
    except links.LinkRefused as refusal:
        return _link_over(refusal)
    show = refused if refuse else render_template
    return show("accounts/registration/first_admin.html", form=form, token=token)


def _link_over(refusal: links.LinkRefused) -> Response:
    """Gone: what the link was for can be asked anew here."""
    return refused(
        "accounts/registration/link_over.html", status=410, message=str(refusal), form=MailboxForm(formdata=None)
    )


def _mails_are_sent() -> bool:
    return bool(the_config().smtp)
