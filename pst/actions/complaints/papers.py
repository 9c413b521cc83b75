"""The papers of complaints, put together from rows: answer, referral, blank forms, minutes."""

from collections.abc import Iterable
from datetime import datetime

from pst.actions.complaints.boxes import PrintedForm
from pst.clock import local
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxOpening, BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.office.settings import the_letterhead, the_office
from pst.paper.complaints.box_minutes import minutes_pdf
from pst.paper.complaints.complaint_facts import BlankForm, FormFacts, MinutesFacts, ReplyFacts
from pst.paper.complaints.complaint_form import forms_pdf
from pst.paper.complaints.complaint_reply import reply_pdf
from pst.rules import wording
from pst.rules.complaints.words import KIND_LABELS, TOPIC_LABELS

FURTHER = (
    "Bila jawaban ini belum menyelesaikan persoalan Anda, balas melalui percakapan pengaduan dengan kode Anda. Anda "
    "juga dapat melanjutkannya ke Inspektorat Utama BPS atau Ombudsman Republik Indonesia."
)

BEYOND = ("province", "inspectorate")
"""Levels above the office; what goes there goes with a letter."""
INSPECTORATE = "Inspektur Utama Badan Pusat Statistik"
CONFLICT = "karena tidak dapat diputus oleh kantor kami tanpa benturan kepentingan"
BEYOND_US = "karena penanganannya memerlukan wewenang di atas kantor kami"
ANSWERING = ("answer", "pass_on", "refuse", "mark_duplicate")
"""Steps whose note is the office's word; later messages of the dialogue do not replace it in the letter."""


def answer_pdf(complaint: Complaint, at: datetime) -> bytes | None:
    """The latest answer as a letter to somebody without a name; None before there is one."""
    answer = _answer_of(complaint)
    if answer is None:
        return None
    opening = f"Atas pengaduan yang kami terima pada {_day(complaint)}, kami sampaikan hal berikut."
    return reply_pdf(
        _facts(
            complaint,
            at,
            "Jawaban atas pengaduan",
            f"Pelapor pengaduan {complaint.number}",
            (opening, *(part for part in answer.text.split("\n") if part.strip()), FURTHER),
            (),
        )
    )


def is_referred(complaint: Complaint) -> bool:
    """It goes to an office above this one: about the head, or escalated beyond the head."""
    return complaint.about_head or complaint.escalated_to in BEYOND


def referral_pdf(complaint: Complaint, at: datetime) -> bytes:
    """The letter that hands a complaint about the head, or an escalated one, to the office above."""
    office = the_office()
    inspected = complaint.escalated_to == "inspectorate"
    recipient = INSPECTORATE if inspected else office.complaint_referral
    about, reason = ("", BEYOND_US)
    if complaint.about_head:
        about, reason = f" yang menyangkut Kepala {office.office_short}", CONFLICT
    summary = (
        ("Diterima", _day(complaint)),
        ("Kelas", KIND_LABELS[complaint.kind]),
        ("Topik", TOPIC_LABELS.get(complaint.topic, "–")),
        ("Uraian", complaint.text),
        ("Harapan pelapor", complaint.hope or "–"),
    )
    paragraphs = (
        f"Bersama ini kami teruskan pengaduan{about} untuk ditangani lebih lanjut, {reason}.",
        "Identitas pelapor tidak disertakan. Tanggapan kepada pelapor dapat disampaikan melalui kami dengan menyebut "
        "nomor pengaduan.",
    )
    return reply_pdf(_facts(complaint, at, "Penerusan pengaduan", recipient, paragraphs, summary))


def blank_forms_pdf(forms: Iterable[PrintedForm], site: str, at: datetime) -> bytes:
    """The batch as one PDF; the QR carries the code behind #, which browsers keep to themselves."""
    office, track = the_office(), f"{site}/pengaduan/lacak"
    blank = tuple(BlankForm(form.number, form.code, f"{track}#{form.code}") for form in forms)
    return forms_pdf(FormFacts(the_letterhead(office), blank, track, office.complaint_whatsapp, at))


def opening_pdf(opening: BoxOpening, at: datetime) -> bytes:
    """The minutes of one opening: counts, for the witnesses to sign; nothing of what the sheets say."""
    counted = BoxSheet.count_by_kind(opening)
    return minutes_pdf(
        MinutesFacts(
            office=the_letterhead(the_office()),
            number=opening.number,
            opened=local(opening.opened_at),
            witnesses=(opening.first_witness, opening.second_witness),
            officer=opening.opened_by.name,
            found=opening.found,
            coded=counted["form"],
            plain=counted["plain"],
            void=counted["void"],
            note=opening.note,
            closed=local(opening.closed_at) if opening.closed_at else None,
            made_at=opening.closed_at or at,
        )
    )


def _answer_of(complaint: Complaint) -> ComplaintMessage | None:
    """The message that went out with the last step that answered."""
    step = Event.of("complaint", complaint.number).where(Event.verb.in_(ANSWERING)).order_by(Event.id.desc()).first()
    if step is None:
        return None
    messages = ComplaintMessage.of(complaint).where(ComplaintMessage.side == "office", ComplaintMessage.at == step.at)
    return messages.order_by(ComplaintMessage.id.desc()).first()


def _facts(
    complaint: Complaint,
    at: datetime,
    subject: str,
    recipient: str,
    paragraphs: tuple[str, ...],
    summary: tuple[tuple[str, str], ...],
) -> ReplyFacts:
    return ReplyFacts(
        office=the_letterhead(the_office()),
        number=complaint.number,
        day=local(at).date(),
        recipient=recipient,
        subject=subject,
        paragraphs=tuple(paragraphs),
        summary=tuple(summary),
        signed_as="Pengelola pengaduan",
        made_at=at,
    )


def _day(complaint: Complaint) -> str:
    return wording.long_date(local(complaint.received_at).date())
