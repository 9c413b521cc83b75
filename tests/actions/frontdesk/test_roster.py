"""Who sits at the desk in a week, and days with other hours."""

from datetime import date, timedelta

import pytest

from pst.actions.frontdesk import roster, visits
from pst.models.audit import Event
from pst.models.frontdesk.roster import OnDuty, SpecialHours
from pst.rules.frontdesk.roster import HoursRefused
from tests.factories import WHEN, an_officer, user

pytestmark = pytest.mark.usefixtures("db")
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)  # Senin, Jumat


def test_a_week_is_planned_whole():
    sinta, bayu = an_officer().id, user("petugas2").id
    roster.plan_week(MONDAY, [(MONDAY, sinta)], an_officer(), WHEN)

    roster.plan_week(FRIDAY, [(MONDAY, bayu), (FRIDAY, sinta), (FRIDAY + timedelta(days=3), bayu)], an_officer(), WHEN)

    assert OnDuty.between(MONDAY, FRIDAY + timedelta(days=9)) == {(MONDAY, bayu), (FRIDAY, sinta)}
    assert OnDuty.names(FRIDAY) == ["Sinta Petugas"]
    assert Event.latest("roster", "2026-11-23").facts == {"duties": 2}


def test_a_week_is_copied_from_the_one_before():
    roster.plan_week(MONDAY - timedelta(days=7), [(MONDAY - timedelta(days=7), an_officer().id)], an_officer(), WHEN)

    roster.copy_week(MONDAY, an_officer(), WHEN)

    assert OnDuty.between(MONDAY, FRIDAY) == {(MONDAY, an_officer().id)}


def test_an_empty_week_is_not_copied_over_a_planned_one():
    roster.plan_week(MONDAY, [(MONDAY, an_officer().id)], an_officer(), WHEN)

    with pytest.raises(roster.NothingToCopy):
        roster.copy_week(MONDAY, an_officer(), WHEN)

    assert OnDuty.between(MONDAY, FRIDAY) == {(MONDAY, an_officer().id)}


def test_a_closure_shuts_the_kiosk_until_it_is_taken_back():
    assert visits.desk_now(WHEN).is_open
    closure = roster.add_special("Rapat kerja", MONDAY, MONDAY, "", "", an_officer(), WHEN)
    assert (visits.desk_now(WHEN).is_open, visits.desk_now(WHEN).reason) == (False, "Rapat kerja")

    roster.drop_special(closure.id, an_officer(), WHEN)

    assert visits.desk_now(WHEN).is_open


@pytest.mark.parametrize(
    ("ends", "hours", "friday", "field"),
    [
        (MONDAY - timedelta(days=1), "08.00–15.00", "", "ends"),
        (MONDAY, "pagi", "", "hours"),
        (MONDAY, "", "15.00–08.00", "friday"),
    ],
)
def test_hours_that_cannot_be_meant_change_nothing_and_name_the_field(ends, hours, friday, field):
    with pytest.raises(HoursRefused) as refusal:
        roster.add_special("Ramadan", MONDAY, ends, hours, friday, an_officer(), WHEN)

    assert (refusal.value.field, SpecialHours.select().count()) == (field, 0)
