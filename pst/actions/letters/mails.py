"""What events and mails say of a letter, and to whom the mails go."""

from datetime import datetime
from typing import Any

from pst.actions import emails
from pst.actions.submissions.notices import mail_facts, tell_applicant
from pst.models.accounts.users import User
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.submissions.submissions import Submission
from pst.rules.review import labels


def event_facts(letter: Letter, copy: SignedCopy | None = None) -> dict[str, Any]:
    """What the history keeps of it: enough to find the letter and its files again."""
    facts = {"letter": letter.number, "outcome": letter.outcome, "identity_number": letter.identity_number}
    signed = {"signed": copy.file_id, "way": copy.way} if copy else {}
    return {**facts, "sha256": letter.file_id, **signed}


def letter_told(letter: Letter, copy: SignedCopy | None = None) -> dict[str, Any]:
    """What a mail about a letter says beyond what every mail says; it carries the signed file where there is one."""
    return {
        "letter_number": letter.number,
        "issued_on": letter.facts["date"],
        "outcome": letter.outcome,
        "outcome_label": labels.outcome_label(letter.outcome),
        "identity_number": letter.identity_number,
        "verify_path": f"/verifikasi/{letter.code}",
        "verify_code": letter.code,
        "letter_path": f"/permohonan/{letter.facts['request']['number']}/surat",
        "letter_file": copy.file_id if copy else letter.file_id,
    }


def tell_both(submission: Submission, kind: str, at: datetime, words: dict) -> None:
    """Applicant and agency."""
    tell_applicant(submission, kind, at, **words)
    tell_agency(submission, kind, at, words)


def tell_agency(submission: Submission, kind: str, at: datetime, words: dict) -> None:
    """The agency's own address in the form gets the same mail, when it is not the applicant's."""
    address = str(submission.answers.get("email") or "").strip()
    applicant = User.get_by_id(submission.applicant_id)
    if "@" in address and address.lower() != applicant.email.lower():
        name = str(submission.answers.get("instansi_penyelenggara") or "Bapak/Ibu")
        emails.queue(kind, address, {**mail_facts(submission, name), "note": "", **words}, at, submission)
