"""Every table, and bringing a database up to date with them."""

from pathlib import Path

from playhouse.migrations import Runner

from pst.models import audit, base, emails, erasures, files, handovers, search
from pst.models.accounts import kept_filters, security_log, users
from pst.models.catalogue import catalogue, fieldwork
from pst.models.complaints import boxes, complaint_letters, complaints, dialogue, identities, publications
from pst.models.frontdesk import roster, satisfaction, seats, tickets, visits
from pst.models.letters import book_entries, book_years, initials, letters, signatories, signed_copies
from pst.models.office import agencies, areas, breaches, holidays, kiosks, sentences, settings
from pst.models.review import evaluations, examinations, overrulings, remarks
from pst.models.submissions import duties, messages, metadata, submissions, together

TABLES = (
    base.FormKey,
    base.Sequence,
    agencies.Agency,
    breaches.Breach,
    holidays.HolidayRow,
    settings.Setting,
    kiosks.Kiosk,
    areas.Area,
    users.User,
    signatories.Signatory,
    users.UserSession,
    users.RecoveryCode,
    users.Passkey,
    users.MailedToken,
    users.Attempt,
    kept_filters.KeptFilter,
    erasures.Erasure,
    submissions.Submission,
    submissions.Pause,
    submissions.Revision,
    together.Invited,
    duties.Duty,
    metadata.Metadata,
    sentences.Sentence,
    remarks.Remark,
    examinations.Examined,
    overrulings.Overruling,
    evaluations.Evaluation,
    evaluations.Opinion,
    evaluations.InternalNote,
    messages.Message,
    files.StoredFile,
    files.Attachment,
    letters.Letter,
    initials.Initialler,
    initials.Initial,
    signed_copies.SignedCopy,
    book_years.BookYear,
    book_entries.BookEntry,
    catalogue.Activity,
    catalogue.FormerNumber,
    fieldwork.FieldSpan,
    visits.Visitor,
    visits.Visit,
    tickets.Ticket,
    satisfaction.Rating,
    roster.SpecialHours,
    roster.OnDuty,
    seats.Seat,
    emails.Email,
    handovers.Notice,
    audit.Event,
    audit.HeldEvent,
    audit.Look,
    security_log.SecurityEvent,
    complaints.Complaint,
    complaints.ComplaintSubject,
    dialogue.ComplaintMessage,
    dialogue.ComplaintFile,
    complaint_letters.ComplaintLetter,
    publications.Publication,
    identities.Identity,
    identities.IdentityOpening,
    boxes.BoxForm,
    boxes.BoxOpening,
    boxes.BoxSheet,
    search.ActivityIndex,
    search.CatalogueWord,
    search.SubmissionIndex,
    search.ComplaintIndex,
    search.VisitIndex,
)

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def upgrade() -> list[str]:
    """Apply the migrations that are missing; returns their names."""
    base.read_only(False)
    return _runner().up()


def pending() -> list[str]:
    """Migrations this database has not seen yet."""
    return [step.name for step in _runner().status() if not step.applied]


def unknown() -> list[str]:
    """Migrations this database has seen and this program does not know: a newer program was here."""
    return [step.name for step in _runner().status() if step.path is None]


def _runner() -> Runner:
    return Runner(base.database, str(MIGRATIONS))
