"""The kiosk's cookie: the key alone, for scripts and other sites out of reach, and for a year from its last use."""

import time_machine

from tests.factories import WHEN
from tests.views.frontdesk.test_pairing import pair


def test_the_kiosk_carries_a_key_that_no_script_reads_and_keeps_it_while_it_is_used(anyone):
    with time_machine.travel(WHEN, tick=False):
        kiosk = pair(anyone)
        key = kiosk.cookies["pst-kiosk"]
        answer = kiosk.get("/buku-tamu")

    [renewed] = [line for line in answer.headers.getall("Set-Cookie") if "pst-kiosk" in line]
    assert renewed.startswith(f"pst-kiosk={key};")
    assert "HttpOnly" in renewed and "SameSite=Strict" in renewed and "Max-Age=31536000" in renewed
