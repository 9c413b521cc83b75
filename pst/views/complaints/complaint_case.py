"""One complaint at the desk: what it says, the dialogue, its files, its handler."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import complaints, dialogue
from pst.forms.complaints.desk import NoteForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.views.complaints.complaint_page import form_on_page, handler_form, page_of, reply_form
from pst.views.complaints.finding import colleague, find, saved_on
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.downloads import stored_answer
from pst.web.fragments import saved
from pst.web.instance import the_store
from pst.web.unread import opened

blueprint = Blueprint("complaint_case", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)


@blueprint.get("")
@desk
def show(number: str) -> str:
    """Everything about one complaint but who complained."""
    complaint = find(number)
    opened("complaint", number)
    return render_template("complaints/desk/show.html", **page_of(complaint))


@blueprint.post("/pesan")
@desk
def reply(number: str) -> Response | str:
    """Write to the complainant, or put a ready sentence into the box."""
    complaint, form = find(number), reply_form()
    if sentence := request.form.get("_sisip"):
        form.add_sentence(sentence)
        return form_on_page(complaint, "reply", form).show()
    with form_on_page(complaint, "reply", form):
        at = clock.now()
        _attach(complaint, "office", form.file.data, at)
        dialogue.reply(complaint, current_user, form.text.data, at)
    return saved_on(number, "Pesan terkirim.")


@blueprint.post("/pesan/<int:message_id>/tarik")
@desk
def take_back(number: str, message_id: int) -> Response | str:
    """Take a message back; its words stand in the box again."""
    complaint = find(number)
    message = ComplaintMessage.find(complaint, message_id) or abort(404)
    words = dialogue.take_back(complaint, message, current_user, clock.now(), the_store())
    return form_on_page(complaint, "reply", reply_form(formdata=None, data={"text": words})).show()


@blueprint.post("/catatan")
@desk
def note(number: str) -> Response:
    """Write down what only the office reads."""
    complaint = find(number)
    with form_on_page(complaint, "note", NoteForm()) as form:
        _attach(complaint, "internal", form.note_file.data, clock.now())
        complaints.add_note(complaint, current_user, form.note.data, clock.now())
    return saved_on(number, "Catatan tersimpan.")


@blueprint.get("/berkas/<int:file_id>")
@desk
def file(number: str, file_id: int) -> Response:
    """A file of the dialogue."""
    stored = ComplaintFile.find(find(number), file_id, internal=True) or abort(404)
    return stored_answer(stored.file_id, stored.file.mime, stored.name)


@blueprint.post("/petugas")
@desk
def assign(number: str) -> Response:
    """Give it to somebody."""
    complaint = find(number)
    with form_on_page(complaint, "handler", handler_form(complaint)) as form:
        steps.assign(complaint, colleague(form.handler.data), current_user, clock.now())
    return saved_on(number, "Petugas ditunjuk.")


@blueprint.post("/ambil")
@desk
def take_up(number: str) -> Response:
    """Take it, from the list of what waits."""
    steps.take_up(find(number), current_user, clock.now())
    return saved(url_for("waiting.desk"), f"{number} menjadi tugas Anda.", number)


def _attach(complaint: Complaint, side: str, file: Any, at: datetime) -> None:
    """The file first: one that is refused leaves the words where they were typed."""
    if file:
        dialogue.attach(complaint, side, file.filename, file.read(), at, the_store(), current_user)
