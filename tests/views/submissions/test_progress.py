"""How far it is, in number, word and colour."""

from datetime import date, timedelta

import pytest

from pst.actions.submissions import submissions
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.views.submissions.progress import progress_of
from tests.factories import WHEN, a_submission, an_applicant

pytestmark = pytest.mark.usefixtures("db", "a_request")


@pytest.fixture
def a_request(app):
    """Pages read the calendar once for the request they answer."""
    with app.test_request_context():
        yield


def in_review() -> Submission:
    """Declared complete on Senin, 23 November 2026; due Jumat, 11 Desember."""
    return a_submission(Status.IN_REVIEW)


def test_before_the_start_nothing_is_counted():
    progress = progress_of(a_submission(Status.SUBMITTED))

    assert (progress.days, progress.due_on, progress.started) == ([], None, False)


def test_the_track_stands_where_the_submission_stands():
    assert [stop.state for stop in progress_of(in_review()).track] == [
        "done",
        "done",
        "current",
        "todo",
        "todo",
        "todo",
    ]


def test_the_strip_runs_from_day_zero_to_the_last_day_without_gaps():
    days = progress_of(in_review(), date(2026, 11, 25)).days

    assert [day.date for day in days] == [date(2026, 11, 23) + timedelta(days=n) for n in range(19)]
    assert (days[0].label, days[2].kind, days[-1].kind, days[-1].label) == ("mulai", "today", "due", "ke-14")


@pytest.mark.parametrize(("today", "kind"), [(22, "waiting"), (23, "today"), (24, "worked")])
def test_day_zero_is_to_come_until_it_comes(today, kind):
    zero = progress_of(in_review(), date(2026, 11, today)).days[0]

    assert (zero.label, zero.kind) == ("mulai", kind)


def test_while_the_applicant_is_awaited_the_strip_ends_today():
    """Returned on Senin, 23 November 2026, the day the clock started."""
    days = progress_of(a_submission(Status.NEEDS_REVISION), date(2026, 11, 27)).days

    assert [day.date for day in days] == [date(2026, 11, 23) + timedelta(days=n) for n in range(5)]


def test_a_withdrawn_submission_stands_still():
    submission = in_review()
    submissions.withdraw(submission, an_applicant(), WHEN + timedelta(hours=3), "Tidak jadi.")

    progress = progress_of(submission, date(2027, 3, 1))

    assert progress.badge.label == "dibatalkan"
    assert progress.due_on == date(2026, 12, 11)
