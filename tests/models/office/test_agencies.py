"""Agencies the office serves."""

import pytest

from pst.models.base import write
from pst.models.office.agencies import Agency

pytestmark = pytest.mark.usefixtures("db")


def test_only_approved_agencies_are_offered():
    with write():
        Agency.create(name="Dinas Usulan", approved=False)

    assert "Dinas Usulan" not in [name for _, name in Agency.choices()]
