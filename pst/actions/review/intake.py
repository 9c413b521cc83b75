"""What comes in at the counter or by post: an officer begins the submission on the applicant's behalf."""

from datetime import datetime

from pst.actions.accounts.accounts import Newcomer, open_for
from pst.actions.catalogue import romantik
from pst.actions.submissions.submissions import start_draft
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.submissions.submissions import Submission
from pst.rules.refusals import Refusal
from pst.rules.roles import Role


class IntakeRefused(Refusal):
    """A submission cannot be begun for this person; the message says why."""

    field = "email"


def enter_for(officer: User, newcomer: Newcomer, channel: str, at: datetime) -> Submission:
    """Begin a draft for a visitor or the sender of a letter; somebody without an account is given one.

    The new account's owner gets a link to set a password and can go on alone. Raises `IntakeRefused`,
    `AccountRefused`.
    """
    with write():
        applicant = _applicant(User.by_email(newcomer.email), officer)
        if applicant is None:
            if not newcomer.name.strip():
                raise IntakeRefused("Alamat surel ini belum mempunyai akun; isi nama pemohonnya.", "name")
            applicant = open_for(newcomer, officer, at)
        return start_draft(applicant, at, channel=channel, entered_by=officer)


def import_for(officer: User, at: datetime, *, email: str, content: bytes) -> Submission:
    """Begin a draft from a record of ROMANTIK for somebody who has an account.

    Raises `IntakeRefused`, `BadRecord`.
    """
    with write():
        applicant = _applicant(User.by_email(email), officer)
        if applicant is None:
            raise IntakeRefused("Alamat surel ini belum mempunyai akun. Daftarkan dahulu pemohonnya.")
        return romantik.import_record(content, applicant, at, entered_by=officer)


def _applicant(person: User | None, officer: User) -> User | None:
    """The person, if one may apply under this account; None where there is no account."""
    if person is None:
        return None
    if person.id == officer.id:
        raise IntakeRefused("Ini alamat Anda sendiri; permohonan Anda ditangani petugas lain.")
    if not person.active or not person.has(Role.APPLICANT):
        raise IntakeRefused("Akun dengan alamat ini tidak aktif atau bukan akun pemohon; hubungi administrator.")
    return person
