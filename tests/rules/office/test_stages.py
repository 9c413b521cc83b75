"""The office's own targets for each stage, and the day from which silence may lead to refusal."""

from dataclasses import replace
from datetime import date

import pytest

from pst.rules.calendar import Holiday, WorkCalendar
from pst.rules.office import stages
from pst.rules.office.office import office_of
from pst.rules.review.workflow import Status

OFFICE = office_of({})
PLAIN = WorkCalendar()
MONDAY = date(2026, 11, 23)  # Senin


@pytest.mark.parametrize(
    ("status", "today", "days"),
    [
        (Status.SUBMITTED, date(2026, 11, 24), 0),  # Selasa: the one day of the target
        (Status.SUBMITTED, date(2026, 11, 25), 1),  # Rabu
        (Status.IN_REVIEW, date(2026, 11, 30), 0),  # Senin: the fifth working day
        (Status.REVISED, date(2026, 12, 2), 2),  # Rabu
        (Status.EVALUATION, date(2026, 11, 27), 1),  # Jumat
        (Status.NEEDS_REVISION, date(2027, 11, 23), 0),  # the applicant's time
        (Status.COMPLETED, date(2027, 11, 23), 0),
    ],
)
def test_a_stage_runs_over_after_its_target(status, today, days):
    assert stages.overrun(status, MONDAY, today, PLAIN, OFFICE) == days


def test_holidays_and_what_comes_on_a_weekend_do_not_count():
    calendar = WorkCalendar([Holiday(date(2026, 11, 24), "Libur", "national")])  # Selasa

    assert (
        stages.overrun(Status.SUBMITTED, date(2026, 11, 21), date(2026, 11, 25), calendar, OFFICE) == 0
    )  # Sabtu → Rabu
    assert stages.overrun(Status.SUBMITTED, date(2026, 11, 21), date(2026, 11, 26), calendar, OFFICE) == 1  # → Kamis


def test_patience_ends_after_the_months_the_office_set():
    assert stages.refusal_from(date(2025, 9, 11), OFFICE) == date(2025, 12, 11)
    assert stages.refusal_from(date(2026, 11, 30), replace(OFFICE, silence_months=3)) == date(2027, 2, 28)
    assert stages.refusal_from(date(2026, 11, 30), replace(OFFICE, silence_months=1)) == date(2026, 12, 30)
