"""What the office has decided."""

import pytest

from pst.models.base import write
from pst.models.office.settings import Setting, the_office
from tests.factories import WHEN

pytestmark = pytest.mark.usefixtures("db")


def test_settings_in_force_are_the_stored_ones_over_the_defaults():
    with write():
        Setting.create(key="city", value="Terusan", changed_at=WHEN)

    assert (the_office().city, the_office().promise_days) == ("Terusan", 14)
