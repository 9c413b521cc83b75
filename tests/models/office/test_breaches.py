"""Breaches by the hours that run."""

from datetime import date

from pst.models.office.breaches import Breach
from tests.factories import WHEN

SAID = {"happened": "", "data": "", "people": "1", "measures": ""}


def test_the_one_whose_hours_have_run_longest_is_the_one_that_is_pressing(db):
    Breach.create(name="baru", known_on=date(2026, 11, 24), known_hour="08.00", **SAID)
    Breach.create(name="lama", known_on=date(2026, 11, 23), known_hour="08.00", **SAID)
    done = {"reported_on": date(2026, 11, 2), "told_at": WHEN}
    Breach.create(name="selesai", known_on=date(2026, 11, 1), known_hour="08.00", **done, **SAID)

    assert Breach.running().name == "lama"
    assert [row.name for row in Breach.newest()] == ["selesai", "lama", "baru"]
