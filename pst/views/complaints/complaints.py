"""Complaining: what one can say and to whom, the form, the code that is shown once, and answers for everybody."""

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.complaints.complaints import Filing, confirm_code, file_complaint
from pst.forms.complaints.complaints import EchoForm, FileComplaintForm
from pst.models.accounts.users import User
from pst.models.complaints.complaints import Complaint, someone_stands_in
from pst.models.complaints.publications import Publication
from pst.rules import numbering
from pst.rules.complaints.channels import WRITTEN_TO, addresses_of
from pst.rules.complaints.complaints import ASKED_KINDS, Privacy
from pst.rules.complaints.words import ABOUT_LABELS, KIND_HINTS, KIND_LABELS, PRIVACY_HINTS, PRIVACY_LABELS
from pst.rules.refusals import Refusal
from pst.rules.wording import enumeration
from pst.views.complaints import codes
from pst.views.complaints.secrecy import leave_no_trace
from pst.web.access import public
from pst.web.form_keys import what_was_sent
from pst.web.form_pages import FormPage
from pst.web.fragments import refused, saved
from pst.web.instance import the_office, the_store, the_vault
from pst.web.limits import limit

blueprint = Blueprint("complaints", __name__, url_prefix="/pengaduan")
blueprint.after_request(leave_no_trace)

NEW, CODE = "complaints/complaints/new.html", "complaints/complaints/code.html"
NOT_THE_SAME = "Belum sama dengan empat tanda terakhir kode Anda. Lihat lagi catatan Anda."
STALE = "Halaman ini terbuka terlalu lama. Tulisan Anda masih ada; tekan Kirim sekali lagi."


@blueprint.errorhandler(CSRFError)
def offer_again(error: CSRFError) -> BaseResponse:
    """The browser lost its cookie meanwhile, as old phones do: what was told is offered again, leaving still leaves."""
    if request.endpoint == "complaints.file":
        return _stale(FileComplaintForm())
    return leave() if request.endpoint == "complaints.leave" else redirect(url_for(".index"), 303)


@blueprint.get("")
@public
def index() -> str:
    """Ways to complain, what the law promises, where to go next."""
    office = the_office()
    manager = User.by_email(office.complaint_manager) if office.complaint_manager else None
    return render_template(
        "complaints/complaints/index.html",
        published=Publication.published(3),
        manager=manager,
        fresh=codes.fresh_code(),
        addresses=addresses_of(office),
        written_to=enumeration([channel.label for channel in WRITTEN_TO]),
    )


@blueprint.get("/baru")
@public
def new() -> str:
    """Tell what happened."""
    form = FileComplaintForm(formdata=None)
    form.challenge.data = codes.new_challenge()
    return FormPage(NEW, form, _choices).show()


@blueprint.post("/baru")
@public
@limit("flood")
def file() -> Response:
    """Register it and show its code. Nothing of the sender's connection is written down."""
    page = FormPage(NEW, FileComplaintForm(), _choices)
    challenge = codes.read_challenge(page.form.challenge.data or "", what_was_sent())
    if challenge is None:
        return _stale(page.form)
    with page as form:
        if wait := codes.seconds_to_wait(challenge, form.work.data or "", the_office()):
            return refused(NEW, form=form, wait=wait, **_choices())
        complaint = _file(form, challenge.code)
    codes.show_code(complaint.number, challenge.code)
    return saved(url_for(".code"), "", complaint.number, challenge.code)


@blueprint.get("/kode")
@public
def code() -> BaseResponse | str:
    """The code, once; four signs of it are typed back before the way leads on."""
    if not (fresh := codes.fresh_code()):
        return redirect(url_for(".index"), 303)
    return FormPage(CODE, EchoForm(formdata=None), lambda: _code(*fresh)).show()


@blueprint.post("/kode")
@public
def echo() -> BaseResponse:
    """Was it written down?"""
    if not (fresh := codes.fresh_code()):
        return redirect(url_for(".index"), 303)
    number, secret = fresh
    with FormPage(CODE, EchoForm(), lambda: _code(*fresh)) as form:
        if not numbering.same_signs(form.last.data, secret[-4:]):
            raise Refusal(NOT_THE_SAME, "last")
    if complaint := Complaint.by_code(numbering.hash_code(secret)):
        confirm_code(complaint)
    codes.finish(number)
    return redirect(url_for(".done"), 303)


@blueprint.get("/kode/cetak")
@public
def slip() -> BaseResponse | str:
    """The code large on one sheet, with its QR."""
    if not (fresh := codes.fresh_code()):
        return redirect(url_for(".index"), 303)
    return render_template("complaints/complaints/slip.html", **_code(*fresh))


@blueprint.get("/selesai")
@public
def done() -> BaseResponse | str:
    """What happens next."""
    if not (number := codes.finished()):
        return redirect(url_for(".index"), 303)
    return render_template("complaints/complaints/done.html", number=number)


@blueprint.get("/jawaban")
@public
def answers() -> str:
    """Complaints and answers that the office published."""
    return render_template("complaints/complaints/answers.html", published=Publication.published())


@blueprint.post("/tutup")
@public
def leave() -> BaseResponse:
    """Leave quickly: the browser forgets the code and the dialogue, and shows a page that tells nothing."""
    codes.forget_all()
    return redirect(url_for("catalogue.index"), 303)


def _stale(form: FileComplaintForm) -> Response:
    form.challenge.data = codes.new_challenge()
    form.form_errors = [STALE]
    return refused(NEW, form=form, **_choices())


def _file(form: FileComplaintForm, secret: str) -> Complaint:
    return file_complaint(
        Filing(**form.filing),
        numbering.hash_code(secret),
        clock.now(),
        the_vault(),
        files=form.given,
        store=the_store(),
    )


def _choices() -> dict[str, Any]:
    """The choices with their explanations."""
    return {
        "kinds": [(kind, KIND_LABELS[kind], KIND_HINTS[kind]) for kind in ASKED_KINDS],
        "privacies": [(kind, PRIVACY_LABELS[kind], PRIVACY_HINTS[kind]) for kind in Privacy],
        "abouts": list(ABOUT_LABELS.items()),
        "bits": the_office().complaint_effort_bits,
        "stand_in": someone_stands_in(),
    }


def _code(number: str, secret: str) -> dict[str, Any]:
    track = codes.code_address(secret).partition("#")[0].partition("://")[2]
    return {"number": number, "code": secret, "qr": codes.qr_picture(secret), "track": track}
