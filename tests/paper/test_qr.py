"""The code as squares."""

from datetime import datetime

import pytest
import zxingcpp

from pst.paper.qr import draw_qr
from pst.paper.sheet import Sheet
from tests.paper.reading import pictures_of


@pytest.mark.parametrize(
    "address", ["https://x.id/a", "http://10.61.4.2:8000/verifikasi/8F3K-7QXM-2HTD?dari=surat&lagi=ya"]
)
def test_code_is_read_back(address):
    sheet = Sheet("Contoh", datetime(2026, 3, 2))  # Senin
    draw_qr(sheet, address, 40, 40, 26)

    found = zxingcpp.read_barcodes(pictures_of(sheet.bytes())[0])

    assert [code.text for code in found] == [address]
