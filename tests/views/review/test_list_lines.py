"""One row of an officers' list: days left in number and word, and the stage that runs over."""

from datetime import date, datetime
from functools import partial
from types import SimpleNamespace

import pytest

from pst.actions.submissions import replies, submissions
from pst.models.narrowing import Wanted
from pst.models.office.holidays import HolidayRow
from pst.models.office.settings import the_office
from pst.models.review.register import register_page
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Submission
from pst.rules.calendar import WorkCalendar
from pst.rules.office.office import office_of
from pst.rules.review.workflow import Status
from pst.rules.time_left import Badge
from pst.views.review.list_lines import lines_of
from pst.views.submissions.progress import progress_of
from tests.factories import WHEN, a_submission, an_applicant, user

TODAY = date(2026, 11, 23)  # Senin


def test_a_stage_is_counted_from_the_offices_own_day(db):
    row = SimpleNamespace(  # Kamis, 19 November 2026, 00.30 WIB: in UTC still the day before
        id=1, status=Status.SUBMITTED, clock_started=None, entered_status_at=datetime(2026, 11, 18, 17, 30)
    )

    (line,) = lines_of([row], TODAY, WorkCalendar(), office_of({}))

    assert (line.row, line.overrun) == (row, 1)


def a_friday_evening() -> Submission:
    """Declared complete after service hours on Jumat, 20 November 2026: the clock starts on Senin."""
    return a_submission(Status.IN_REVIEW, at=datetime(2026, 11, 20, 10, 0))


def a_revision_on_saturday() -> Submission:
    """Corrected on Sabtu, 28 November 2026: Senin is still the applicant's."""
    submission = a_submission(Status.NEEDS_REVISION)
    (remark,) = Remark.of(submission)
    replies.save_replies(submission, an_applicant(), {remark.id: "Sudah."}, WHEN)
    submissions.save_answers(submission, an_applicant(), {"catatan_pemohon": "Sudah."}, WHEN)
    submissions.submit(submission, an_applicant(), datetime(2026, 11, 28, 3, 0))
    return submission


SENT = (Status.SUBMITTED, Status.IN_REVIEW, Status.NEEDS_REVISION, Status.ISSUED, Status.COMPLETED)


@pytest.mark.parametrize(
    "made", [a_friday_evening, a_revision_on_saturday, *(partial(a_submission, it) for it in SENT)]
)
def test_a_list_counts_the_days_as_the_page_of_the_case_does(app, made):
    number = made().number

    for day in (
        date(2026, 11, 21),
        TODAY,
        date(2026, 11, 28),
        date(2026, 12, 10),
        date(2026, 12, 12),
        date(2027, 1, 8),
    ):
        submission = Submission.get(Submission.number == number)
        wanted = Wanted(user("petugas"), day)
        lines = lines_of(register_page(wanted).rows, day, HolidayRow.calendar(), the_office())

        with app.app_context():
            assert [line.badge for line in lines] == [progress_of(submission, day).badge]


def test_after_hours_the_whole_promise_is_left(db):
    a_friday_evening()

    (line,) = lines_of(
        register_page(Wanted(user("petugas"), date(2026, 11, 20))).rows,
        date(2026, 11, 20),
        HolidayRow.calendar(),
        the_office(),
    )

    assert line.badge == Badge(14, "hari kerja lagi", "info")
