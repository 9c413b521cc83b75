"""How far a complaint is: the stops of its track, the days left."""

from datetime import date

import pytest

from pst.models.office.holidays import HolidayRow
from pst.rules.complaints.complaints import Status
from pst.views.complaints.complaint_progress import limit_badge, track_of
from tests.factories_complaints import a_complaint


@pytest.mark.parametrize(
    ("status", "states"),
    [
        (Status.INCOMPLETE, ["current", "todo", "todo", "todo"]),
        (Status.ANSWERED, ["done", "done", "current", "todo"]),
        (Status.CLOSED, ["done", "done", "done", "done"]),
        (Status.REFUSED, []),  # an ending off the way
    ],
)
def test_the_track_tells_what_is_done(db, status, states):
    assert [stop.state for stop in track_of(a_complaint(status))] == states


@pytest.mark.parametrize(
    ("limit_on", "shown"),
    [
        (None, (None, "tidak menunggu kantor", "neutral")),
        (date(2026, 11, 21), (1, "hari kerja terlambat", "danger")),  # Sabtu
        (date(2026, 12, 11), (14, "hari kerja lagi", "info")),
    ],
)
def test_days_left_are_working_days(db, limit_on, shown):
    badge = limit_badge(limit_on, date(2026, 11, 23), HolidayRow.calendar())

    assert (badge.number, badge.label, badge.tone) == shown
