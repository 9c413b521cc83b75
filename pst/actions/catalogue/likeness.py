"""What is like a submission, for its applicant while it is written and for the officer who examines it."""

from pst.actions.catalogue.catalogue import variable_names
from pst.models.catalogue.likeness import MOST, Alike, alike
from pst.models.submissions.submissions import Submission
from pst.questionnaires.facts import facts
from pst.rules.catalogue.likeness import Design


def design_of(submission: Submission) -> Design:
    """What it has been answered so far."""
    known = facts(submission.answers)
    return Design(known.title, tuple(variable_names(submission)), known.region, known.year)


def alike_to(submission: Submission, words: str, limit: int = MOST) -> list[Alike]:
    """The nearest of others, by the office's list of `words`."""
    return alike(design_of(submission), words, limit, but=submission.id)
