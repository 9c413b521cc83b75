"""One row of an officers' list: days left in number and word, and the stage that runs over."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from pst.rules.calendar import WorkCalendar
from pst.rules.office.office import office_of
from pst.rules.review.workflow import Status
from pst.views.review.list_lines import lines_of, list_badge
from pst.web.badges import Badge

TODAY = date(2026, 11, 23)  # Senin


def test_a_stage_is_counted_from_the_offices_own_day():
    row = SimpleNamespace(  # Kamis, 19 November 2026, 00.30 WIB: in UTC still the day before
        status=Status.SUBMITTED, due_on=None, entered_status_at=datetime(2026, 11, 18, 17, 30)
    )

    (line,) = lines_of([row], TODAY, WorkCalendar(), office_of({}))

    assert (line.row, line.overrun) == (row, 1)


@pytest.mark.parametrize(
    ("status", "due", "badge"),
    [
        (Status.IN_REVIEW, date(2026, 12, 4), Badge(9, "hari kerja lagi", "info")),  # Jumat
        (Status.IN_REVIEW, date(2026, 11, 26), Badge(3, "hari kerja lagi, segera", "warning")),  # Kamis
        (Status.IN_REVIEW, TODAY, Badge(0, "hari kerja lagi, hari ini batasnya", "danger")),
        (Status.IN_REVIEW, date(2026, 11, 20), Badge(1, "hari kerja terlambat", "danger")),  # Jumat
        (Status.SUBMITTED, None, Badge(None, "jam belum berjalan", "neutral")),
        (Status.NEEDS_REVISION, None, Badge(None, "menunggu pemohon", "neutral")),
        (Status.COMPLETED, date(2026, 1, 5), Badge(None, "selesai", "neutral")),
    ],
)
def test_days_left_in_a_list(status, due, badge):
    assert list_badge(status, due, TODAY, WorkCalendar()) == badge
