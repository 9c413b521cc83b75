"""The dialogue of somebody known only by a code: the code is posted, never part of an address."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug import Response as BaseResponse

from pst import clock
from pst.actions.complaints import dialogue, identities
from pst.actions.complaints.codes import ASK, GIVE
from pst.forms.complaints.complaints import RATINGS, AcceptForm, CodeForm, SayForm, WhyForm, WithdrawForm
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import Identity, IdentityOpening
from pst.rules.complaints import words
from pst.rules.complaints.complaint_letters import ANSWER_LETTER
from pst.rules.complaints.complaints import STEPS, WITH_OFFICE, Hat, Kind, open_steps
from pst.rules.refusals import Refusal
from pst.views.complaints import codes
from pst.views.complaints.complaint_progress import track_of
from pst.views.complaints.secrecy import leave_no_trace
from pst.views.submissions.doors import door_to
from pst.web.access import public
from pst.web.downloads import copy_answer, stored_answer
from pst.web.filters import day, moment
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import refused, saved, told
from pst.web.instance import the_store
from pst.web.limits import limit, limit_misses

blueprint = Blueprint("complaint_dialogue", __name__, url_prefix="/pengaduan")
blueprint.after_request(leave_no_trace)

TRACK_PAGE, DIALOGUE = "complaints/complaints/track.html", "complaints/complaints/dialogue.html"
UNKNOWN = "Kode itu tidak dikenal. Periksa kembali catatan atau potongan formulir Anda."
NEW_CODE = (ASK, GIVE)
"""Who had to do with a new code, and why, the complainant reads by name."""
ABOUT_IDENTITY = ("open_identity", "forget_identity")
PUBLIC_VERBS = frozenset(step.verb for step in STEPS) | {"file", *ABOUT_IDENTITY, ANSWER_LETTER.verb, *NEW_CODE}


class Closed(Refusal):
    """The dialogue is not open in this browser, or not any more."""


class Message(NamedTuple):
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
        return refused(TRACK_PAGE, form=CodeForm(), unsent=_unsent())
    return refused(TRACK_PAGE, form=CodeForm(formdata=None), unsent=_unsent(), closed=True)


@blueprint.get("/lacak")
@public
def ask() -> str:
    """Type the code; a scanned one is filled in by the page's script."""
    return render_template(TRACK_PAGE, form=CodeForm(formdata=None))


@blueprint.post("/lacak")
@public
@limit_misses
def open_code() -> BaseResponse | str:
    """Open what belongs to the code; what is another service's key leads to its door.

    A code that cannot be and one that nobody has get the same answer.
    """
    with FormPage(TRACK_PAGE, CodeForm(), lambda: {"unsent": _unsent()}) as form:
        found = dialogue.look_up(form.kode.data)
        if found is None and (door := door_to(form.kode.data)):
            return door
        if found is None:
            raise Refusal(UNKNOWN, "kode")
    if isinstance(found, BoxForm):
        return render_template("complaints/complaints/waiting.html", number=found.number)
    if not dialogue.opens_dialogue(found, form.kode.data):
        return render_template(
            "complaints/complaints/board.html", complaint=found, state=words.BOARD_LABELS[found.status]
        )
    codes.begin_dialogue(found)
    dialogue.note_seen(found, clock.today())
    if unsent := _unsent():
        return render_template(DIALOGUE, **_context(found, **_offered(found, unsent)))
    return redirect(url_for(".show"), 303)


@blueprint.get("/percakapan")
@public
def show() -> Response | str:
    """Where it stands, what was said, and what can be done now."""
    return render_template(DIALOGUE, **_context(_open()))


@blueprint.post("/percakapan/pesan")
@public
@limit("flood")
def say() -> Response:
    """Write to the office."""
    complaint = _open()
    with _page(complaint, "say", SayForm()) as form:
        text = form.text.data or "Berkas dilampirkan."
        dialogue.say(complaint, text, clock.now(), form.given, the_store())
    return saved(url_for(".show"), "Pesan Anda sampai.", complaint.number)


@blueprint.post("/percakapan/selesai")
@public
def accept() -> Response:
    """It is resolved."""
    complaint = _open()
    with _page(complaint, "accept", AcceptForm()) as form:
        rating = int(form.rating.data) if form.rating.data else None
        dialogue.accept(complaint, rating, form.note.data or "", clock.now())
    return saved(url_for(".show"), "Terima kasih.", complaint.number)


@blueprint.post("/percakapan/belum-selesai")
@public
def not_resolved() -> Response:
    """It is not."""
    complaint = _open()
    with _page(complaint, "why", WhyForm()) as form:
        dialogue.not_resolved(complaint, form.why.data, clock.now())
    return saved(url_for(".show"), "Pengaduan Anda dibuka kembali.", complaint.number)


@blueprint.post("/percakapan/tarik")
@public
def withdraw() -> Response:
    """Take it back."""
    complaint = _open()
    with _page(complaint, "withdrawal", WithdrawForm()) as form:
        dialogue.withdraw(complaint, form.why.data, clock.now())
    return saved(url_for(".show"), "Pengaduan ditarik.", complaint.number)


@blueprint.get("/percakapan/berkas/<int:file_id>")
@public
def file(file_id: int) -> Response:
    """A file of the dialogue."""
    complaint = _open()
    stored = ComplaintFile.find(complaint, file_id) or abort(404)
    return stored_answer(stored.file_id, stored.file.mime, stored.name)


@blueprint.get("/percakapan/jawaban.pdf")
@public
def letter() -> Response:
    """The answer as a letter without a name, once it has its number."""
    complaint = _open()
    paper = ComplaintLetter.in_force(complaint, ANSWER_LETTER.name) or abort(404)
    return stored_answer(paper.file_id, paper.file.mime, f"jawaban-{complaint.number}.pdf")


@blueprint.post("/percakapan/hapus-identitas")
@public
def forget_identity() -> Response:
    """Take back who one is; the complaint goes on."""
    complaint = _open()
    if not identities.forget_identity(complaint, clock.now()):
        return told(url_for(".show"), "Tidak ada identitas yang disimpan.")
    return saved(url_for(".show"), "Identitas Anda dihapus. Pengaduan tetap ditangani.", complaint.number)


@blueprint.get("/percakapan/salinan.json", defaults={"kind": "json"})
@blueprint.get("/percakapan/salinan.pdf", defaults={"kind": "pdf"})
@public
def copy(kind: str) -> Response:
    """All that whoever holds the code may see of it; the sealed identity stays sealed."""
    return copy_answer(_open(), kind)


def _open() -> Complaint:
    """The complaint of the open dialogue. Raises `Closed`."""
    complaint = codes.current_dialogue()
    if complaint is None:
        raise Closed
    return complaint


def _unsent() -> str:
    """What was being written when the dialogue had closed."""
    given = (request.form.get(name, "") for name in ("_kept", "text", "why", "note"))
    return next((text for text in given if text.strip()), "")[:8000]


def _offered(complaint: Complaint, unsent: str) -> dict[str, Any]:
    """The form in which what was being written can be sent now."""
    if complaint.is_open:
        return {"say": SayForm(formdata=None, data={"text": unsent})}
    return {"why": WhyForm(formdata=None, data={"why": unsent})}


def _page(complaint: Complaint, name: str, form: AnyForm) -> FormPage[AnyForm]:
    """One of the forms of the dialogue, which calls it `name`."""
    return FormPage(DIALOGUE, form, partial(_context, complaint), name)


def _context(complaint: Complaint, **forms: Any) -> dict[str, Any]:
    verbs = {step.verb for step in open_steps(complaint.status, [Hat.COMPLAINANT])}
    return {
        "complaint": complaint,
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        "facts": _facts(complaint),
        "next_step": words.NEXT_FOR_COMPLAINANT[complaint.status],
        "unattended": complaint.status in WITH_OFFICE and not Complaint.handlers_if_given(complaint),
        "track": track_of(complaint),
        "messages": [_message(complaint, message) for message in ComplaintMessage.of(complaint)],
        "files": [
            (file, words.SIDE_NAMES[file.side], _when(complaint, file.side, file.at))
            for file in ComplaintFile.of(complaint)
        ],
        "openings": list(IdentityOpening.of(complaint)),
        "is_sealed": Identity.of(complaint) is not None,
        "events": [
            (_when(complaint, "office" if event.actor_id else "complainant", event.at), _told(event))
            for event in Event.history_of("complaint", complaint.number)
            if event.verb in PUBLIC_VERBS
        ],
        "verbs": verbs,
        "letter": ComplaintLetter.in_force(complaint, ANSWER_LETTER.name) if complaint.answered_on else None,
        "rating_label": dict(RATINGS).get(str(complaint.rating), ""),
        "minutes": codes.DIALOGUE_LIFE // timedelta(minutes=1),
        "say": SayForm(formdata=None),
        "accept": AcceptForm(formdata=None),
        "why": WhyForm(formdata=None),
        "withdrawal": WithdrawForm(formdata=None),
        **forms,
    }


def _told(event: Event) -> str:
    """What happened, in the words of the history."""
    label = words.verb_label(event.verb)
    if event.verb not in NEW_CODE:
        return label
    return ": ".join(filter(None, (f"{label} oleh {event.actor_name}", event.note)))


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


def _message(complaint: Complaint, message: ComplaintMessage) -> Message:
    when = _when(complaint, message.side, message.at)
    return Message(words.SIDE_NAMES[message.side], when, message.text, message.side == "complainant")


def _when(complaint: Complaint, side: str, at: datetime) -> str:
    """Of an anonymous complainant's doings only the day is kept, and only the day is shown."""
    return day(at) if complaint.is_anonymous and side == "complainant" else moment(at)
