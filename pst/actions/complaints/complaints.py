"""Receiving complaints from every channel, keeping them from their subjects, and what the office does beside steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from pst.actions import audit, handovers
from pst.actions.complaints import identities
from pst.actions.complaints.complaint_steps import moment_to_keep, refuse_strangers, set_days
from pst.actions.complaints.dialogue import cleared, keep_bare
from pst.actions.files import FileStore
from pst.actions.steps import refresh
from pst.actions.vault import Vault
from pst.clock import local, midnight
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import database, write
from pst.models.complaints.complaints import Complaint, ComplaintSubject, add_part
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.frontdesk.visits import Visit
from pst.models.search import ComplaintIndex
from pst.models.submissions.submissions import Submission
from pst.rules import numbering
from pst.rules.complaints import subjects
from pst.rules.complaints.complaints import Hat, Privacy, Status
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.refusals import Refusal
from pst.rules.roles import Role
from pst.rules.steps import StepRefused

TITLE_LENGTH = 90
NUMBERS = 9999
"""A year's numbers with four digits; they are drawn at random, and five digits follow when half of them are used."""


@dataclass(frozen=True)
class Filing:
    """What somebody tells, by whatever channel; only `kind`, `text` and `privacy` are always there."""

    kind: str
    text: str
    privacy: str
    title: str = ""
    topic: str = ""
    happened: str = ""
    place: str = ""
    service: str = ""
    about: str = "unsure"
    who: str = ""
    hope: str = ""
    case_number: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    channel: str = "web"
    outside_number: str = ""
    received_on: date | None = None
    """When it reached the office, if that was before today."""
    chosen: tuple[int, ...] = ()
    """Accounts an officer named as its subjects while entering it."""

    @property
    def identity(self) -> dict[str, str]:
        return {"name": self.name, "email": self.email, "phone": self.phone, "address": self.address}


def file_complaint(
    filing: Filing,
    code_hash: str,
    at: datetime,
    vault: Vault,
    entered_by: User | None = None,
    files: Iterable[tuple[str, bytes]] = (),
    store: FileStore | None = None,
) -> Complaint:
    """Register a complaint under its secret code; whoever it speaks of is shut out before anybody can read it.

    Its files (name, content) are kept with it or nothing is. The same form sent twice has the same code and gives the
    same complaint. Raises `UploadRefused`, and `Refusal` for a day to come.
    """
    if filing.received_on and filing.received_on > local(at).date():
        raise Refusal("Tanggal itu belum tiba.", "received_on")
    if known := Complaint.by_code(code_hash):
        return known
    bare = cleared(files, store)
    with write():
        complaint = _register(filing, code_hash, at, entered_by)
        identities.keep_identity(complaint, filing.identity, vault)
        keep_bare(complaint, "complainant", bare, at, store)
        _shut_out(complaint, filing)
        _index(complaint)
        facts = {"channel": complaint.channel, "kind": complaint.kind, "privacy": complaint.privacy}
        audit.record(
            "complaint",
            complaint.number,
            "file",
            entered_by,
            moment_to_keep(complaint, at),
            target=complaint.status,
            facts=facts,
        )
    return complaint


def confirm_code(complaint: Complaint) -> None:
    """The complainant has typed part of the code back: it was written down."""
    with write():
        Complaint.update(code_confirmed=True).where(Complaint.id == complaint.id).execute()


def name_subjects(
    complaint: Complaint, chosen: Iterable[int], about_head: bool, actor: User, note: str, at: datetime
) -> None:
    """Say who of the office it is about: these accounts lose every path to it. To give access back is the managers'.

    Raises `StepRefused`, `Hidden`.
    """
    with write():
        refresh(complaint)
        hats = refuse_strangers(complaint, actor)
        wanted, before = set(chosen), {row.user_id for row in ComplaintSubject.of(complaint)}
        gives_back = (
            before - wanted or (complaint.about_head and not about_head) or (complaint.unresolved and not wanted)
        )
        if gives_back and Hat.MANAGER not in hats:
            raise StepRefused("Membuka kembali akses hanya dapat dilakukan oleh pengelola pengaduan.", "note")
        if gives_back and not note.strip():
            raise StepRefused("Tuliskan alasan membuka kembali akses.", "note")
        ComplaintSubject.delete().where(
            ComplaintSubject.complaint == complaint.id, ComplaintSubject.user.not_in(wanted)
        ).execute()
        _keep_from(complaint, wanted - before, "chosen")
        complaint.about_head, complaint.unresolved = about_head, False
        if complaint.assignee_id in wanted:
            complaint.assignee = None
        complaint.save()
        audit.record("complaint", complaint.number, "name_subjects", actor, at, note=note.strip())


def add_note(complaint: Complaint, actor: User, text: str, at: datetime) -> None:
    """A note that only the office reads."""
    with write():
        refuse_strangers(complaint, actor)
        add_part(ComplaintMessage, complaint, side="internal", author=actor, text=text.strip(), at=at)


def post_on_board(complaint: Complaint, actor: User, text: str, at: datetime) -> None:
    """Put it on the notice board under a code of its own, with neutral words; "" keeps only the state.

    That code opens neither the complaint nor its dialogue.
    """
    with write():
        refresh(complaint)
        refuse_strangers(complaint, actor)
        complaint.board_code = complaint.board_code or numbering.new_code()
        complaint.board_text = text.strip()
        complaint.save()
        audit.record("complaint", complaint.number, "post_on_board", actor, at)


def _register(filing: Filing, code_hash: str, at: datetime, entered_by: User | None) -> Complaint:
    today = local(at).date()
    day = filing.received_on or today
    complaint = Complaint(
        id=Complaint.free_id(at),
        number=_free_number(day.year),
        code_hash=code_hash,
        channel=filing.channel,
        outside_number=filing.outside_number,
        kind=filing.kind,
        topic=filing.topic,
        privacy=filing.privacy,
        title=filing.title or _title_of(filing.text),
        text=filing.text,
        happened=filing.happened,
        place=filing.place,
        service=filing.service,
        who=filing.who,
        hope=filing.hope,
        case_number=filing.case_number,
        status=Status.RECEIVED.value,
        entered_by=entered_by,
        received_at=at,
        counted_from=day,
        entered_status_on=day,
        notice_version=NOTICE_VERSION,
    )
    hour_unknown = day != today or filing.privacy == Privacy.ANONYMOUS
    complaint.received_at = midnight(day) if hour_unknown else at
    set_days(complaint)
    complaint.save(force_insert=True)
    return complaint


def _free_number(year: int) -> str:
    """A number of the year that nobody has; drawn at random, see `Complaint`."""
    used = Complaint.select().where(Complaint.number.startswith(f"ADU-{year}-")).count()
    highest = NUMBERS if used < NUMBERS // 2 else 10 * NUMBERS + 9
    while True:
        number = numbering.complaint_number(year, numbering.random_sequence(highest))
        if not Complaint.select().where(Complaint.number == number).exists():
            return number


def _title_of(text: str) -> str:
    """The beginning of the text, for lists, where no title was given."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _shut_out(complaint: Complaint, filing: Filing) -> None:
    """Keep it from whoever is named, chosen, or handled the case; heads and unknown officers are told by a mark."""
    staff = list(User.colleagues().select(User.id, User.name, User.roles))
    words = " ".join((filing.title, filing.text, filing.hope, filing.place, filing.service))
    named = subjects.mentioned(filing.who, words, [(user.id, user.name) for user in staff])
    handled = handlers_of_case(filing.case_number)
    heads = {user.id for user in staff if user.has(Role.HEAD)}
    complaint.about_head = (
        filing.about == "head"
        or subjects.speaks_of_head(filing.who, words)
        or bool(heads & (named | set(filing.chosen)))
    )
    for ids, why in ((set(filing.chosen), "chosen"), (named, "named"), (handled, "case")):
        _keep_from(complaint, ids, why)
    shut_out = set(filing.chosen) | named | handled
    complaint.unresolved = filing.about == "officer" and not shut_out and not complaint.about_head
    complaint.save(only=(Complaint.about_head, Complaint.unresolved))


def handlers_of_case(number: str) -> set[int]:
    """The accounts of the office that had to do with this submission or visit; none when there is no such number."""
    if not (clean := number.strip().upper()):
        return set()
    if submission := Submission.get_or_none(Submission.number == clean):
        acted = {event.actor_id for event in Event.of("submission", clean) if event.actor_id}
        people = {submission.assignee_id, submission.entered_by_id, *acted} - {None, submission.applicant_id}
    elif visit := Visit.get_or_none(Visit.number == clean):
        people = {visit.entered_by_id, visit.officer_id} - {None}
    else:
        return set()
    return {user.id for user in User.colleagues() if user.id in people}


def _keep_from(complaint: Complaint, ids: Iterable[int], why: str) -> None:
    handovers.forget(ids, "complaint", complaint.number)
    known = {row.user_id for row in ComplaintSubject.of(complaint)}
    for user_id in sorted(set(ids) - known):
        add_part(ComplaintSubject, complaint, user=user_id, why=why)


def _index(complaint: Complaint) -> None:
    """Make it findable at the desk. Only inside `write()`."""
    assert database.in_transaction()
    words = " ".join((complaint.number, complaint.outside_number, complaint.title, complaint.text))
    ComplaintIndex.put(complaint.id, words=words)
