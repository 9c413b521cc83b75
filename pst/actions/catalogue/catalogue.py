"""Keeping the catalogue in step with the letters; each in the transaction of the letter."""

from pst.actions.submissions.activity import agency_name, table_of
from pst.models.base import Sequence
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.letters import Letter
from pst.models.office.agencies import Agency
from pst.models.search import ActivityIndex, CatalogueWord, mark
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
        index_activity(activity)


def enter(submission: Submission, letter: Letter, activity: Activity) -> None:
    """Write down what the public may know of the activity: no person, no contact."""
    known = facts(submission.answers)
    activity.title, activity.agency = known.title[:300], agency_name(submission)[:200]
    activity.year = known.year or letter.year
    activity.method, activity.sector, activity.region = known.method, known.sector, known.region[:300]
    activity.identity_number, activity.issued_on, activity.in_force = (letter.identity_number, letter.issued_on, True)
    activity.valid_until = letter.valid_until
    activity.purpose = str(submission.answers.get("tujuan_kegiatan") or "")
    activity.variables = "\n".join(variable_names(submission))
    activity.save()
    agency = Agency.find(submission.agency_id)
    index_activity(activity, *(agency.former.splitlines() if agency else ()))


def next_number() -> str:
    """The number of an activity that no letter of ours tells of. Only inside `write()`."""
    return f"KAT-{Sequence.draw('catalogue'):05d}"


def forget_words(activity: Activity) -> None:
    """It is found no more. Only inside `write()`."""
    ActivityIndex.drop([activity.id])


def index_activity(activity: Activity, *names: str) -> None:
    """The words the activity is found by, and further `names` its agency has had. Only inside `write()`."""
    if not activity.in_force:
        forget_words(activity)
        return
    agency = " ".join(dict.fromkeys((activity.agency, *names)))
    about = (activity.title, agency, activity.region, activity.variables)
    purpose = " ".join(stems.words(activity.purpose, PURPOSE_WORDS))
    shown = stems.words(
        " ".join(map(str, (activity.number, activity.title, agency, activity.region, activity.identity_number)))
    )
    stemmed = stems.stems(" ".join((*about, purpose))).split()
    facts = {"tahun": activity.year, "cara": activity.method, "sektor": activity.sector}
    marks = [mark(name, value) for name, value in facts.items() if value]
    ActivityIndex.put(
        activity.id,
        words=" ".join([*shown, str(activity.year or "")]),
        stems=" ".join([*stemmed, *marks]),
        agency=agency,
        region=activity.region,
    )
    CatalogueWord.insert_many([(word,) for word in {*shown, *stemmed}], ["word"]).on_conflict_ignore().execute()


def index_of_agency(agency: Agency) -> None:
    """An agency is found by every name it has had, as well as by the one in its letters. Only inside `write()`."""
    theirs = Activity.select().join(Submission).where(Submission.agency == agency.id, Activity.in_force)
    for activity in theirs:
        index_activity(activity, agency.names)


def variable_names(submission: Submission) -> list[str]:
    """What its variables are called."""
    filled = table_of(submission, "variabel").filled_rows(submission.answers.get("variabel"))
    return [" ".join(str(row.get("nama") or "").split()) for _, row in filled if row.get("nama")]
