"""The dialogue of somebody known only by a code: the code is posted, never part of an address."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, url_for

from pst import clock
from pst.actions import complaint_dialogue as dialogue
from pst.actions.complaint_papers import answer_pdf
from pst.actions.steps import NoteMissing, StepRefused
from pst.exchange.uploads import UploadRefused
from pst.forms.complaints import AcceptForm, CodeForm, SayForm, WhyForm
from pst.models.audit import Event
from pst.models.boxes import BoxForm
from pst.models.complaints import Complaint, ComplaintFile, ComplaintMessage, IdentityOpening
from pst.rules.complaint_words import (
    BOARD_LABELS,
    KIND_LABELS,
    NEXT_FOR_COMPLAINANT,
    PRIVACY_LABELS,
    STATUS_LABELS,
    STATUS_TONES,
    verb_label,
)
from pst.rules.complaints import STEPS, TRACK, Hat, open_steps
from pst.views import complaint_codes as codes
from pst.views.access import public
from pst.views.complaints import keep_nowhere
from pst.views.fragments import refused, saved, told
from pst.views.limits import limit, limit_misses
from pst.views.progress import Stop

blueprint = Blueprint("complaint_dialogue", __name__, url_prefix="/pengaduan")
blueprint.after_request(keep_nowhere)

UNKNOWN = "Kode itu tidak dikenal. Periksa kembali catatan atau potongan formulir Anda."
PUBLIC_VERBS = frozenset(step.verb for step in STEPS) | {"file", "open_identity"}


@blueprint.get("/lacak")
@public
def ask() -> str:
    """Type the code; a scanned one is filled in by the page's script."""
    return render_template("complaints/track.html", form=CodeForm(formdata=None))


@blueprint.post("/lacak")
@public
@limit_misses
def open_code() -> Response | str:
    """Open what belongs to the code. A code that cannot be and one that nobody has get the same answer."""
    form = CodeForm()
    if not form.validate_on_submit():
        return refused("complaints/track.html", form=form)
    found = dialogue.look_up(form.kode.data)
    if isinstance(found, BoxForm):
        return render_template("complaints/waiting.html", number=found.number)
    if found is None:
        form.kode.errors = [UNKNOWN]
        return refused("complaints/track.html", form=form)
    if not dialogue.opens_dialogue(found, form.kode.data):
        return render_template("complaints/board.html", complaint=found, state=BOARD_LABELS[found.status])
    codes.begin_dialogue(found)
    dialogue.note_seen(found, clock.today())
    return redirect(url_for(".show"), 303)


@blueprint.get("/percakapan")
@public
def show() -> Response | str:
    """Where it stands, what was said, and what can be done now."""
    complaint = codes.current_dialogue()
    if complaint is None:
        return told(url_for(".ask"), "Ketik kode Anda untuk membuka percakapan.")
    return render_template("complaints/dialogue.html", **_shown(complaint))


@blueprint.post("/percakapan/pesan")
@public
@limit("flood")
def say() -> Response:
    """Write to the office."""
    complaint, form = _open(), SayForm()
    if not form.validate_on_submit():
        return refused("complaints/dialogue.html", **_shown(complaint, say=form))
    at = clock.now()
    try:
        for file in form.uploads:
            dialogue.attach(
                complaint, "complainant", file.filename, file.read(), at, current_app.extensions["pst_files"]
            )
        dialogue.say(complaint, form.text.data or "Berkas dilampirkan.", at)
    except UploadRefused as refusal:
        form.files.errors = [str(refusal)]
        return refused("complaints/dialogue.html", **_shown(complaint, say=form))
    except StepRefused as refusal:
        return told(url_for(".show"), str(refusal))
    return saved(url_for(".show"), "Pesan Anda sampai.", complaint.number)


@blueprint.post("/percakapan/selesai")
@public
def accept() -> Response:
    """It is resolved."""
    complaint, form = _open(), AcceptForm()
    if not form.validate_on_submit():
        return refused("complaints/dialogue.html", **_shown(complaint, accept=form))
    rating = int(form.rating.data) if form.rating.data else None
    return _done(
        complaint,
        lambda: dialogue.accept(complaint, rating, form.note.data or "", clock.now()),
        "Terima kasih.",
    )


@blueprint.post("/percakapan/belum-selesai")
@public
def not_resolved() -> Response:
    """It is not."""
    complaint, form = _open(), WhyForm()
    if not form.validate_on_submit():
        return refused("complaints/dialogue.html", **_shown(complaint, why=form))
    message = "Pengaduan Anda dibuka kembali."
    return _done(complaint, lambda: dialogue.not_resolved(complaint, form.why.data, clock.now()), message)


@blueprint.post("/percakapan/tarik")
@public
def withdraw() -> Response:
    """Take it back."""
    complaint, form = _open(), WhyForm()
    if not form.validate_on_submit():
        return refused("complaints/dialogue.html", **_shown(complaint, withdrawal=form))
    return _done(
        complaint, lambda: dialogue.withdraw(complaint, form.why.data, clock.now()), "Pengaduan ditarik."
    )


@blueprint.get("/percakapan/berkas/<int:file_id>")
@public
def file(file_id: int) -> Response:
    """A file of the dialogue."""
    complaint = _open()
    return send_file(ComplaintFile.find(complaint, file_id) or abort(404))


@blueprint.get("/percakapan/jawaban.pdf")
@public
def letter() -> Response:
    """The answer as a letter without a name."""
    complaint = _open()
    paper = answer_pdf(complaint, clock.now()) or abort(404)
    return pdf_answer(paper, f"jawaban-{complaint.number}.pdf")


def send_file(file: ComplaintFile) -> Response:
    """The bytes of a file, never opened inside the page."""
    answer = Response(current_app.extensions["pst_files"].read(file.file_id), mimetype=file.file.mime)
    answer.headers.set("Content-Disposition", "attachment", filename=file.name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def pdf_answer(paper: bytes, name: str) -> Response:
    answer = Response(paper, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def track_of(complaint: Complaint) -> list[Stop]:
    """The stops of the track; an ending off the way has none."""
    reached = next((place for place, stage in enumerate(TRACK) if complaint.status in stage.statuses), None)
    if reached is None:
        return []
    ended = reached == len(TRACK) - 1
    states = [
        "done" if place < reached or ended else "current" if place == reached else "todo"
        for place in range(len(TRACK))
    ]
    return [Stop(stage.label, state) for stage, state in zip(TRACK, states, strict=True)]


def _open() -> Complaint:
    """The complaint of the open dialogue; without one the address does not exist."""
    return codes.current_dialogue() or abort(404)


def _done(complaint: Complaint, act, message: str) -> Response:
    try:
        act()
    except (StepRefused, NoteMissing) as refusal:
        return told(url_for(".show"), str(refusal))
    return saved(url_for(".show"), message, complaint.number)


def _shown(complaint: Complaint, **forms: Any) -> dict[str, Any]:
    verbs = {step.verb for step in open_steps(complaint.status, [Hat.COMPLAINANT])}
    return {
        "complaint": complaint,
        "status_label": STATUS_LABELS[complaint.status],
        "status_tone": STATUS_TONES[complaint.status],
        "kind": KIND_LABELS[complaint.kind],
        "privacy": PRIVACY_LABELS[complaint.privacy],
        "next_step": NEXT_FOR_COMPLAINANT[complaint.status],
        "track": track_of(complaint),
        "messages": list(ComplaintMessage.of(complaint)),
        "files": list(ComplaintFile.of(complaint)),
        "openings": list(IdentityOpening.of(complaint)),
        "events": [
            (e.at, verb_label(e.verb))
            for e in Event.of("complaint", complaint.number)
            if e.verb in PUBLIC_VERBS
        ],
        "verbs": verbs,
        "has_answer": complaint.answered_on is not None,
        "say": SayForm(formdata=None),
        "accept": AcceptForm(formdata=None),
        "why": WhyForm(formdata=None),
        "withdrawal": WhyForm(formdata=None),
        **forms,
    }
