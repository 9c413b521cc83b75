"""When the office works."""

from datetime import date

import pytest

from pst.models.base import write
from pst.models.office.holidays import HolidayRow

pytestmark = pytest.mark.usefixtures("db")


def test_the_calendar_is_the_rows():
    assert HolidayRow.calendar().why_closed(date(2026, 12, 25)) is not None
    with write():
        HolidayRow.update(closed=False, kind="override").where(HolidayRow.day == date(2026, 12, 24)).execute()

    assert HolidayRow.calendar().is_working(date(2026, 12, 24))
