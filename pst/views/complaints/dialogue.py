"""The dialogue of somebody known only by a code: the code is posted, never part of an address."""

from datetime import timedelta
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.complaints import dialogue
from pst.actions.complaints.papers import answer_pdf
from pst.exchange.uploads import UploadRefused
from pst.forms.complaints.complaints import RATINGS, AcceptForm, CodeForm, SayForm, WhyForm, WithdrawForm
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import IdentityOpening
from pst.rules.complaints import words
from pst.rules.complaints.complaints import STEPS, TRACK, WITH_OFFICE, Hat, Kind, open_steps
from pst.rules.refusals import Refusal
from pst.rules.steps import StepRefused
from pst.views.complaints import codes
from pst.views.complaints.complaints import leave_no_trace
from pst.views.submissions.progress import Stop
from pst.web.access import public
from pst.web.downloads import pdf_answer, stored_answer
from pst.web.filters import day, moment
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_store
from pst.web.limits import limit, limit_misses

blueprint = Blueprint("complaint_dialogue", __name__, url_prefix="/pengaduan")
blueprint.after_request(leave_no_trace)

UNKNOWN = "Kode itu tidak dikenal. Periksa kembali catatan atau potongan formulir Anda."
PUBLIC_VERBS = frozenset(step.verb for step in STEPS) | {"file", "open_identity"}


class Closed(Refusal):
    """The dialogue is not open in this browser, or not any more."""


class Said(NamedTuple):
    """One message as the thread shows it."""

    author: str
    when: str
    text: str
    mine: bool
    internal: bool = False


@blueprint.errorhandler(CSRFError)
@blueprint.errorhandler(Closed)
def ask_again(closed: Exception) -> Response:
    """The code, please; what was being sent is carried along and offered again."""
    if request.method == "GET":
        return told(url_for(".ask"), "Ketik kode Anda untuk membuka percakapan.")
    if "kode" in request.form:
        return refused("complaints/complaints/track.html", form=CodeForm(), kept=_kept())
    return refused("complaints/complaints/track.html", form=CodeForm(formdata=None), kept=_kept(), closed=True)


@blueprint.get("/lacak")
@public
def ask() -> str:
    """Type the code; a scanned one is filled in by the page's script."""
    return render_template("complaints/complaints/track.html", form=CodeForm(formdata=None))


@blueprint.post("/lacak")
@public
@limit_misses
def open_code() -> BaseResponse | str:
    """Open what belongs to the code. A code that cannot be and one that nobody has get the same answer."""
    form = CodeForm()
    if not form.validate_on_submit():
        return refused("complaints/complaints/track.html", form=form, kept=_kept())
    found = dialogue.look_up(form.kode.data)
    if isinstance(found, BoxForm):
        return render_template("complaints/complaints/waiting.html", number=found.number)
    if found is None:
        form.kode.errors = [UNKNOWN]
        return refused("complaints/complaints/track.html", form=form, kept=_kept())
    if not dialogue.opens_dialogue(found, form.kode.data):
        return render_template(
            "complaints/complaints/board.html", complaint=found, state=words.BOARD_LABELS[found.status]
        )
    codes.begin_dialogue(found)
    dialogue.note_seen(found, clock.today())
    if kept := _kept():
        return render_template("complaints/complaints/dialogue.html", **_shown(found, **_offered(found, kept)))
    return redirect(url_for(".show"), 303)


@blueprint.get("/percakapan")
@public
def show() -> Response | str:
    """Where it stands, what was said, and what can be done now."""
    return render_template("complaints/complaints/dialogue.html", **_shown(_open()))


@blueprint.post("/percakapan/pesan")
@public
@limit("flood")
def say() -> Response:
    """Write to the office."""
    complaint, form = _open(), SayForm()
    if not form.validate_on_submit():
        return refused("complaints/complaints/dialogue.html", **_shown(complaint, say=form))
    text, store = form.text.data or "Berkas dilampirkan.", the_store()
    try:
        dialogue.say(complaint, text, clock.now(), form.given, store)
    except UploadRefused as refusal:
        form.files.errors = [str(refusal)]
        return refused("complaints/complaints/dialogue.html", **_shown(complaint, say=form))
    except StepRefused as refusal:
        return told(url_for(".show"), str(refusal))
    return saved(url_for(".show"), "Pesan Anda sampai.", complaint.number)


@blueprint.post("/percakapan/selesai")
@public
def accept() -> Response:
    """It is resolved."""
    complaint, form = _open(), AcceptForm()
    if not form.validate_on_submit():
        return refused("complaints/complaints/dialogue.html", **_shown(complaint, accept=form))
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
        return refused("complaints/complaints/dialogue.html", **_shown(complaint, why=form))
    message = "Pengaduan Anda dibuka kembali."
    return _done(complaint, lambda: dialogue.not_resolved(complaint, form.why.data, clock.now()), message)


@blueprint.post("/percakapan/tarik")
@public
def withdraw() -> Response:
    """Take it back."""
    complaint, form = _open(), WithdrawForm()
    if not form.validate_on_submit():
        return refused("complaints/complaints/dialogue.html", **_shown(complaint, withdrawal=form))
    return _done(complaint, lambda: dialogue.withdraw(complaint, form.why.data, clock.now()), "Pengaduan ditarik.")


@blueprint.get("/percakapan/berkas/<int:file_id>")
@public
def file(file_id: int) -> Response:
    """A file of the dialogue."""
    complaint = _open()
    kept = ComplaintFile.find(complaint, file_id) or abort(404)
    return stored_answer(kept.file_id, kept.file.mime, kept.name)


@blueprint.get("/percakapan/jawaban.pdf")
@public
def letter() -> Response:
    """The answer as a letter without a name."""
    complaint = _open()
    paper = answer_pdf(complaint, clock.now()) or abort(404)
    return pdf_answer(paper, f"jawaban-{complaint.number}.pdf")


def track_of(complaint: Complaint) -> list[Stop]:
    """The stops of the track; an ending off the way has none."""
    reached = next((place for place, stage in enumerate(TRACK) if complaint.status in stage.statuses), None)
    if reached is None:
        return []
    ended = reached == len(TRACK) - 1
    states = [
        "done" if place < reached or ended else "current" if place == reached else "todo" for place in range(len(TRACK))
    ]
    return [Stop(stage.label, state) for stage, state in zip(TRACK, states, strict=True)]


def _open() -> Complaint:
    """The complaint of the open dialogue. Raises `Closed`."""
    complaint = codes.current_dialogue()
    if complaint is None:
        raise Closed
    return complaint


def _kept() -> str:
    """What was being written when the dialogue had closed."""
    given = (request.form.get(name, "") for name in ("_kept", "text", "why", "note"))
    return next((text for text in given if text.strip()), "")[:8000]


def _offered(complaint: Complaint, kept: str) -> dict[str, Any]:
    """The form in which what was kept can be sent now."""
    if complaint.is_open:
        return {"say": SayForm(formdata=None, data={"text": kept})}
    return {"why": WhyForm(formdata=None, data={"why": kept})}


def _done(complaint: Complaint, act, message: str) -> Response:
    try:
        act()
    except StepRefused as refusal:
        return told(url_for(".show"), str(refusal))
    return saved(url_for(".show"), message, complaint.number)


def _shown(complaint: Complaint, **forms: Any) -> dict[str, Any]:
    verbs = {step.verb for step in open_steps(complaint.status, [Hat.COMPLAINANT])}
    return {
        "complaint": complaint,
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        "facts": _facts(complaint),
        "next_step": words.NEXT_FOR_COMPLAINANT[complaint.status],
        "unattended": complaint.status in WITH_OFFICE and not Complaint.handlers_if_given(complaint),
        "track": track_of(complaint),
        "messages": [_said(complaint, message) for message in ComplaintMessage.of(complaint)],
        "files": [
            (file, words.SIDE_NAMES[file.side], _when(complaint, file.side, file.at))
            for file in ComplaintFile.of(complaint)
        ],
        "openings": list(IdentityOpening.of(complaint)),
        "events": [
            (
                _when(complaint, "office" if event.actor_id else "complainant", event.at),
                words.verb_label(event.verb),
            )
            for event in Event.of("complaint", complaint.number)
            if event.verb in PUBLIC_VERBS
        ],
        "verbs": verbs,
        "has_answer": complaint.answered_on is not None,
        "rating_label": dict(RATINGS).get(str(complaint.rating), ""),
        "minutes": codes.DIALOGUE_LIFE // timedelta(minutes=1),
        "say": SayForm(formdata=None),
        "accept": AcceptForm(formdata=None),
        "why": WhyForm(formdata=None),
        "withdrawal": WithdrawForm(formdata=None),
        **forms,
    }


def _facts(complaint: Complaint) -> list[tuple[str, str]]:
    """What stands beside the state: what it is, since when, and the days promised."""
    waits, level = complaint.status in WITH_OFFICE, words.ESCALATION_LABELS.get(complaint.escalated_to, "")
    rows = [
        ("Jenis", _kind(complaint.kind)),
        ("Identitas", words.PRIVACY_LABELS[complaint.privacy]),
        ("Diterima", day(complaint.received_at)),
        (words.STAGE_LIMIT_LABELS.get(complaint.status, ""), day(complaint.stage_due_on)),
        ("Dijawab paling lambat" if waits else "", day(complaint.due_on)),
        ("Dinaikkan kepada" if level else "", level),
        ("Selesai" if complaint.closed_on else "", day(complaint.closed_on)),
    ]
    return [(label, value) for label, value in rows if label]


def _kind(kind: str) -> str:
    """The class; the two that only officials tell apart are explained."""
    explained = f". {words.KIND_HINTS[kind]}" if kind in (Kind.ORDINARY, Kind.OVERSIGHT) else ""
    return words.KIND_LABELS[kind] + explained


def _said(complaint: Complaint, message: ComplaintMessage) -> Said:
    when = _when(complaint, message.side, message.at)
    return Said(words.SIDE_NAMES[message.side], when, message.text, message.side == "complainant")


def _when(complaint: Complaint, side: str, at) -> str:
    """Of an anonymous complainant's doings only the day is kept, and only the day is shown."""
    return day(at) if complaint.is_anonymous and side == "complainant" else moment(at)
