"""What keeps a form from being sent: questions without an answer, with what the office insists on or excuses."""

from pst.actions.submissions.replies import open_codes
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import Missing, unanswered
from pst.rules.office.office import Office


def what_is_missing(submission: Submission, office: Office) -> list[Missing]:
    """Everything that keeps the form from being sent, in its order; what the office excuses is left out, and what a
    returned form does not open: nobody is asked for what nobody may write.
    """
    form = shelf.find(submission.questionnaire)
    also = also_required(submission, office)
    metadata = office.metadata_required == "ya"
    missing = unanswered(form, submission.answers, files_of(submission), also_required=also, metadata=metadata)
    asked_for = open_codes(submission) if missing else frozenset()
    return [item for item in missing if item.code in asked_for]


def also_required(submission: Submission, office: Office) -> set[str]:
    """Questions that the form leaves open, but this submission must answer, by the way it came."""
    also = set()
    if (office.application_letter == "ya" and submission.channel == "online") or submission.channel == "letter":
        also.add("surat_permohonan")
    return also


def files_of(submission: Submission) -> dict[str, int]:
    """How many files answer each question."""
    counts: dict[str, int] = {}
    for attachment in Attachment.of(submission):
        counts[attachment.code] = counts.get(attachment.code, 0) + 1
    return counts
