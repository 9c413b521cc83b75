"""A letter that is fetched at the counter: the receipt to be signed, and the note that it was handed over."""

from datetime import datetime

from pst.actions import audit
from pst.actions.frontdesk.visit_records import DeskRefused, refuse_forgotten
from pst.actions.submissions import submissions
from pst.actions.submissions.activity import agency_name
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.frontdesk.visits import Visit
from pst.models.letters.letters import Letter
from pst.models.office.settings import the_letterhead, the_office
from pst.models.submissions.submissions import Submission
from pst.paper.frontdesk.handover import HandoverFacts, handover_pdf
from pst.rules.review.workflow import Status

NO_LETTER = "Kunjungan ini belum dikaitkan dengan permohonan yang suratnya sudah terbit."


def may_hand_over(visit: Visit) -> bool:
    """Is there a letter that waits to be fetched?"""
    return visit.submission is not None and visit.submission.status == Status.ISSUED


def has_letter(visit: Visit) -> bool:
    """Is there a letter at all for which somebody can sign?"""
    return visit.submission is not None and visit.submission.status in (Status.ISSUED, Status.COMPLETED)


def receipt_paper(visit: Visit, officer: User, at: datetime) -> bytes:
    """The receipt on paper, with places for both to sign. Raises `DeskRefused`."""
    refuse_forgotten(visit)
    letter = Letter.issued_of(visit.submission) if visit.submission is not None else None
    if letter is None:
        raise DeskRefused(NO_LETTER)
    facts = HandoverFacts(
        office=the_letterhead(the_office()),
        letter=letter.number,
        letter_day=letter.issued_on,
        title=visit.submission.title,
        submission=visit.submission.number,
        agency=agency_name(Submission.with_people().where(Submission.id == visit.submission.id).get()),
        visit=visit.number,
        officer=officer.name,
        receiver=visit.name,
        institution=visit.institution,
        handed_on=local(at).date(),
        made_at=at,
    )
    return handover_pdf(facts)


def hand_over(visit: Visit, officer: User, receiver: str, at: datetime) -> None:
    """Give the letter to whoever came for it, against a receipt: the submission is complete.

    The receiver's name stays with the submission; the visit's own history, which outlives the visitor's data, does
    not repeat it. Raises `DeskRefused`, `StepRefused`.
    """
    refuse_forgotten(visit)
    if not may_hand_over(visit):
        raise DeskRefused(NO_LETTER)
    with write():
        note = f"Diserahkan di loket kepada {receiver.strip()} ({visit.number})."
        submissions.deliver(visit.submission, officer, at, note)
        facts = {"submission": visit.submission.number}
        audit.record("visit", visit.number, "hand_over", officer, at, facts=facts)
