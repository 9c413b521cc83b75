"""What the page of one complaint at the desk shows."""

from datetime import datetime, time
from functools import partial
from typing import Any
from urllib.parse import quote

from flask import url_for
from flask_login import current_user

from pst import clock
from pst.actions.complaints import codes, complaint_letters, dialogue, identities, publications
from pst.actions.complaints import complaint_steps as steps
from pst.forms.base import choices
from pst.forms.complaints.desk import BoardForm, HandlerForm, NoteForm, ReplyForm
from pst.models.audit import Event
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.complaints.complaints import FILTERS, SORTS, Complaint, ComplaintSubject
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.complaints.identities import IdentityOpening
from pst.models.complaints.publications import Publication
from pst.models.office.sentences import Sentence
from pst.rules.complaints import words
from pst.rules.complaints.channels import CHANNEL_LABELS
from pst.rules.complaints.complaint_letters import KINDS
from pst.rules.undoing import WITHDRAWN
from pst.views.complaints.complaint_progress import limit_badge, track_of
from pst.views.complaints.finding import around, possible_handlers
from pst.web import filters
from pst.web.form_pages import AnyForm, FormPage
from pst.web.instance import the_calendar, the_config, the_office
from pst.web.walking import way_through

WHY_LABELS = {
    "named": "disebut dalam pengaduan",
    "case": "menangani urusan yang dimaksud",
    "chosen": "ditunjuk petugas",
}
"""Why an account is kept from it."""


DRAFTS = {"jawaban": "complaint_letters.answer", "penerusan": "complaint_letters.referral"}
"""Where the draft of each kind of letter is read."""


def form_on_page(complaint: Complaint, name: str, form: AnyForm) -> FormPage[AnyForm]:
    """One of the forms of its page, which calls it `name`."""
    return FormPage("complaints/desk/show.html", form, partial(page_of, complaint), name)


def page_of(complaint: Complaint) -> dict[str, Any]:
    """What its page shows, its forms empty."""
    today = clock.today()
    messages = list(ComplaintMessage.of(complaint, internal=True))
    happened = Event.history_of("complaint", complaint.number)
    way = way_through(
        FILTERS, SORTS, Complaint.register_beside, complaint, "complaint_case.show", "complaint_desk.index"
    )
    return {
        **around(complaint, register=way.back if way else ""),
        "way": way,
        **_state(complaint),
        **_rights(complaint),
        **_letters(complaint),
        "facts": _facts(complaint),
        "messages": [_message(complaint, row, happened) for row in messages],
        "to_copy": _to_copy(complaint, messages),
        "side_labels": words.SIDE_LABELS,
        "files": list(ComplaintFile.of(complaint, internal=True)),
        "events": _events(complaint, happened),
        "openings": list(IdentityOpening.of(complaint)),
        "subjects": list(ComplaintSubject.of(complaint)),
        "why_labels": WHY_LABELS,
        "unread": dialogue.unread_days(complaint, today),
        "published": Publication.of(complaint),
        "reply": reply_form(formdata=None),
        "note": NoteForm(formdata=None),
        "handler": handler_form(complaint, formdata=None),
        "board": BoardForm(formdata=None, data={"board": complaint.board_text}),
        "wide": True,
    }


def _state(complaint: Complaint) -> dict[str, Any]:
    return {
        "badge": limit_badge(complaint.limit_on, clock.today(), the_calendar()),
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        "track": track_of(complaint),
    }


def _rights(complaint: Complaint) -> dict[str, Any]:
    """What this person may do with it now."""
    return {
        "steps": [
            (step, "primary" if step.forward else "secondary") for step in steps.steps_for(complaint, current_user)
        ],
        "may_open": identities.may_open(complaint, current_user),
        **_new_code(complaint),
        "may_publish": publications.may_publish(complaint),
        "may_be_posted": complaint.channel == "box" or complaint.board_code is not None,
    }


def _new_code(complaint: Complaint) -> dict[str, Any]:
    """Whether this person may ask for a new code, or give the one that was asked for."""
    if codes.is_held(complaint):
        return {"code_wish": None, "may_ask_code": False, "may_give_code": False}
    wish = codes.asked(complaint, clock.now())
    return {
        "code_wish": wish,
        "may_ask_code": wish is None and codes.may_ask(complaint, current_user),
        "may_give_code": wish is not None and codes.may_give(complaint, current_user, wish),
    }


def _letters(complaint: Complaint) -> dict[str, Any]:
    """The letters that went out, and those that could: each with its draft, and why this person cannot sign it."""
    drafts = [kind for kind in KINDS.values() if complaint_letters.is_asked_for(complaint, kind)]
    return {
        "letters": [(KINDS[letter.kind].label, letter) for letter in ComplaintLetter.of(complaint)],
        "drafts": [(kind, DRAFTS[kind.name], complaint_letters.asked(complaint, kind)) for kind in drafts],
        "may_ask_letter": complaint_letters.may_ask(complaint, current_user),
        "not_signing": complaint_letters.why_not(complaint, current_user, clock.now()) if drafts else "",
    }


def reply_form(**more: Any) -> ReplyForm:
    """A message to the complainant, with the office's ready sentences; empty with `formdata=None`."""
    form = ReplyForm(**more)
    form.offer(Sentence.replies())
    return form


def handler_form(complaint: Complaint, **more: Any) -> HandlerForm:
    """To whom it can be given; empty with `formdata=None`."""
    form = HandlerForm(data={"handler": str(complaint.assignee_id or "")}, **more)
    form.handler.choices = choices(possible_handlers(complaint), "Pilih …")
    return form


def _message(complaint: Complaint, row: ComplaintMessage, happened: list[Event]) -> dict[str, Any]:
    """One message as the kit draws it."""
    may = dialogue.may_take_back(row, current_user, clock.now(), {event.at for event in happened})
    undo = url_for("complaint_case.take_back", number=complaint.number, message_id=row.id) if may else ""
    return {
        "author": row.author.name if row.author_id else words.SIDE_LABELS[row.side],
        "when": _when(complaint, row.at),
        "text": row.text,
        "mine": row.side == "office",
        "internal": row.side == "internal",
        "undo": undo,
    }


def _to_copy(complaint: Complaint, messages: list[ComplaintMessage]) -> tuple[str, str]:
    """What the office wrote last, as text for whoever is reached another way, and the address that opens WhatsApp
    with it; no telephone number: who it goes to is sealed. ("", "") where nothing was written.
    """
    last = next((row.text for row in reversed(messages) if row.side == "office" and row.text != WITHDRAWN), "")
    if not last:
        return "", ""
    where = f"Baca dan balas dengan kode Anda di {the_config().site}/pengaduan/lacak"
    text = f"Tentang pengaduan {complaint.number}:\n\n{last}\n\n{where}\n{the_office().office_short}"
    return text, f"https://wa.me/?text={quote(text)}"


def _events(complaint: Complaint, happened: list[Event]) -> list[tuple[str, str, str, str]]:
    """(when, what, who, note); the complainant and the system have no name here."""
    return [
        (
            _when(complaint, event.at),
            words.verb_label(event.verb),
            event.actor_name if event.actor_id else "",
            event.note,
        )
        for event in happened
    ]


def _when(complaint: Complaint, at: datetime) -> str:
    """The moment in words; of what an anonymous complainant did only the day is known."""
    is_day = complaint.is_anonymous and clock.local(at).time() == time()
    return filters.day(at) if is_day else filters.moment(at)


def _facts(complaint: Complaint) -> list[tuple[str, str]]:
    """What the complainant told and what became of it, without empty lines."""
    lines = (
        ("Saluran", " · ".join(part for part in (CHANNEL_LABELS[complaint.channel], complaint.outside_number) if part)),
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
    return [(label, value) for label, value in lines if value]
