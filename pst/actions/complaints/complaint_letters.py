"""Letters about a complaint: what they say, who signs them, and their number in the book of the office.

The answer stands in the dialogue already; a letter is its paper, for whoever needs one. Until somebody who may sign
lets it go out it is a draft without a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pst.actions import audit, handovers
from pst.actions.complaints.complaint_steps import hats_on, refuse_strangers
from pst.actions.files import FileStore, keep_file
from pst.actions.letters import book_entries
from pst.actions.letters.facts import NO_SIGNATORY, signatory_facts
from pst.actions.letters.issue import named
from pst.actions.steps import refresh
from pst.clock import local
from pst.exchange.uploads import PDF
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.complaints.complaint_letters import ComplaintLetter
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.letters.signatories import Signatory
from pst.models.office.settings import the_letterhead, the_office
from pst.paper.complaints.complaint_facts import ReplyFacts
from pst.paper.complaints.complaint_reply import reply_pdf
from pst.paper.signature import SignatoryFacts
from pst.rules import wording
from pst.rules.complaints.complaint_letters import ANSWER_LETTER, LetterKind
from pst.rules.complaints.complaints import HANDLING, Hat
from pst.rules.complaints.words import KIND_LABELS, TOPIC_LABELS
from pst.rules.steps import StepRefused

FURTHER = (
    "Bila jawaban ini belum menyelesaikan persoalan Anda, balas melalui percakapan pengaduan dengan kode Anda. Anda "
    "juga dapat melanjutkannya ke Inspektorat Utama BPS atau Ombudsman Republik Indonesia."
)
FORWARDED = (
    "Identitas pelapor tidak disertakan. Tanggapan kepada pelapor dapat disampaikan melalui kami dengan menyebut "
    "nomor pengaduan. Atas perhatian Bapak/Ibu, kami ucapkan terima kasih."
)
BEYOND = ("province", "inspectorate")
"""Levels above the office; what goes there goes with a letter."""
INSPECTORATE = "Inspektur Utama Badan Pusat Statistik"
CONFLICT = "karena tidak dapat diputus oleh kantor kami tanpa benturan kepentingan"
BEYOND_US = "karena penanganannya memerlukan wewenang di atas kantor kami"
ANSWERING = ("answer", "pass_on", "refuse", "mark_duplicate")
"""Steps whose note is the office's word; later messages of the dialogue do not replace it in the letter."""
STANDING_IN = "Pejabat yang ditunjuk menangani pengaduan,"
NOBODY_SIGNS = "Belum ada pejabat penanda tangan yang berlaku hari ini; administrator dapat mengaturnya."
OUT_ALREADY = "Surat ini sudah terbit; yang baru menyusul bila ada jawaban atau rujukan baru, atau nomornya dibatalkan."


@dataclass(frozen=True)
class Words:
    """What a letter says, to whom, and since when there is something to say."""

    recipient: str
    in_book: str
    """To whom, as the book says it."""
    paragraphs: tuple[str, ...]
    since: datetime
    summary: tuple[tuple[str, str], ...] = ()


def issue(
    complaint: Complaint, kind: LetterKind, given: Mapping[str, Any], actor: User, at: datetime, store: FileStore
) -> ComplaintLetter:
    """Let the letter go out, signed by `actor`: number, line of the book, paper and event together.

    `given` are number, prefix, kka and reason. Raises `Hidden`, `StepRefused`, `Refusal`.
    """
    with write():
        refresh(complaint)
        words, day = _words_to_send(complaint, kind), local(at).date()
        signatory = _signing(complaint, actor, day)
        if behind := audit.clock_behind(at):
            raise StepRefused(behind)
        entry_kind, subject = kind.in_book(about_head=complaint.about_head)
        line = {**given, "dated": day, "recipient": words.in_book, "subject": subject}
        entry = book_entries.enter(line, actor, at, store, kind=entry_kind)
        paper = reply_pdf(_facts(complaint, kind, words, signatory, at, entry.number))
        file = keep_file(store, paper, PDF, at)
        letter = ComplaintLetter.create(
            complaint=complaint, kind=kind.name, entry=entry, signed_by=signatory.name, file=file
        )
        facts = {"sha256": file.sha256}
        audit.record("complaint", complaint.number, kind.verb, actor, at, note=f"Nomor {entry.number}.", facts=facts)
    return letter


def _words_to_send(complaint: Complaint, kind: LetterKind) -> Words:
    """What is to be said and has not gone out yet. Raises `StepRefused`."""
    words = words_of(complaint, kind)
    if words is None:
        raise StepRefused("Belum ada yang dapat ditulis pada surat ini.")
    if _is_out(complaint, kind, words):
        raise StepRefused(OUT_ALREADY)
    return words


def ask_for(complaint: Complaint, kind: LetterKind, actor: User, at: datetime) -> None:
    """Tell whoever signs today that this letter is wanted on paper; once is enough. Raises `StepRefused`."""
    with write():
        refresh(complaint)
        if not may_ask(complaint, actor) or not is_asked_for(complaint, kind):
            raise StepRefused("Surat diminta oleh yang menangani pengaduan, selama surat itu belum terbit.")
        if asked(complaint, kind):
            return
        signatory = _on(complaint, local(at).date())
        person = User.with_id(signatory.user_id) if signatory else None
        if person is None or not hats_on(complaint, person):
            raise StepRefused(NOBODY_SIGNS)
        audit.record("complaint", complaint.number, "ask_letter", actor, at, note=kind.label)
        facts = {"path": "/petugas/pengaduan"}
        handovers.tell("complaint_letter", [person], ("complaint", complaint.number), at, actor, facts)


def asked(complaint: Complaint, kind: LetterKind) -> Event | None:
    """That this letter was asked for, since there is something to say that has not gone out."""
    words = words_of(complaint, kind)
    said = Event.of("complaint", complaint.number) if words else ()
    wishes = [event for event in said if event.verb == "ask_letter" and event.note == kind.label]
    return next((wish for wish in reversed(wishes) if words and wish.at >= words.since), None)


def may_ask(complaint: Complaint, actor: User) -> bool:
    """Whoever answers for it, where somebody else signs."""
    return not complaint.about_head and bool(hats_on(complaint, actor) & set(HANDLING))


def draft_pdf(complaint: Complaint, kind: LetterKind, at: datetime) -> bytes | None:
    """The letter as it would go out, without a number; None while there is nothing to say."""
    words = words_of(complaint, kind)
    if words is None:
        return None
    signatory = _named_signatory(complaint, local(at).date())
    return reply_pdf(_facts(complaint, kind, words, signatory, at))


def is_asked_for(complaint: Complaint, kind: LetterKind) -> bool:
    """There is something to say that has not gone out yet."""
    words = words_of(complaint, kind)
    return words is not None and not _is_out(complaint, kind, words)


def _is_out(complaint: Complaint, kind: LetterKind, words: Words) -> bool:
    """What it says has gone out, under a number that counts."""
    letter = ComplaintLetter.in_force(complaint, kind.name)
    return letter is not None and letter.entry.at >= words.since


def why_not(complaint: Complaint, actor: User, at: datetime, kind: LetterKind | None = None) -> str:
    """Why this person cannot sign a letter about it now (of this kind), in Indonesian; "" where they can."""
    try:
        _signing(complaint, actor, local(at).date())
        if kind:
            _words_to_send(complaint, kind)
    except StepRefused as refusal:
        return str(refusal)
    return ""


def words_of(complaint: Complaint, kind: LetterKind) -> Words | None:
    """What the letter says; None while there is nothing to say."""
    return _answer(complaint) if kind == ANSWER_LETTER else _referral(complaint)


def _answer(complaint: Complaint) -> Words | None:
    """The latest answer, to somebody without a name."""
    step = Event.latest("complaint", complaint.number, ANSWERING)
    answer = _message_of(complaint, step) if step else None
    if step is None or answer is None:
        return None
    opening = f"Atas pengaduan yang kami terima pada {_day(complaint)}, kami sampaikan hal berikut."
    said = (part for part in answer.text.split("\n") if part.strip())
    in_book = "Perorangan" if complaint.about_head else "Pelapor"
    return Words(f"Pelapor pengaduan {complaint.number}", in_book, (opening, *said, FURTHER), step.at)


def _referral(complaint: Complaint) -> Words | None:
    """It goes to an office above this one: about the head, or escalated beyond the head."""
    if not complaint.about_head and complaint.escalated_to not in BEYOND:
        return None
    office = the_office()
    recipient = INSPECTORATE if complaint.escalated_to == "inspectorate" else office.complaint_referral
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
    handed = f"Bersama ini kami teruskan pengaduan{about} untuk ditangani lebih lanjut, {reason}."
    asked = Event.latest("complaint", complaint.number, ("file", "escalate"))
    return Words(recipient, recipient, (handed, FORWARDED), asked.at if asked else complaint.received_at, summary)


def _message_of(complaint: Complaint, step: Event) -> ComplaintMessage | None:
    """What the office said with that step."""
    messages = ComplaintMessage.of(complaint).where(ComplaintMessage.side == "office", ComplaintMessage.at == step.at)
    return messages.order_by(ComplaintMessage.id.desc()).first()


def _signing(complaint: Complaint, actor: User, day: date) -> SignatoryFacts:
    """The signatory, who must be the person acting: the head or an acting official whom it is not about.

    A letter about the head is signed by whoever stands in for complaints about the head. Raises `Hidden`,
    `StepRefused`.
    """
    hats = refuse_strangers(complaint, actor)
    if complaint.about_head:
        if Hat.MANAGER not in hats:
            raise StepRefused("Surat tentang Kepala ditandatangani pejabat yang ditunjuk.")
        return SignatoryFacts(STANDING_IN, actor.name)
    signatory = _on(complaint, day)
    if signatory is None:
        raise StepRefused(NOBODY_SIGNS)
    if signatory.user_id != actor.id:
        raise StepRefused(f"Surat hari ini ditandatangani {named(signatory)}.")
    return signatory_facts(signatory, the_office())


def _named_signatory(complaint: Complaint, day: date) -> SignatoryFacts:
    """Who would sign, for the draft."""
    if complaint.about_head:
        return SignatoryFacts(STANDING_IN, NO_SIGNATORY.name)
    return signatory_facts(_on(complaint, day), the_office())


def _on(complaint: Complaint, day: date) -> Signatory | None:
    """Who signs on this day, of all whom it is not about."""
    return Signatory.on(day, [row.user_id for row in ComplaintSubject.of(complaint)])


def _facts(
    complaint: Complaint, kind: LetterKind, words: Words, signatory: SignatoryFacts, at: datetime, number: str = ""
) -> ReplyFacts:
    office = the_office()
    return ReplyFacts(
        office=the_letterhead(office),
        complaint=complaint.number,
        number=number,
        day=local(at).date() if number else None,
        nature=office.letter_nature if kind == ANSWER_LETTER else "Rahasia",
        recipient=words.recipient,
        subject=kind.subject,
        paragraphs=words.paragraphs,
        summary=words.summary,
        signatory=signatory,
        made_at=at,
        chain=audit.head() if number else "",
    )


def _day(complaint: Complaint) -> str:
    return wording.long_date(local(complaint.received_at).date())
