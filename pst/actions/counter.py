"""What an officer does for the visitor at the counter; all of it lands in the visit's history."""

from datetime import datetime

from pst.actions import audit, emails, intake, submissions
from pst.actions.accounts import create_user
from pst.actions.registration import find_or_propose
from pst.actions.visits import find_case
from pst.models.base import write
from pst.models.submissions import Submission
from pst.models.users import User
from pst.models.visits import Visit
from pst.rules.roles import Role
from pst.rules.workflow import Status


class DeskRefused(Exception):
    """It cannot be done for this visit; the message says why, in Indonesian."""


def mail_form(visit: Visit, officer: User, to: str, at: datetime) -> None:
    """Mail the softcopy of the form with its explanations (published standard, step 5)."""
    with write():
        emails.queue("form", to, {"name": visit.name, "path": "/formulir"}, at)
        _keep_address(visit, to)
        _note(visit, "mail_form", officer, at)


def open_account(
    visit: Visit, officer: User, at: datetime, *, name: str, email: str, phone: str = "", position: str = "",
    agency_id: int | None = None, new_agency: str = "",
) -> User:  # fmt: skip
    """Open the visitor's account; a link to set the password, which confirms the mailbox, goes by mail (step 7).

    Raises `AccountRefused`.
    """
    with write():
        agency = find_or_propose(agency_id, new_agency)
        user = create_user(name, email, [Role.APPLICANT], agency, officer, at, position=position, phone=phone)
        _keep_address(visit, email)
        _note(visit, "open_account", officer, at, facts={"account": user.id})
    return user


def start_submission(
    visit: Visit, officer: User, at: datetime, *, name: str, email: str, phone: str = "", position: str = "",
    agency_id: int | None = None, new_agency: str = "",
) -> Submission:  # fmt: skip
    """Begin a submission that belongs to the visitor and carries the officer's name, and link it (step 9).

    Somebody without an account is given one. Raises `IntakeRefused`, `AccountRefused`.
    """
    with write():
        draft = intake.enter_for(
            officer, at, email=email, channel="visit", name=name, position=position, phone=phone, agency_id=agency_id,
            new_agency=new_agency,
        )  # fmt: skip
        Visit.update(submission=draft).where(Visit.id == visit.id).execute()
        _keep_address(visit, email)
        _note(visit, "start_submission", officer, at, facts={"submission": draft.number})
    return draft


def link_case(visit: Visit, officer: User, typed: str, at: datetime) -> None:
    """Link the visit with a submission or a complaint, or with nothing. Raises `CaseUnknown`."""
    submission, complaint = find_case(typed, officer)
    with write():
        Visit.update(submission=submission, complaint=complaint).where(Visit.id == visit.id).execute()
        facts = {"case": submission.number if submission else complaint}
        _note(visit, "link_case", officer, at, facts=facts)


def note_outcome(visit: Visit, officer: User, text: str, at: datetime) -> None:
    """Keep what the consultation came to."""
    with write():
        Visit.update(outcome=text.strip(), officer=visit.officer_id or officer.id).where(
            Visit.id == visit.id
        ).execute()
        _note(visit, "note_outcome", officer, at)


def may_hand_over(visit: Visit) -> bool:
    """Is there a letter that waits to be fetched?"""
    return visit.submission is not None and visit.submission.status == Status.ISSUED


def hand_over(visit: Visit, officer: User, receiver: str, at: datetime) -> None:
    """Give the letter to whoever came for it, against a receipt: the submission is complete.

    Raises `DeskRefused`, `StepRefused`.
    """
    if not may_hand_over(visit):
        raise DeskRefused("Kunjungan ini belum dikaitkan dengan permohonan yang suratnya sudah terbit.")
    with write():
        submissions.deliver(
            visit.submission, officer, at, f"Diserahkan di loket kepada {receiver.strip()} ({visit.number})."
        )
        _note(
            visit,
            "hand_over",
            officer,
            at,
            note=receiver.strip(),
            facts={"submission": visit.submission.number},
        )


def _keep_address(visit: Visit, email: str) -> None:
    """An address that was given only now also serves the survey."""
    if not visit.email:
        Visit.update(email=email).where(Visit.id == visit.id).execute()


def _note(
    visit: Visit, verb: str, officer: User, at: datetime, *, note: str = "", facts: dict | None = None
) -> None:
    audit.record("visit", visit.number, verb, officer, at, note=note, facts=facts)
