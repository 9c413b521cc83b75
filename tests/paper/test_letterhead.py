"""The head of the paper."""

import io
from dataclasses import replace
from datetime import datetime

from PIL import Image

from pst.paper.letterhead import address_line, draw_letterhead
from pst.paper.sheet import Sheet
from tests.paper.reading import pictures_of, words_of
from tests.paper.sample_facts import OFFICE


def headed(office):
    sheet = Sheet("Contoh", datetime(2026, 3, 2))  # Senin
    draw_letterhead(sheet, office)
    return sheet.bytes()


def test_office_stands_in_capitals_over_its_address():
    assert words_of(headed(OFFICE)).startswith(
        "BADAN PUSAT STATISTIK KABUPATEN MEMPAWAH Jalan Raden Kusno No. 59, Terusan, Mempawah 78912, "
        "Telepon (0561) 691049"
    )


def test_what_the_office_has_not_is_left_out():
    assert address_line(replace(OFFICE, phone="", website="")) == (
        "Jalan Raden Kusno No. 59, Terusan, Mempawah 78912, Pos-el bps6104@bps.go.id"
    )


def test_logo_takes_the_place_of_the_plain_mark():
    logo = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 0, 0)).save(logo, "PNG")

    colour = pictures_of(headed(replace(OFFICE, logo=logo.getvalue())), 72)[0].getpixel((98, 72))

    assert colour == (200, 0, 0)
    assert pictures_of(headed(OFFICE), 72)[0].getpixel((75, 48)) == (14, 83, 106)
