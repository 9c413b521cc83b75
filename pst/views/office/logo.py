"""The picture at the head of the office's papers."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.office import logo
from pst.forms.accounts.accounts import PlainForm
from pst.forms.office.office import LogoForm
from pst.models.office.settings import Setting
from pst.views.office.lists import admin_only
from pst.web.downloads import file_answer
from pst.web.form_pages import FormPage
from pst.web.fragments import saved

blueprint = Blueprint("logo", __name__, url_prefix="/petugas/kantor/lambang")


@blueprint.get("")
@admin_only
def show() -> Response | str:
    """The picture, and another one."""
    return _page(LogoForm(formdata=None)).show()


@blueprint.post("")
@admin_only
def keep() -> Response:
    """Another picture."""
    with _page(LogoForm()) as form:
        file = form.file.data
        logo.keep_logo(file.filename, file.read(), current_user, clock.now())
    return saved(url_for(".show"), "Logo disimpan; surat berikutnya memuatnya.")


@blueprint.get("/gambar.png")
@admin_only
def picture() -> ResponseReturnValue:
    """The picture as papers have it; without one the page that asks for it."""
    kept = Setting.logo()
    return file_answer(kept, "image/png", "logo.png", opened=True) if kept else redirect(url_for(".show"), 303)


@blueprint.post("/hapus")
@admin_only
def drop() -> Response:
    """No picture any more."""
    if not PlainForm().validate():
        abort(400)
    logo.drop_logo(current_user, clock.now())
    return saved(url_for(".show"), "Logo dihapus; surat berikutnya tanpa logo.")


def _page(form: LogoForm) -> FormPage[LogoForm]:
    def around() -> dict[str, Any]:
        trail = [("Kantor", url_for("office.index")), ("Logo kop surat", "")]
        return {"kept": Setting.logo() is not None, "breadcrumbs": trail, "wide": True}

    return FormPage("office/logo/show.html", form, around)
