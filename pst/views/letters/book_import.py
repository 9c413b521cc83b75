"""A book of letters that was kept elsewhere: looked over, then taken."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.letters import book_import
from pst.forms.letters.book_entries import BookFileForm
from pst.forms.submissions.form_files import TakeForm
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.waiting_files import keep_waiting, waiting_file

blueprint = Blueprint("book_import", __name__, url_prefix="/petugas/surat/buku/impor")
office_only = roles(Role.OFFICER, Role.HEAD)
WAITING_BOOK = "buku-surat"
GONE = "Berkas yang Anda unggah sudah tidak disimpan. Unggah lagi."


@blueprint.get("")
@office_only
def ask() -> Response | str:
    """Which book?"""
    return _upload_page(BookFileForm(formdata=None)).show()


@blueprint.post("")
@office_only
def upload() -> ResponseReturnValue:
    """Look at it first; nothing is taken yet."""
    with _upload_page(BookFileForm()) as form:
        content = form.book.data.read()
        book_import.look_over(content)
    return redirect(url_for(".preview", unggahan=keep_waiting(WAITING_BOOK, content)), 303)


@blueprint.get("/pratinjau")
@office_only
def preview() -> Response | str:
    """What would be taken, and what is odd about which row."""
    waiting = waiting_file(WAITING_BOOK, request.args.get("unggahan", ""))
    if waiting is None:
        return told(url_for(".ask"), GONE)
    found, form = book_import.look_over(waiting.content), TakeForm(formdata=None, data={"token": waiting.token})
    return render_template("letters/book_import/preview.html", found=found, form=form, **_trail())


@blueprint.post("/ambil")
@office_only
def take() -> Response:
    """Take all of it."""
    form = TakeForm()
    waiting = waiting_file(WAITING_BOOK, form.token.data) if form.validate_on_submit() else None
    if waiting is None:
        return told(url_for(".ask"), GONE)
    try:
        found = book_import.take(waiting.content, current_user, clock.now())
    except Refusal as refusal:
        return told(url_for(".ask"), str(refusal))
    return saved(url_for("letter_register.index"), f"{len(found.new)} baris buku surat diambil.")


def _upload_page(form: BookFileForm) -> FormPage[BookFileForm]:
    return FormPage("letters/book_import/upload.html", form, _trail)


def _trail() -> dict[str, list[tuple[str, str]]]:
    return {"breadcrumbs": [("Register surat", url_for("letter_register.index")), ("Ambil buku lama", "")]}
