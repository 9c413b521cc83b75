"""Complaining: what one can say and to whom, the form, the code that is shown once, and answers for everybody."""

from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, session, url_for

from pst import clock
from pst.actions.complaint_dialogue import attach
from pst.actions.complaints import Filing, confirm_code, file_complaint
from pst.exchange.traces import without_traces
from pst.exchange.uploads import UploadRefused
from pst.forms.complaints import EchoForm, FileComplaintForm
from pst.models.complaints import Complaint, Publication
from pst.models.office import the_office
from pst.rules import numbering
from pst.rules.complaint_words import ABOUT_LABELS, KIND_HINTS, KIND_LABELS, PRIVACY_HINTS, PRIVACY_LABELS
from pst.rules.complaints import ASKED_KINDS, Privacy
from pst.views import complaint_codes as codes
from pst.views.access import public
from pst.views.fragments import refused, saved
from pst.views.limits import limit

blueprint = Blueprint("complaints", __name__, url_prefix="/pengaduan")

STALE = "Halaman ini terbuka terlalu lama. Tulisan Anda masih ada; tekan Kirim sekali lagi."


@blueprint.after_request
def keep_nowhere(response: Response) -> Response:
    """Nothing of these pages stays in the browser for whoever uses it next."""
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("")
@public
def index() -> str:
    """Ways to complain, what the law promises, where to go next."""
    return render_template("complaints/index.html", published=Publication.shown(3))


@blueprint.get("/baru")
@public
def new() -> str:
    """Tell what happened."""
    form = FileComplaintForm(formdata=None)
    form.challenge.data = codes.new_challenge()
    return render_template("complaints/new.html", form=form, **_asked())


@blueprint.post("/baru")
@public
@limit("flood")
def file() -> Response:
    """Register it and show its code. Nothing of the sender's connection is written down."""
    form = FileComplaintForm()
    challenge = codes.read_challenge(form.challenge.data or "")
    if challenge is None:
        form.challenge.data = codes.new_challenge()
        form.form_errors = [STALE]
        return refused("complaints/new.html", form=form, **_asked())
    if not form.validate_on_submit():
        return refused("complaints/new.html", form=form, **_asked())
    if wait := codes.seconds_to_wait(challenge, form.work.data or "", the_office()):
        return refused("complaints/new.html", form=form, wait=wait, **_asked())
    try:
        complaint = _file(form, challenge.code)
    except UploadRefused as refusal:
        form.files.errors = [str(refusal)]
        return refused("complaints/new.html", form=form, **_asked())
    codes.show_code(complaint.number, challenge.code)
    return saved(url_for(".code"), "", complaint.number, challenge.code)


@blueprint.get("/kode")
@public
def code() -> Response | str:
    """The code, once; four signs of it are typed back before the way leads on."""
    if not (shown := codes.shown_code()):
        return redirect(url_for(".index"), 303)
    return render_template("complaints/code.html", form=EchoForm(formdata=None), **_code(*shown))


@blueprint.post("/kode")
@public
def echo() -> Response:
    """Was it written down?"""
    if not (shown := codes.shown_code()):
        return redirect(url_for(".index"), 303)
    form, (number, secret) = EchoForm(), shown
    if not form.validate_on_submit():
        return refused("complaints/code.html", form=form, **_code(*shown))
    if not numbering.same_signs(form.last.data, secret[-4:]):
        form.last.errors = ["Belum sama dengan empat tanda terakhir kode Anda. Lihat lagi catatan Anda."]
        return refused("complaints/code.html", form=form, **_code(*shown))
    if complaint := Complaint.by_code(numbering.hash_code(secret)):
        confirm_code(complaint)
    codes.forget_code()
    session["complaint_done"] = number
    return redirect(url_for(".done"), 303)


@blueprint.get("/kode/cetak")
@public
def slip() -> Response | str:
    """The code large on one sheet, with its QR."""
    if not (shown := codes.shown_code()):
        return redirect(url_for(".index"), 303)
    return render_template("complaints/slip.html", **_code(*shown))


@blueprint.get("/selesai")
@public
def done() -> Response | str:
    """What happens next."""
    number = session.pop("complaint_done", "")
    if not number:
        return redirect(url_for(".index"), 303)
    return render_template("complaints/done.html", number=number)


@blueprint.get("/jawaban")
@public
def answers() -> str:
    """Complaints and answers that the office published."""
    return render_template("complaints/answers.html", published=Publication.shown())


@blueprint.post("/tutup")
@public
def leave() -> Response:
    """Leave quickly: the browser forgets the code and the dialogue, and shows a page that tells nothing."""
    codes.forget_all()
    return redirect(url_for("catalogue.index"), 303)


def _file(form: FileComplaintForm, secret: str) -> Complaint:
    uploads = [(file.filename, file.read()) for file in form.uploads]
    for name, content in uploads:
        without_traces(name, content)  # refused before anything is registered
    at, given = clock.now(), form.told
    is_new = Complaint.by_code(numbering.hash_code(secret)) is None
    complaint = file_complaint(Filing(**given), numbering.hash_code(secret), at, codes.the_vault())
    for name, content in uploads if is_new else ():
        attach(complaint, "complainant", name, content, at, current_app.extensions["pst_files"])
    return complaint


def _asked() -> dict[str, Any]:
    """The choices with their explanations."""
    return {
        "kinds": [(kind, KIND_LABELS[kind], KIND_HINTS[kind]) for kind in ASKED_KINDS],
        "privacies": [(kind, PRIVACY_LABELS[kind], PRIVACY_HINTS[kind]) for kind in Privacy],
        "abouts": list(ABOUT_LABELS.items()),
        "bits": the_office().complaint_effort_bits,
    }


def _code(number: str, secret: str) -> dict[str, Any]:
    return {"number": number, "code": secret, "qr": codes.qr_picture(secret)}
