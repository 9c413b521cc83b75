"""The dialogue between the office and somebody known only by a code: words, files, the complainant's last word."""

from collections.abc import Iterable
from datetime import date, datetime

from pst.actions import audit
from pst.actions.complaints.complaint_steps import (
    COMPLAINANT,
    moment_to_keep,
    refuse_strangers,
    set_days,
    take_step,
    tell_handler,
)
from pst.actions.files import FileStore, erase_if_unowned, keep_file
from pst.actions.steps import refresh
from pst.clock import local
from pst.exchange.traces import without_traces
from pst.exchange.uploads import UploadRefused
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import bookkeeping, write
from pst.models.complaints.boxes import BoxForm
from pst.models.complaints.complaints import Complaint, add_part
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.rules import numbering
from pst.rules.complaints.complaints import Hat, Status
from pst.rules.office.sentences import refuse_gaps
from pst.rules.steps import StepRefused
from pst.rules.undoing import IN_WORDS, WITHDRAWN, may_undo

Bare = tuple[str, str, bytes]
"""The ending, MIME type and content of a file, as `without_traces` leaves it."""
MOST_FILES = 20
ENDED = "Pengaduan ini sudah selesai; pesan baru tidak dapat dikirim."


def look_up(typed: str) -> Complaint | BoxForm | None:
    """What this code opens: a complaint, a blank form that has not come back yet, a place on the board, or nothing.

    What cannot be a code is hashed and looked for like one that nobody has: the same work, the same answer.
    """
    clean = numbering.clean_code(typed) or ""
    code_hash = numbering.hash_code(clean)
    complaint, form, posted = (Complaint.by_code(code_hash), BoxForm.by_code(code_hash), Complaint.by_board_code(clean))
    return complaint or form or posted


def opens_dialogue(complaint: Complaint, typed: str) -> bool:
    """The code is the secret one, and not the one on the notice board."""
    return complaint.code_hash == numbering.hash_code(numbering.clean_code(typed) or "")


def note_seen(complaint: Complaint, today: date) -> None:
    """The dialogue was opened; only the day is kept."""
    if complaint.seen_on != today:
        with bookkeeping():
            Complaint.update(seen_on=today).where(Complaint.id == complaint.id).execute()


def say(
    complaint: Complaint,
    text: str,
    at: datetime,
    files: Iterable[tuple[str, bytes]] = (),
    store: FileStore | None = None,
) -> None:
    """The complainant writes, perhaps with files (name, content); where more was asked for, this is it.

    Words and files are kept together or not at all. Whoever writes after an answer is not silent: the days to react
    begin anew. Raises `StepRefused`, `UploadRefused`.
    """
    bare = cleared(files, store)
    with write():
        refresh(complaint)
        if not complaint.is_open:
            raise StepRefused(ENDED)
        keep_bare(complaint, "complainant", bare, at, store)
        if complaint.status == Status.INCOMPLETE:
            take_step(complaint, "supply", COMPLAINANT, None, at, text)
            return
        _add(complaint, "complainant", None, text, moment_to_keep(complaint, at))
        tell_handler(complaint, "complaint_reply", moment_to_keep(complaint, at), None)
        if complaint.status == Status.ANSWERED:
            complaint.entered_status_on = local(at).date()
            set_days(complaint)
            complaint.save()


def reply(complaint: Complaint, actor: User, text: str, at: datetime) -> None:
    """The office writes without changing the state, e.g. to say how far it is."""
    refuse_gaps(text, "pesan ini", "text")
    with write():
        refresh(complaint)
        refuse_strangers(complaint, actor)
        _add(complaint, "office", actor, text, at)


def take_back(complaint: Complaint, message: ComplaintMessage, actor: User, at: datetime, store: FileStore) -> str:
    """Take a message to the complainant back with the files that went with it; returns its words.

    What was said with a step stays: the step rests on it. Raises `StepRefused`, `Hidden`.
    """
    with write():
        refuse_strangers(complaint, actor)
        message = ComplaintMessage.get_by_id(message.id)
        if not may_take_back(message, actor, at, moments_of_steps(complaint)):
            raise StepRefused(f"Pesan hanya dapat ditarik penulisnya, dalam {IN_WORDS}.")
        for row in ComplaintFile.of(complaint).where(ComplaintFile.side == "office", ComplaintFile.at == message.at):
            row.delete_instance()
            erase_if_unowned(store, row.file_id)
        words, message.text = message.text, WITHDRAWN
        message.save()
        audit.record("complaint", complaint.number, "withdraw_message", actor, at)
    return words


def may_take_back(message: ComplaintMessage, actor: User, at: datetime, of_steps: set[datetime]) -> bool:
    """Its writer, a moment ago, where it is not the word of a step."""
    mine = message.side == "office" and message.author_id == actor.id and message.text != WITHDRAWN
    return mine and message.at not in of_steps and may_undo(message.at, at)


def moments_of_steps(complaint: Complaint) -> set[datetime]:
    """When something happened to it: the words of a step bear its moment."""
    return {event.at for event in Event.of("complaint", complaint.number)}


def attach(
    complaint: Complaint,
    side: str,
    name: str,
    content: bytes,
    at: datetime,
    store: FileStore,
    actor: User | None = None,
) -> ComplaintFile:
    """Keep a file of the dialogue under a neutral name, without what tells on its sender.

    Raises `UploadRefused`, `StepRefused`.
    """
    bare = cleared([(name, content)], store, "file")
    with write():
        refresh(complaint)
        if actor is not None:
            refuse_strangers(complaint, actor)
        (row,) = keep_bare(complaint, side, bare, at, store, COMPLAINANT if actor is None else frozenset())
        return row


def cleared(files: Iterable[tuple[str, bytes]], store: FileStore | None, field: str = "files") -> list[Bare]:
    """Files (name, content) as they may be kept: bare of what tells on their sender, seen by the virus scanner.

    Before `write()`: the scanner may take seconds, and others would wait. Raises `UploadRefused`, at the `field` they
    were chosen in.
    """
    try:
        bare = [without_traces(name, content) for name, content in files]
        for _, _, content in bare:
            assert store is not None
            store.examine(content)
    except UploadRefused as refusal:
        raise UploadRefused(str(refusal), field) from None
    return bare


def keep_bare(
    complaint: Complaint,
    side: str,
    files: Iterable[Bare],
    at: datetime,
    store: FileStore | None,
    hats: frozenset[Hat] = COMPLAINANT,
) -> list[ComplaintFile]:
    """Keep `cleared` files under neutral names; only inside `write()`. Raises `UploadRefused` for too many."""
    rows, moment = [], moment_to_keep(complaint, at, hats)
    count = ComplaintFile.of(complaint, internal=True).count()
    for place, (ending, mime, content) in enumerate(files, start=count + 1):
        if place > MOST_FILES:
            raise UploadRefused(f"Paling banyak {MOST_FILES} lampiran untuk satu pengaduan.", "files")
        assert store is not None
        file = keep_file(store, content, mime, moment)
        name = f"lampiran-{place}{ending}"
        rows.append(add_part(ComplaintFile, complaint, side=side, file=file, name=name, at=moment))
    return rows


def accept(complaint: Complaint, rating: int | None, note: str, at: datetime) -> None:
    """The complainant is content; the rating is one to five or left out."""
    with write():
        take_step(complaint, "accept", COMPLAINANT, None, at)
        complaint.rating = rating if rating in range(1, 6) else None
        complaint.rating_note = note.strip()
        complaint.save()


def not_resolved(complaint: Complaint, why: str, at: datetime) -> None:
    """The complainant opens it again and says what is missing."""
    with write():
        take_step(complaint, "not_resolved", COMPLAINANT, None, at, why)


def withdraw(complaint: Complaint, why: str, at: datetime) -> None:
    """The complainant takes it back."""
    with write():
        take_step(complaint, "withdraw", COMPLAINANT, None, at, why)


def unread_days(complaint: Complaint, today: date) -> int | None:
    """For how many days an answer has waited unread; None when there is none, or it was read."""
    if complaint.answered_on is None or (complaint.seen_on and complaint.seen_on >= complaint.answered_on):
        return None
    return (today - complaint.answered_on).days


def _add(complaint: Complaint, side: str, author: User | None, text: str, at: datetime) -> None:
    """One message; the same words again on the same day are a second click."""
    last = ComplaintMessage.of(complaint).order_by(ComplaintMessage.id.desc()).first()
    same_day = last is not None and local(last.at).date() == local(at).date()
    if last is not None and same_day and (last.side, last.text) == (side, text.strip()):
        return
    add_part(ComplaintMessage, complaint, side=side, author=author, text=text.strip(), at=at)
