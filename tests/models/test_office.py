"""Who signs on a day, when the office works, what it has decided."""

from datetime import date

import pytest

from pst.models.base import write
from pst.models.office import Agency, HolidayRow, Setting, the_office
from pst.models.signatories import Signatory
from tests.factories import WHEN, user

pytestmark = pytest.mark.usefixtures("db")


def test_an_acting_official_stands_before_the_head_on_the_days_of_the_mandate():
    with write():
        acting = Signatory.create(
            user=user("petugas2"),
            kind="plh",
            name="Bayu Petugas",
            starts=date(2026, 12, 1),
            ends=date(2026, 12, 3),
        )

    signs = {day: Signatory.on(date(2026, *day)).kind for day in ((11, 30), (12, 1), (12, 3), (12, 4))}

    assert signs == {(11, 30): "kepala", (12, 1): "plh", (12, 3): "plh", (12, 4): "kepala"}
    assert acting.id == Signatory.on(date(2026, 12, 2)).id


def test_before_the_first_signatory_nobody_signs():
    assert Signatory.on(date(2024, 12, 31)) is None


def test_the_calendar_is_the_rows():
    assert HolidayRow.calendar().why_closed(date(2026, 12, 25)) is not None
    with write():
        HolidayRow.update(closed=False, kind="override").where(HolidayRow.day == date(2026, 12, 24)).execute()

    assert HolidayRow.calendar().is_working(date(2026, 12, 24))


def test_settings_in_force_are_the_stored_ones_over_the_defaults():
    with write():
        Setting.create(key="city", value="Terusan", changed_at=WHEN)

    assert (the_office().city, the_office().promise_days) == ("Terusan", 14)


def test_only_approved_agencies_are_offered():
    with write():
        Agency.create(name="Dinas Usulan", approved=False)

    assert "Dinas Usulan" not in [name for _, name in Agency.choices()]
