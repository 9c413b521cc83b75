"""The guest book: signing it, being recognised, and being forgotten again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import fn

from pst.actions import attempts, audit
from pst.actions.frontdesk import satisfaction, tickets
from pst.clock import local, midnight
from pst.models.accounts.users import User
from pst.models.base import Sequence, database, write
from pst.models.complaints.complaints import Complaint
from pst.models.emails import Email
from pst.models.frontdesk.roster import timetable
from pst.models.frontdesk.satisfaction import Rating
from pst.models.frontdesk.tickets import Ticket
from pst.models.frontdesk.visits import Visit, Visitor
from pst.models.office.settings import the_office
from pst.models.search import VisitIndex
from pst.models.submissions.submissions import Submission
from pst.rules import numbering
from pst.rules.accounts.lockout import BY_GUEST, BY_GUEST_DEVICE
from pst.rules.complaints.complaints import Privacy
from pst.rules.frontdesk.roster import DeskState, desk_state
from pst.rules.frontdesk.visits import complaint_number_in, kept_until, phone_key, visit_number
from pst.rules.office.emails import TO_VISITORS
from pst.rules.personal import BY_TABLE
from pst.rules.privacy import NOTICE_VERSION
from pst.rules.refusals import Refusal

OF_VISITOR = ("name", "institution", "phone", "email", "sex", "age", "education", "occupation", "institution_kind")
"""What is remembered of a person from one visit to the next."""

NOBODY = (
    "Nomor HP dan bulan lahir itu belum kami kenal bersama-sama. Periksa lagi, atau isi buku tamu sebagai pengunjung "
    "baru."
)
NO_CARD = "Kartu itu tidak kami kenal. Periksa kodenya, atau isi buku tamu sebagai pengunjung baru."
UNKNOWN_TO_OFFICERS = "Kode atau nomor itu tidak dikenal."
UNKNOWN_TO_GUESTS = "Kode itu tidak kami kenal. Periksa lagi, atau kosongkan."
SEALED = (
    "Identitas pada pengaduan ini dirahasiakan, sehingga tidak kami kaitkan dengan nama Anda. Kosongkan isian ini, "
    "lalu sampaikan kodenya langsung kepada petugas pengaduan."
)


class DeskClosed(Refusal):
    """No number is given now; `state` says why and when the desk opens."""

    def __init__(self, state: DeskState):
        super().__init__(state.reason)
        self.state = state


class NotRecognised(Refusal):
    """Number and month belong to nobody together, or the card is none of ours: which of them is not said."""


class CaseUnknown(Refusal):
    """No submission has this code and it is no complaint's number."""

    field = "case"


class CaseSealed(CaseUnknown):
    """The complaint of this code keeps its complainant's identity sealed; a visit would write the name beside it."""


@dataclass(frozen=True)
class Signed:
    """What signing led to; a paper page gives no ticket."""

    visit: Visit
    visitor: Visitor
    ticket: Ticket | None


def desk_now(at: datetime) -> DeskState:
    """How the desk stands at this moment."""
    wall = local(at)
    return desk_state(timetable(the_office(), wall.date()), wall)


def may_sign(at: datetime) -> bool:
    """May visitors sign by themselves at this moment?"""
    return desk_now(at).admits(the_office().kiosk_hours)


def sign(
    given: Mapping[str, Any],
    at: datetime,
    *,
    visitor: Visitor | None = None,
    actor: User | None = None,
    arrived_at: datetime | None = None,
) -> Signed:
    """Write a visit into the book and give it a number in the queue.

    `given` are answers by the codes of `rules/frontdesk/visits.py`; what a known `visitor` is asked again replaces
    what was known. An officer (`actor`) may sign for somebody at any hour, and with `arrived_at` copy a page of the
    paper book, which gives no number. Raises `DeskClosed`, `CaseUnknown`, `CaseSealed`.
    """
    if actor is None and not may_sign(at):
        raise DeskClosed(desk_now(at))
    channel = "paper" if arrived_at else "officer" if actor else "kiosk"
    with write():
        submission, complaint = find_case(given.get("case", ""), actor)
        visitor = _remember(visitor, given, local(arrived_at or at).date(), at)
        visit = _write_down(visitor, given, arrived_at or at, at, channel, actor)
        VisitIndex.put(visit.id, words=f"{visit.name} {visit.institution}")
        if submission or complaint:
            Visit.update(submission=submission, complaint=complaint).where(Visit.id == visit.id).execute()
        audit.record("visit", visit.number, "sign", actor, at, facts={"channel": channel, "privacy": NOTICE_VERSION})
        if arrived_at:
            return Signed(visit, visitor, None)
        satisfaction.prepare(visit)
        ticket = tickets.issue(visit, visit.service, bool(visit.needs), at, actor=actor)
    return Signed(visit, visitor, ticket)


def recognise(phone: str, birth_month: int, device: str, at: datetime) -> Visitor:
    """Who comes again, by number and month together; tries are counted by number and by device.

    Raises `NotRecognised`, `TooManyTries`.
    """
    key = phone_key(phone)
    with write():
        attempts.count_try("guest_from", device, BY_GUEST_DEVICE, at)
        attempts.count_try("guest", key, BY_GUEST, at)
        found = Visitor.recognised(key, birth_month)
        if found is not None:
            attempts.forgive("guest", key)
            attempts.take_back("guest_from", device)
    if found is None:
        raise NotRecognised(NOBODY, "phone")
    return found


def recognise_card(typed: str) -> Visitor:
    """Who shows this visit card; a scanner may type the whole address that its QR holds. Raises `NotRecognised`."""
    clean = numbering.clean_code(typed.strip().rstrip("/").rpartition("/")[2])
    found = Visitor.by_card(numbering.hash_code(clean)) if clean else None
    if found is None:
        raise NotRecognised(NO_CARD, "card")
    return found


def find_case(typed: str, officer: User | None = None) -> tuple[Submission | None, str]:
    """The submission with this tracking code, or the complaint of this code or number; an officer may also type a
    submission's number.

    Nothing typed is no case. Raises `CaseUnknown`, and `CaseSealed` for the code of a complaint without open name.
    """
    if not typed.strip():
        return None, ""
    if complaint := complaint_number_in(typed):
        return None, complaint
    clean = numbering.clean_code(typed)
    hashed = numbering.hash_code(clean) if clean else ""
    if complaint := _complaint_of(hashed, officer):
        return None, complaint
    submission = Submission.by_code(hashed)
    if submission is None and officer is not None:
        submission = Submission.find(officer, typed.strip().upper())
    if submission is None:
        raise CaseUnknown(UNKNOWN_TO_OFFICERS if officer else UNKNOWN_TO_GUESTS)
    return submission, ""


def _complaint_of(code_hash: str, officer: User | None) -> str:
    found = Complaint.by_code(code_hash)
    if found is not None and found.privacy != Privacy.NAMED:  # an officer is not told that there is a complaint
        raise CaseSealed(UNKNOWN_TO_OFFICERS if officer else SEALED)
    return found.number if found else ""


def anonymise_old(at: datetime) -> int:
    """Take the persons out of visits older than the office keeps them; what is counted stays. For the minute job.

    Visitors who have not come since are forgotten whole; comments of their surveys and the mails of the desk go too.
    The event tells how many and up to which day, and nothing of their content.
    """
    limit = kept_until(local(at).date(), the_office().visit_retention_months)
    old = [row.id for row in Visit.too_old(limit)]
    gone = [row.id for row in Visitor.select(Visitor.id).where(Visitor.last_visit_on < limit)]
    if not old and not gone:
        return 0
    with write():
        for ids in _in_portions(old):
            _wipe(ids, at)
        VisitIndex.settle()
        for ids in _in_portions(gone):
            Visitor.delete().where(Visitor.id.in_(ids)).execute()
        Email.delete().where(Email.kind.in_(TO_VISITORS), Email.created_at < midnight(limit)).execute()
        facts = {"visits": len(old), "visitors": len(gone), "before": limit.isoformat()}
        audit.record("retention", "visits", "anonymise", None, at, facts=facts)
    return len(old)


def forget_visitor(visitor: Visitor, officer: User | None, at: datetime) -> None:
    """Take a person out of the guest book who asked for it at the desk; what is counted stays."""
    with write():
        visits = list(Visit.select(Visit.id, Visit.number).where(Visit.visitor == visitor.id))
        _wipe([visit.id for visit in visits], at)
        VisitIndex.settle()
        mailed = fn.LOWER(Email.to) == visitor.email.lower()
        Email.delete().where(Email.kind.in_(TO_VISITORS), mailed).execute()
        Visitor.delete().where(Visitor.id == visitor.id).execute()
        for visit in visits:
            audit.record("visit", visit.number, "forget", officer, at)


def _wipe(ids: list[int], at: datetime) -> None:
    """Take out who came, what was said, and the case by which somebody could be found."""
    Visit.update(**BY_TABLE["visit"].wiped, anonymised_at=at).where(Visit.id.in_(ids)).execute()
    VisitIndex.drop(ids)
    Rating.update(**BY_TABLE["rating"].wiped).where(Rating.visit.in_(ids)).execute()


def _in_portions(ids: list[int], size: int = 500) -> list[list[int]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]


def _remember(visitor: Visitor | None, given: Mapping[str, Any], day: date, at: datetime) -> Visitor:
    """The visitor's row with what was said now; somebody who filled the whole form again is found by it."""
    details = {name: given[name] for name in OF_VISITOR if given.get(name)}
    month = int(given["birth_month"]) if given.get("birth_month") else None
    key = phone_key(given.get("phone") or "")
    known = visitor or Visitor.same_person(details["name"], key, month)
    if known is None:
        card = numbering.new_code()
        return Visitor.create(
            **details,
            phone_key=key,
            birth_month=month,
            card=card,
            card_hash=numbering.hash_code(card),
            created_at=at,
            last_visit_on=day,
        )
    for name, value in details.items():
        setattr(known, name, value)
    if key:
        known.phone_key = key
    known.birth_month = month or known.birth_month
    known.last_visit_on = max(known.last_visit_on, day)
    known.save()
    return known


def _write_down(
    visitor: Visitor, given: Mapping[str, Any], arrived_at: datetime, at: datetime, channel: str, actor: User | None
) -> Visit:
    assert database.in_transaction()
    day = local(arrived_at).date()
    return Visit.create(
        number=visit_number(day.year, Sequence.draw(f"visit-{day.year}")),
        visitor=visitor,
        day=day,
        arrived_at=arrived_at,
        entered_at=at,
        entered_by=actor,
        channel=channel,
        service=given["service"],
        purpose=given["purpose"],
        use=given.get("use") or "",
        needs=given.get("needs") or [],
        privacy=NOTICE_VERSION,
        **{name: getattr(visitor, name) for name in OF_VISITOR},
    )
