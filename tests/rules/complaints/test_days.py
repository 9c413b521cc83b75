"""The days of a complaint, counted on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.rules.calendar import WorkCalendar
from pst.rules.complaints import days
from pst.rules.complaints.complaints import Kind, Status
from pst.rules.office.office import office_of

OFFICE = office_of({})
PLAIN = WorkCalendar({})
MONDAY = date(2026, 11, 23)  # Senin


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        (Kind.INFORMATION, date(2026, 11, 30)),  # Senin: lima hari kerja
        (Kind.COMPLAINT, date(2026, 12, 11)),  # Jumat: empat belas
        (Kind.ORDINARY, date(2026, 12, 11)),
        (Kind.ASPIRATION, date(2026, 12, 11)),
        (Kind.OVERSIGHT, date(2027, 2, 15)),  # Senin: enam puluh
    ],
)
def test_each_class_has_its_days_after_the_day_of_receipt(kind, last):
    assert days.last_day(kind, MONDAY, PLAIN, OFFICE) == last


@pytest.mark.parametrize(
    ("status", "last"),
    [
        (Status.RECEIVED, date(2026, 11, 26)),  # Kamis: tiga hari kerja
        (Status.IN_PROGRESS, date(2026, 11, 30)),  # Senin: lima
        (Status.REOPENED, date(2026, 11, 30)),
        (Status.ANSWERED, date(2026, 12, 7)),  # Senin: sepuluh
        (Status.INCOMPLETE, date(2026, 12, 23)),  # tiga puluh hari kalender
        (Status.ESCALATED, None),
        (Status.CLOSED, None),
    ],
)
def test_each_stage_has_its_days(status, last):
    assert days.stage_last_day(status, MONDAY, PLAIN, OFFICE) == last


def test_the_nearer_limit_counts():
    early, late = MONDAY, MONDAY + timedelta(days=1)

    assert [days.next_limit(*pair) for pair in ((early, late), (late, early), (None, late), (None, None))] == [
        early,
        early,
        late,
        None,
    ]


@given(st.lists(st.integers(0, 90), min_size=1, max_size=30), st.sampled_from([0.5, 0.9, 1.0]))
def test_so_large_a_share_was_answered_within_the_percentile_and_no_smaller_number_does(numbers, share):
    found = days.percentile(numbers, share)

    def within(limit: int) -> float:
        return sum(number <= limit for number in numbers)

    assert found in numbers
    assert within(found) >= share * len(numbers) - 1e-9 > within(found - 1) - 1e-9
