"""A list of activities that the office has elsewhere: looked over row by row, then taken into the catalogue."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.activity_lists import sorted_out, take_list
from pst.exchange.activity_lists import read_list
from pst.forms.catalogue.activities import ListFileForm
from pst.forms.submissions.form_files import TakeForm
from pst.rules.roles import Role
from pst.web.access import roles
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.waiting_files import keep_waiting, waiting_file

blueprint = Blueprint("activity_lists", __name__, url_prefix="/petugas/katalog/impor")
keepers = roles(Role.OFFICER, Role.HEAD, Role.ADMIN)
WAITING_LIST = "daftar-kegiatan"
GONE = "Berkas yang Anda unggah sudah tidak disimpan. Unggah lagi."


@blueprint.get("")
@keepers
def ask() -> Response | str:
    """Which list?"""
    return _upload_page(ListFileForm(formdata=None)).show()


@blueprint.post("")
@keepers
def upload() -> ResponseReturnValue:
    """Look at it first; nothing is taken yet."""
    with _upload_page(ListFileForm()) as form:
        content = form.list.data.read()
        read_list(content)
    return redirect(url_for(".preview", unggahan=keep_waiting(WAITING_LIST, content)), 303)


@blueprint.get("/pratinjau")
@keepers
def preview() -> Response | str:
    """What would be taken, and what is unclear about which row."""
    waiting = waiting_file(WAITING_LIST, request.args.get("unggahan", ""))
    if waiting is None:
        return told(url_for(".ask"), GONE)
    found, form = sorted_out(read_list(waiting.content)), TakeForm(formdata=None, data={"token": waiting.token})
    return render_template("catalogue/activity_lists/preview.html", found=found, form=form, **_trail())


@blueprint.post("/ambil")
@keepers
def take() -> Response:
    """Take all of it, or nothing."""
    form = TakeForm()
    waiting = waiting_file(WAITING_LIST, form.token.data) if form.validate_on_submit() else None
    if waiting is None:
        return told(url_for(".ask"), GONE)
    taken = take_list(read_list(waiting.content), current_user, clock.now())
    words = f"{len(taken.new)} kegiatan ditambahkan, {len(taken.doubtful)} di antaranya perlu diperbaiki."
    narrowed: dict[str, Any] = {"perlu-diperbaiki": 1} if taken.doubtful else {}
    return saved(url_for("activities.index", **narrowed), words)


def _upload_page(form: ListFileForm) -> FormPage[ListFileForm]:
    return FormPage("catalogue/activity_lists/upload.html", form, _trail)


def _trail() -> dict[str, list[tuple[str, str]]]:
    trail = [("Katalog", url_for("catalogue.index")), ("Kelola", url_for("activities.index")), ("Ambil daftar", "")]
    return {"breadcrumbs": trail}
