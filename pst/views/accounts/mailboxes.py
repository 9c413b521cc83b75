"""A person's own address: asking for another one, and confirming it from the new mailbox."""

from flask import Blueprint, Response, url_for
from flask_login import current_user

from pst import clock
from pst.actions.accounts import mailboxes
from pst.forms.accounts.accounts import NewMailboxForm, OwnPasswordForm
from pst.rules.privacy import mask_email
from pst.web.access import proven, public, signed_in
from pst.web.form_pages import FormPage
from pst.web.fragments import saved
from pst.web.limits import limit, limit_misses

blueprint = Blueprint("mailboxes", __name__)
ASK, CONFIRM = "accounts/mailboxes/ask.html", "accounts/mailboxes/confirm.html"


@blueprint.get("/akun/surel")
@signed_in
def ask() -> Response | str:
    """Another address for the own account."""
    return _ask_page(NewMailboxForm(formdata=None)).show()


@blueprint.post("/akun/surel")
@signed_in
@proven
@limit("guess")
def take() -> Response:
    """A link to the new address; the old one is told, and works until then."""
    user, at = current_user._get_current_object(), clock.now()
    with _ask_page(NewMailboxForm()) as form:
        mailboxes.ask_new(user, form.email.data, user, at)
    words = f"Tautan konfirmasi dikirim ke {form.email.data}. Sampai dibuka, alamat lama tetap dipakai."
    return saved(url_for("accounts.account"), words)


@blueprint.get("/alamat-baru/<token>")
@public
def confirm(token: str) -> Response | str:
    """A button and the password, because programs that check links in mails open them, too."""
    return _confirm_page(token, OwnPasswordForm(formdata=None)).show()


@blueprint.post("/alamat-baru/<token>")
@public
@limit_misses
def take_confirmation(token: str) -> Response:
    with _confirm_page(token, OwnPasswordForm()) as form:
        mailboxes.confirm_new(token, form.password.data, clock.now())
    return saved(url_for("accounts.account"), "Alamat surel akun Anda sudah diganti.")


def _ask_page(form: NewMailboxForm) -> FormPage[NewMailboxForm]:
    return FormPage(ASK, form, lambda: {"breadcrumbs": [("Akun saya", "/akun"), ("Alamat surel", "")]})


def _confirm_page(token: str, form: OwnPasswordForm) -> FormPage[OwnPasswordForm]:
    """Only while its link works. Raises `LinkRefused`."""
    around = {"token": token, "email": mask_email(mailboxes.asked_for(token, clock.now()))}
    return FormPage(CONFIRM, form, lambda: around)
