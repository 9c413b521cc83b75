"""The accounts of the office and of its applicants, as the administrator keeps them."""

from functools import partial

from flask import Blueprint, Response, abort, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.accounts import accounts
from pst.actions.accounts.accounts import AccountRefused
from pst.actions.seen import ChangedMeanwhile
from pst.forms.office.office import NoteForm, UserForm
from pst.models.accounts.users import FILTERS, User
from pst.models.office.agencies import Agency
from pst.rules.roles import Role
from pst.views.office.office import placed
from pst.web.access import roles
from pst.web.fragments import page_or_fragment, refused, saved, told
from pst.web.registers import Register, listed, wanted_of

blueprint = Blueprint("people", __name__, url_prefix="/petugas/kantor/pengguna")
admin_only = roles(Role.ADMIN)
_around = partial(placed, room="Pengguna")


@blueprint.get("")
@admin_only
def index() -> Response:
    """Everybody with an account, newest first."""
    return page_or_fragment(
        "office/office/users.html",
        "office/office/_users.html",
        listed=listed(REGISTER, wanted_of(REGISTER)),
        **_around("Pengguna"),
    )


@blueprint.get("/baru")
@admin_only
def new() -> str:
    form = UserForm(Agency.choices())
    return render_template("office/office/user.html", user=None, form=form, **_around("Akun baru"))


@blueprint.post("/baru")
@admin_only
def create():
    """Open an account; its owner gets a link to set the password."""
    form = UserForm(Agency.choices())
    if form.validate():
        try:
            user = accounts.create_user(
                form.name.data,
                form.email.data,
                form.roles.data,
                Agency.find(form.agency_id),
                current_user,
                clock.now(),
                position=form.position.data or "",
                phone=form.phone.data or "",
            )
        except AccountRefused as refusal:
            form.form_errors.append(str(refusal))
        else:
            by_mail = f"Tautan untuk menetapkan kata sandi dikirim ke {user.email}."
            return saved(url_for(".index"), f"Akun {user.name} dibuat. {by_mail}")
    return refused("office/office/user.html", user=None, form=form, **_around("Akun baru"))


@blueprint.get("/<int:user_id>")
@admin_only
def show(user_id: int) -> str:
    """One account. That it was opened is noted: it shows a person's mailbox and telephone."""
    user = _find(user_id)
    audit.record_look(current_user, f"account {user.id}", clock.now(), "Mengelola akun")
    kept = {**user.values(), "roles": sorted(user.roles), "agency": str(user.agency_id or "")}
    form = UserForm(_agencies_of(user), data=kept).showing(accounts.kept(user))
    return render_template("office/office/user.html", user=user, form=form, **_around(user.name))


@blueprint.post("/<int:user_id>")
@admin_only
def change(user_id: int):
    user = _find(user_id)
    form = UserForm(_agencies_of(user))
    if form.validate():
        try:
            accounts.change_user(user, current_user, clock.now(), form.seen.data or "", **_changes(form))
        except AccountRefused as refusal:
            form.form_errors.append(str(refusal))
        except ChangedMeanwhile as refusal:
            form.changed_meanwhile(refusal)
        else:
            return saved(url_for(".index"), f"Akun {form.name.data} disimpan.")
    return refused("office/office/user.html", user=user, form=form, **_around(user.name))


@blueprint.post("/<int:user_id>/tutup")
@admin_only
def close(user_id: int):
    """Close the account: its owner is signed out everywhere."""
    user, form = _find(user_id), NoteForm()
    if not form.validate():
        return told(url_for(".show", user_id=user.id), "Alasan paling banyak 300 karakter.")
    why = form.note.data or ""
    return _do(user, lambda: accounts.close_user(user, current_user, clock.now(), why), "ditutup")


@blueprint.post("/<int:user_id>/buka")
@admin_only
def reopen(user_id: int):
    user = _find(user_id)
    return _do(user, lambda: accounts.reopen_user(user, current_user, clock.now()), "dibuka kembali")


@blueprint.post("/<int:user_id>/tautan")
@admin_only
def send_link(user_id: int):
    """Mail the person a link to set a new password."""
    user = _find(user_id)
    done = "mendapat tautan kata sandi lewat surel"
    return _do(user, lambda: accounts.send_password_link(user, current_user, clock.now()), done)


def _do(user: User, action, done: str):
    here = url_for(".show", user_id=user.id)
    try:
        action()
    except AccountRefused as refusal:
        return told(here, str(refusal))
    return saved(here, f"Akun {user.name} {done}.")


def _find(user_id: int) -> User:
    return User.with_agency(user_id) or abort(404)


def _agencies_of(user: User) -> list[tuple[int, str]]:
    """What may be chosen, with the person's own agency also where it is only proposed."""
    listed = Agency.choices()
    own = [(user.agency.id, user.agency.name)] if user.agency_id else []
    return listed if own and own[0] in listed else [*listed, *own]


def _changes(form: UserForm) -> dict[str, object]:
    return {
        "name": form.name.data,
        "email": form.email.data,
        "roles": form.roles.data,
        "agency": Agency.find(form.agency_id),
        "position": form.position.data or "",
        "phone": form.phone.data or "",
    }


REGISTER = Register(address="people.index", filters=FILTERS, page=User.page)
