"""A list of agencies or people from a file: looked over, then taken."""

from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from pst import clock
from pst.actions.office import list_files
from pst.actions.office.list_files import AGENCY_LIST, PEOPLE_LIST, ListFile
from pst.forms.office.office import ListFileForm
from pst.forms.submissions.form_files import TakeForm
from pst.rules.review.labels import ROLE_LABELS
from pst.views.office.lists import admin_only
from pst.web.access import proven
from pst.web.form_pages import FormPage
from pst.web.fragments import saved, told
from pst.web.waiting_files import Waiting, keep_waiting, waiting_file

blueprint = Blueprint("list_files", __name__, url_prefix="/petugas/kantor/impor/<slug>")
WAITING_LIST = "daftar-kantor"
GONE = "Berkas yang Anda unggah sudah tidak disimpan. Unggah lagi."


class Room(NamedTuple):
    """A list that can come from a file: its name, the blueprint it belongs to, and what following it means."""

    kind: ListFile
    title: str
    home: str
    about: str


ROOMS = {
    "instansi": Room(AGENCY_LIST, "Instansi", "agencies.index", "Pemohon dapat memilihnya seketika."),
    "pengguna": Room(
        PEOPLE_LIST,
        "Pengguna",
        "people.index",
        "Setiap orang mendapat surel undangan untuk menetapkan kata sandinya. Instansinya harus sudah ada dalam daftar "
        "instansi. Peran: pemohon, petugas, kepala, atau admin; kosong berarti pemohon.",
    ),
}


@blueprint.get("")
@admin_only
def ask(slug: str) -> Response | str:
    """Which list?"""
    return _upload_page(slug, ListFileForm(formdata=None)).show()


@blueprint.post("")
@admin_only
def upload(slug: str) -> ResponseReturnValue:
    """Look at it first; nothing is taken yet."""
    with _upload_page(slug, ListFileForm()) as form:
        content = form.file.data.read()
        list_files.look_over(_room(slug).kind, content)
    return redirect(url_for(".preview", slug=slug, unggahan=keep_waiting(WAITING_LIST, content, about=slug)), 303)


@blueprint.get("/pratinjau")
@admin_only
def preview(slug: str) -> Response | str:
    """What would be taken, and what cannot be."""
    room, waiting = _room(slug), _waiting(slug, request.args.get("unggahan", ""))
    if waiting is None:
        return told(url_for(".ask", slug=slug), GONE)
    found = list_files.look_over(room.kind, waiting.content)
    form = TakeForm(formdata=None, data={"token": waiting.token})
    return render_template("office/list_files/preview.html", found=found, form=form, in_words=in_words, **_around(slug))


@blueprint.post("/ambil")
@admin_only
@proven
def take(slug: str) -> Response:
    """Take all of it."""
    form, room = TakeForm(), _room(slug)
    waiting = _waiting(slug, form.token.data) if form.validate_on_submit() else None
    if waiting is None:
        return told(url_for(".ask", slug=slug), GONE)
    found = list_files.take(room.kind, waiting.content, current_user, clock.now())
    return saved(url_for(room.home), f"{len(found.new)} baris diambil.")


def in_words(value: object) -> str:
    """A value of a row as it is shown before it is taken."""
    if isinstance(value, list):
        return ", ".join(ROLE_LABELS[role] for role in value)
    return str(getattr(value, "name", value) or "–")


def _waiting(slug: str, token: str | None) -> Waiting | None:
    return waiting_file(WAITING_LIST, token or "", about=slug)


def _room(slug: str) -> Room:
    return ROOMS.get(slug) or abort(404)


def _upload_page(slug: str, form: ListFileForm) -> FormPage[ListFileForm]:
    return FormPage("office/list_files/upload.html", form, lambda: _around(slug))


def _around(slug: str) -> dict[str, Any]:
    room = _room(slug)
    trail = [("Kantor", url_for("office.index")), (room.title, url_for(room.home)), ("Ambil dari berkas", "")]
    return {"room": room, "slug": slug, "breadcrumbs": trail, "wide": True}
