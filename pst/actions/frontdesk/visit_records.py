"""What an officer does for the visitor at the counter; all of it lands in the visit's history."""

from datetime import datetime

from pst.actions import audit, emails
from pst.actions.accounts import links
from pst.actions.accounts.accounts import Newcomer, open_for
from pst.actions.frontdesk.visits import find_case
from pst.actions.review import intake
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.frontdesk.visits import Visit
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.roles import Role

FORGOTTEN = "Kunjungan ini sudah dianonimkan; tidak ada lagi yang dapat dicatat padanya."
NO_CODE = "Kode hanya untuk akun pemohon yang baru dibuat dan belum mempunyai kata sandi."
FORMS = ("pdf", "xlsx")
"""The form as it is handed out at the counter: for a pen, or as a softcopy."""


class DeskRefused(Refusal):
    """It cannot be done for this visit; the message says why, in Indonesian."""


def mail_form(visit: Visit, officer: User, to: str, at: datetime) -> None:
    """Mail the softcopy of the form with its explanations (published standard, step 5). Raises `DeskRefused`."""
    refuse_forgotten(visit)
    with write():
        emails.queue("form", to, {"name": visit.name, "path": "/formulir"}, at)
        _keep_address(visit, to)
        _note(visit, "mail_form", officer, at)


def give_form(visit: Visit, officer: User, kind: str, at: datetime) -> None:
    """Remember that the form was handed over: printed (pdf) or as a file (xlsx). Raises `DeskRefused`."""
    refuse_forgotten(visit)
    with write():
        _note(visit, "give_form", officer, at, facts={"form": kind})


def search_catalogue(visit: Visit, officer: User, at: datetime) -> None:
    """Remember that the catalogue was searched together (step 8); what was typed stays out of the chain.

    Raises `DeskRefused`.
    """
    refuse_forgotten(visit)
    with write():
        _note(visit, "search_catalogue", officer, at)


def open_account(visit: Visit, officer: User, newcomer: Newcomer, at: datetime) -> User:
    """Open the visitor's account; a link to set the password, which confirms the mailbox, goes by mail (step 7).

    Raises `AccountRefused`, `DeskRefused`.
    """
    refuse_forgotten(visit)
    with write():
        user = open_for(newcomer, officer, at)
        _keep_address(visit, newcomer.email)
        _note(visit, "open_account", officer, at, facts={"account": user.id})
    return user


def account_of(visit: Visit) -> User | None:
    """The account that was opened in this visit, else the one with the address in the guest book."""
    opened = [event.facts["account"] for event in Event.of("visit", visit.number) if "account" in event.facts]
    if opened:
        return User.get_or_none(User.id == opened[-1])
    return User.by_email(visit.email) if visit.email else None


def may_read_code(user: User | None) -> bool:
    """Only an applicant without a password gets a code: nobody's account is taken over by reading aloud."""
    return user is not None and user.active and not user.confirmed_at and user.roles == {Role.APPLICANT}


def read_code(visit: Visit, officer: User, at: datetime) -> tuple[str, datetime]:
    """A code that the officer reads aloud where no mail is at hand, and the moment it stops working.

    Its owner types it to set a password; the officer vouches for the mailbox, and the event keeps who did. The
    mailed link goes on working until either is used. Raises `DeskRefused`.
    """
    refuse_forgotten(visit)
    user = account_of(visit)
    if user is None or not may_read_code(user):
        raise DeskRefused(NO_CODE)
    with write():
        code, expires_at = links.make_spoken_link("password", at, user)
        _note(visit, "read_code", officer, at, facts={"account": user.id})
    return code, expires_at


def start_submission(visit: Visit, officer: User, newcomer: Newcomer, at: datetime) -> Submission:
    """Begin a submission that belongs to the visitor and carries the officer's name, and link it (step 9).

    Somebody without an account is given one. Raises `IntakeRefused`, `AccountRefused`, `DeskRefused`.
    """
    refuse_forgotten(visit)
    with write():
        draft = intake.enter_for(officer, newcomer, "visit", at)
        Visit.update(submission=draft).where(Visit.id == visit.id).execute()
        _keep_address(visit, newcomer.email)
        facts = {"submission": draft.number, "account": draft.applicant_id}
        _note(visit, "start_submission", officer, at, facts=facts)
    return draft


def link_case(visit: Visit, officer: User, typed: str, at: datetime) -> None:
    """Link the visit with a submission or a complaint, or with nothing. Raises `CaseUnknown`, `DeskRefused`."""
    refuse_forgotten(visit)
    submission, complaint = find_case(typed, officer)
    with write():
        Visit.update(submission=submission, complaint=complaint).where(Visit.id == visit.id).execute()
        facts = {"case": submission.number if submission else ""}  # the log tells of no complaint
        _note(visit, "link_case", officer, at, facts=facts)


def note_outcome(visit: Visit, officer: User, text: str, at: datetime) -> None:
    """Keep what the consultation came to. Raises `DeskRefused`."""
    refuse_forgotten(visit)
    with write():
        Visit.update(outcome=text.strip(), officer=visit.officer_id or officer.id).where(Visit.id == visit.id).execute()
        _note(visit, "note_outcome", officer, at)


def refuse_forgotten(visit: Visit) -> None:
    """A visit that was anonymised takes nothing new. Raises `DeskRefused`."""
    if visit.anonymised_at is not None:
        raise DeskRefused(FORGOTTEN)


def _keep_address(visit: Visit, email: str) -> None:
    """An address that was given only now also serves the survey."""
    if not visit.email:
        Visit.update(email=email).where(Visit.id == visit.id).execute()


def _note(visit: Visit, verb: str, officer: User, at: datetime, *, facts: dict | None = None) -> None:
    audit.record("visit", visit.number, verb, officer, at, facts=facts)
