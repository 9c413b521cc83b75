"""One complaint at the desk: what it says, the dialogue, its files, its handler, its letters."""

from datetime import datetime, time
from typing import Any

from flask import Blueprint, Response, abort, render_template
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.actions.complaints import complaints, dialogue, identities, publications
from pst.actions.complaints.papers import answer_pdf, is_referred, referral_pdf
from pst.exchange.uploads import UploadRefused
from pst.forms.base import choices
from pst.forms.complaints.desk import BoardForm, HandlerForm, ReplyForm
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import Identity, IdentityOpening
from pst.models.complaints.publications import Publication
from pst.rules.complaints import words
from pst.rules.complaints.complaints import Hat
from pst.rules.steps import StepRefused
from pst.views.complaints.complaints import keep_nowhere
from pst.views.complaints.desk import badge_of, desk
from pst.views.complaints.dialogue import track_of
from pst.views.complaints.finding import attempt, colleague, find, kept, people, placed
from pst.web import filters
from pst.web.downloads import pdf_answer, stored_answer
from pst.web.fragments import refused
from pst.web.instance import the_calendar, the_store

blueprint = Blueprint("complaint_case", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)

FORWARD = ("verify", "answer", "resume")
"""Steps on the straight way; their buttons stand out."""
WHY_LABELS = {
    "named": "disebut dalam pengaduan",
    "case": "menangani urusan yang dimaksud",
    "chosen": "ditunjuk petugas",
}
"""Why an account is kept from it."""


@blueprint.get("")
@desk
def show(number: str) -> str:
    """Everything about one complaint but who complained."""
    return render_template("complaints/desk/show.html", **shown(find(number)))


@blueprint.post("/pesan")
@desk
def reply(number: str) -> Response:
    """Write to the complainant, or a note for the office."""
    complaint, form = find(number), ReplyForm()
    if not form.validate_on_submit():
        return refused("complaints/desk/show.html", **shown(complaint, reply=form))
    try:
        _say(complaint, form)
    except UploadRefused as refusal:
        form.file.errors = [str(refusal)]
        return refused("complaints/desk/show.html", **shown(complaint, reply=form))
    except StepRefused as refusal:
        form.form_errors = [str(refusal)]
        return refused("complaints/desk/show.html", **shown(complaint, reply=form))
    return kept(number, "Catatan tersimpan." if form.internal.data else "Pesan terkirim.")


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
    form = _handler_form(complaint)
    if not form.validate_on_submit():
        return refused("complaints/desk/show.html", **shown(complaint, handler=form))
    return attempt(
        number,
        lambda: steps.assign(complaint, colleague(form.handler.data), current_user, clock.now()),
        "Petugas ditunjuk.",
    )


@blueprint.get("/jawaban.pdf")
@desk
def letter(number: str) -> Response:
    """The answer as a letter."""
    paper = answer_pdf(find(number), clock.now()) or abort(404)
    return pdf_answer(paper, f"jawaban-{number}.pdf")


@blueprint.get("/rujukan.pdf")
@desk
def referral(number: str) -> Response:
    """The letter to the office above, for a complaint about the head or one that went beyond this office."""
    complaint = find(number)
    if not is_referred(complaint):
        abort(404)
    return pdf_answer(referral_pdf(complaint, clock.now()), f"penerusan-{number}.pdf")


def shown(complaint: Complaint, **forms: Any) -> dict[str, Any]:
    """What its page shows; `forms` replace the empty ones."""
    hats, today = steps.hats_on(complaint, current_user), clock.today()
    return {
        **placed(complaint),
        **_state(complaint),
        **_rights(complaint, hats),
        "facts": _facts(complaint),
        "messages": [_said(complaint, row) for row in ComplaintMessage.of(complaint, internal=True)],
        "side_labels": words.SIDE_LABELS,
        "files": list(ComplaintFile.of(complaint, internal=True)),
        "events": _events(complaint),
        "openings": list(IdentityOpening.of(complaint)),
        "subjects": list(ComplaintSubject.of(complaint)),
        "why_labels": WHY_LABELS,
        "unread": dialogue.unread_days(complaint, today),
        "published": Publication.of(complaint),
        "reply": ReplyForm(formdata=None),
        "handler": _handler_form(complaint, None),
        "board": BoardForm(formdata=None, data={"board": complaint.board_text}),
        "wide": True,
        **forms,
    }


def _state(complaint: Complaint) -> dict[str, Any]:
    return {
        "badge": badge_of(complaint.limit_on, clock.today(), the_calendar()),
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        "track": track_of(complaint),
    }


def _rights(complaint: Complaint, hats: frozenset[Hat]) -> dict[str, Any]:
    """What this person may do with it now."""
    return {
        "steps": [
            (step, "primary" if step.verb in FORWARD else "secondary")
            for step in steps.steps_for(complaint, current_user)
        ],
        "may_open": Identity.of(complaint) is not None and identities.may_open(complaint, hats),
        "may_reissue": bool(hats & {Hat.HANDLER, Hat.MANAGER}),
        "may_publish": publications.may_publish(complaint),
        "has_referral": is_referred(complaint),
    }


def _say(complaint: Complaint, form: ReplyForm) -> None:
    """The file first: one that is refused leaves the words where they were typed."""
    at, file = clock.now(), form.file.data
    if file:
        side = "internal" if form.internal.data else "office"
        store = the_store()
        dialogue.attach(complaint, side, file.filename, file.read(), at, store, current_user)
    act = complaints.add_note if form.internal.data else dialogue.reply
    act(complaint, current_user, form.text.data, at)


def _handler_form(complaint: Complaint, formdata: Any = ...) -> HandlerForm:
    known = {"handler": str(complaint.assignee_id or "")}
    form = HandlerForm() if formdata is ... else HandlerForm(formdata=formdata, data=known)
    form.handler.choices = choices(people(complaint), "Pilih …")
    return form


def _said(complaint: Complaint, row: ComplaintMessage) -> dict[str, Any]:
    """One message as the kit draws it."""
    return {
        "author": row.author.name if row.author_id else words.SIDE_LABELS[row.side],
        "when": _when(complaint, row.at),
        "text": row.text,
        "mine": row.side == "office",
        "internal": row.side == "internal",
    }


def _events(complaint: Complaint) -> list[tuple[str, str, str, str]]:
    """(when, what, who, note); the complainant and the system have no name here."""
    return [
        (
            _when(complaint, event.at),
            words.verb_label(event.verb),
            event.actor_name if event.actor_id else "",
            event.note,
        )
        for event in Event.of("complaint", complaint.number)
    ]


def _when(complaint: Complaint, at: datetime) -> str:
    """The moment in words; of what an anonymous complainant did only the day is known."""
    is_day = complaint.is_anonymous and clock.local(at).time() == time()
    return filters.day(at) if is_day else filters.moment(at)


def _facts(complaint: Complaint) -> list[tuple[str, str]]:
    """What was told, without empty lines."""
    told_ = (
        (
            "Saluran",
            " · ".join(part for part in (words.CHANNEL_LABELS[complaint.channel], complaint.outside_number) if part),
        ),
        ("Kelas", words.KIND_LABELS[complaint.kind]),
        ("Topik", words.TOPIC_LABELS.get(complaint.topic, "")),
        ("Identitas", words.PRIVACY_LABELS[complaint.privacy]),
        ("Kapan", complaint.happened),
        ("Di mana", complaint.place),
        ("Layanan", complaint.service),
        ("Siapa", complaint.who),
        ("Harapan", complaint.hope),
        ("Permohonan atau kunjungan", complaint.case_number),
        ("Dinaikkan ke", words.ESCALATION_LABELS.get(complaint.escalated_to, "")),
        ("Kode di papan", complaint.board_code or ""),
        ("Penilaian pelapor", f"{complaint.rating} dari 5. {complaint.rating_note}" if complaint.rating else ""),
    )
    return [(label, value) for label, value in told_ if value]
