"""Finding the submission that an address names, through the eyes of whoever asks."""

from typing import NoReturn

from flask import abort, redirect, url_for
from flask_login import current_user

from pst.actions.submissions.progress import hats_on, may_write
from pst.models.submissions.submissions import Submission
from pst.models.submissions.together import Invited
from pst.rules.roles import Role


def find_to_write(number: str) -> Submission:
    """One's own submission, or one that an officer entered; officers read the others on their own page."""
    submission = Submission.find(current_user, number) or _lead_on(number)
    if not may_write(submission, current_user):
        abort(404)
    return submission


def _lead_on(number: str) -> NoReturn:
    """Whoever is invited to it is led to the page for that; to everybody else it is not there."""
    abort(redirect(url_for("together.show", number=number), 303) if Invited.find(current_user, number) else 404)


def find_to_work_on(number: str) -> Submission:
    """The submission, for whoever works on it; what one applies for oneself is on the applicant's page."""
    submission = Submission.find(current_user, number) or abort(404)
    if Role.APPLICANT in hats_on(submission, current_user):
        abort(404)
    return submission


def own_page(number: str) -> str:
    """The applicant's page of it."""
    return url_for("submissions.show", number=number)


def office_page(number: str) -> str:
    """The officer's page of it, in the section the work is in."""
    return url_for("review.show", number=number)
