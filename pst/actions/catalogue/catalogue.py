"""Keeping the catalogue in step with the letters; each in the transaction of the letter."""

from pst.actions.submissions.activity import agency_name, table_of
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.letters import Letter
from pst.models.search import ActivityIndex
from pst.models.submissions.submissions import Submission
from pst.questionnaires.facts import facts
from pst.rules import stems

PURPOSE_WORDS = 300
"""Words of the purpose that can be searched for; what comes later is only read."""


def follow(submission: Submission, letter: Letter) -> None:
    """Show the activity as the letter in force recommends it, or no longer. Only inside `write()`."""
    activity = Activity.of_submission(submission)
    if letter.state == "issued" and letter.outcome == "layak":
        enter(submission, letter, activity or Activity(number=submission.number, submission=submission))
    elif activity is not None:
        activity.in_force = False
        activity.save()


def enter(submission: Submission, letter: Letter, activity: Activity) -> None:
    """Write down what the public may know of the activity: no person, no contact."""
    known = facts(submission.answers)
    activity.title, activity.agency = known.title[:300], agency_name(submission)[:200]
    activity.year = known.year or letter.year
    activity.method, activity.sector, activity.region = known.method, known.sector, known.region[:300]
    activity.identity_number, activity.issued_on, activity.in_force = (letter.identity_number, letter.issued_on, True)
    activity.purpose = str(submission.answers.get("tujuan_kegiatan") or "")
    activity.variables = "\n".join(_variable_names(submission))
    activity.save()
    index_activity(activity)


def index_activity(activity: Activity) -> None:
    """The words the activity is found by. Only inside `write()`."""
    shown = " ".join((activity.number, activity.title, activity.agency, activity.region, activity.identity_number))
    purpose = " ".join(stems.words(activity.purpose, PURPOSE_WORDS))
    ActivityIndex.replace(
        rowid=activity.id,
        words=shown,
        stems=stems.stems(" ".join((activity.title, activity.agency, activity.variables, purpose))),
        agency=activity.agency,
        region=activity.region,
    ).execute()


def _variable_names(submission: Submission) -> list[str]:
    filled = table_of(submission, "variabel").filled_rows(submission.answers.get("variabel"))
    return [" ".join(str(row.get("nama") or "").split()) for _, row in filled if row.get("nama")]
