"""How people come to an account: register, confirm the mailbox, set a password; the first administrator."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pst import clock
from pst.actions.accounts import accounts, links, registration
from pst.forms.accounts.accounts import (
    FirstAdminForm,
    MailboxForm,
    NewPasswordForm,
    OwnPasswordForm,
    RegisterForm,
    SpokenCodeForm,
)
from pst.models.office.agencies import Agency
from pst.rules import numbering
from pst.rules.privacy import NOTICE_VERSION, mask_email
from pst.rules.refusals import Refusal
from pst.web.access import own_path, public
from pst.web.devices import asker
from pst.web.form_pages import FormPage
from pst.web.fragments import refused, saved
from pst.web.instance import the_config
from pst.web.limits import limit, limit_misses

blueprint = Blueprint("registration", __name__)
FORGOTTEN, CODE = "accounts/registration/forgotten.html", "accounts/registration/code.html"
CODE_OVER = (
    "Kode itu tidak berlaku: salah ketik, sudah dipakai, atau sudah lewat waktunya. Minta kode baru kepada petugas."
)


@blueprint.app_errorhandler(links.LinkRefused)
def tell_that_it_is_over(refusal: links.LinkRefused) -> Response:
    """Gone: what the link was for can be asked anew here."""
    form = MailboxForm(formdata=None)
    return refused("accounts/registration/link_over.html", status=410, message=str(refusal), form=form)


@blueprint.get("/daftar")
@public
def register() -> ResponseReturnValue:
    return _register_page().show()


@blueprint.post("/daftar")
@public
@limit("guess")
def take_registration() -> ResponseReturnValue:
    with _register_page() as form:
        given = registration.Registration(
            name=form.name.data,
            email=form.email.data,
            phone=form.phone.data,
            position=form.position.data or "",
            agency_id=form.agency_id,
            new_agency=form.new_agency.data or "",
            password=form.password.data,
            privacy=NOTICE_VERSION,
            target=own_path(form.next.data) or "",
        )
        registration.register(given, asker(), clock.now())
    return saved(url_for(".registered"))


@blueprint.get("/daftar/terkirim")
@public
def registered() -> ResponseReturnValue:
    return _registered_page(MailboxForm(formdata=None)).show()


@blueprint.post("/verifikasi-surel")
@public
@limit("guess")
def resend() -> ResponseReturnValue:
    """The link once more; the answer is the same whoever asks."""
    with _registered_page(MailboxForm()) as form:
        registration.resend_confirmation(form.email.data, asker(), clock.now())
    return saved(url_for(".registered"), "Bila ada pendaftaran dengan alamat itu, tautan baru sudah dikirim.")


@blueprint.get("/verifikasi-surel/<token>")
@public
def confirm(token: str) -> ResponseReturnValue:
    """A button, because programs that check links in mails open them, too."""
    return _confirm_page(token, OwnPasswordForm(formdata=None)).show()


@blueprint.post("/verifikasi-surel/<token>")
@public
@limit_misses
def take_confirmation(token: str) -> ResponseReturnValue:
    with _confirm_page(token, OwnPasswordForm()) as form:
        target = registration.target_of(token, clock.now())
        registration.confirm(token, form.password.data, clock.now())
    return saved(
        url_for("accounts.sign_in", lanjut=target or None), "Alamat surel Anda sudah dikonfirmasi. Silakan masuk."
    )


@blueprint.get("/lupa-sandi")
@public
def forgotten() -> ResponseReturnValue:
    return FormPage(FORGOTTEN, MailboxForm(formdata=None)).show()


@blueprint.post("/lupa-sandi")
@public
@limit("guess")
def ask_reset() -> ResponseReturnValue:
    with FormPage(FORGOTTEN, MailboxForm()) as form:
        registration.ask_reset(form.email.data, asker(), clock.now())
    return saved(url_for(".reset_asked"))


@blueprint.get("/lupa-sandi/terkirim")
@public
def reset_asked() -> ResponseReturnValue:
    return render_template("accounts/registration/reset_asked.html", mails_are_sent=_mails_are_sent())


@blueprint.get("/sandi-baru")
@public
def ask_code() -> ResponseReturnValue:
    """Where a code that was read aloud at the counter is typed."""
    return FormPage(CODE, SpokenCodeForm(formdata=None)).show()


@blueprint.post("/sandi-baru")
@public
@limit_misses
def take_code() -> ResponseReturnValue:
    """On to the password; nothing is used up yet."""
    with FormPage(CODE, SpokenCodeForm()) as form:
        code = numbering.clean_code(form.code.data) or ""
        if not links.works(code, clock.now(), "password"):
            raise Refusal(CODE_OVER, "code")
    return redirect(url_for(".new_password", token=code), 303)


@blueprint.get("/sandi-baru/<token>")
@public
def new_password(token: str) -> ResponseReturnValue:
    return _password_page(token, NewPasswordForm(formdata=None)).show()


@blueprint.post("/sandi-baru/<token>")
@public
@limit_misses
def set_password(token: str) -> ResponseReturnValue:
    with _password_page(token, NewPasswordForm()) as form:
        registration.set_password(token, form.password.data, asker(), clock.now())
    return saved(url_for("accounts.sign_in"), "Kata sandi baru sudah disimpan. Silakan masuk.")


@blueprint.get("/admin-pertama/<token>")
@public
def first_admin(token: str) -> ResponseReturnValue:
    return _first_admin_page(token, FirstAdminForm(formdata=None)).show()


@blueprint.post("/admin-pertama/<token>")
@public
@limit_misses
def make_first_admin(token: str) -> ResponseReturnValue:
    with _first_admin_page(token, FirstAdminForm()) as form:
        accounts.make_first_admin(token, form.name.data, form.email.data, form.password.data, clock.now())
    return saved(url_for("accounts.sign_in"), "Akun administrator sudah dibuat. Silakan masuk.")


def _register_page() -> FormPage[RegisterForm]:
    form = RegisterForm(Agency.choices(), next=own_path(request.args.get("lanjut")) or "")
    return FormPage("accounts/registration/register.html", form, lambda: {"version": NOTICE_VERSION})


def _registered_page(form: MailboxForm) -> FormPage[MailboxForm]:
    around = {"mails_are_sent": _mails_are_sent()}
    return FormPage("accounts/registration/registered.html", form, lambda: around)


def _confirm_page(token: str, form: OwnPasswordForm) -> FormPage[OwnPasswordForm]:
    """Only while its link works. Raises `LinkRefused`."""
    around = {"token": token, "email": mask_email(registration.who_confirms(token, clock.now()))}
    return FormPage("accounts/registration/confirm.html", form, lambda: around)


def _password_page(token: str, form: NewPasswordForm) -> FormPage[NewPasswordForm]:
    """Only while its link works. Raises `LinkRefused`."""
    links.find_link(token, clock.now(), "password", "invitation")
    return FormPage("accounts/registration/new_password.html", form, lambda: {"token": token})


def _first_admin_page(token: str, form: FirstAdminForm) -> FormPage[FirstAdminForm]:
    """Only while its link works. Raises `LinkRefused`."""
    links.find_link(token, clock.now(), "first_admin")
    return FormPage("accounts/registration/first_admin.html", form, lambda: {"token": token})


def _mails_are_sent() -> bool:
    return bool(the_config().smtp)
