"""Which kiosks carry a key, and which wait for their code."""

from datetime import timedelta

import pytest

from pst.models.base import write
from pst.models.office.kiosks import Kiosk
from tests.factories import WHEN

pytestmark = pytest.mark.usefixtures("db")


def test_a_kiosk_is_found_by_its_key_and_awaited_while_its_code_holds():
    with write():
        paired = Kiosk.create(name="Satu", key_hash="a" * 64, paired_at=WHEN)
        waiting = Kiosk.create(name="Dua", code_hash="b" * 64, code_until=WHEN + timedelta(minutes=1))
        Kiosk.create(name="Tiga", code_hash="c" * 64, code_until=WHEN)

    assert Kiosk.with_key("a" * 64) == paired
    assert Kiosk.with_key("b" * 64) is None
    assert Kiosk.awaited(WHEN) == [waiting]
    assert Kiosk.is_any_paired()
