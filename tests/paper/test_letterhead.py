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


def test_what_the_office_has_not_is_left_out_and_no_label_is_torn_from_what_it_names():
    assert address_line(replace(OFFICE, phone="", website="")) == (
        "Jalan Raden Kusno No. 59, Terusan, Mempawah 78912, Pos-el\u00a0bps6104@bps.go.id"
    )
    assert "Telepon\u00a0(0561)\u00a0691049," in address_line(OFFICE)


def test_the_emblem_is_the_offices_own_and_without_one_none_is_drawn():
    logo = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 0, 0)).save(logo, "PNG")

    [with_one], [without] = (
        pictures_of(headed(replace(OFFICE, logo=emblem)), 72) for emblem in (logo.getvalue(), None)
    )

    assert with_one.getpixel((98, 60)) == (200, 0, 0)
    assert max(with_one.getcolors(2**24))[1] == max(without.getcolors(2**24))[1] == (255, 255, 255)
    assert {colour for _, colour in without.getcolors(2**24) if max(colour) - min(colour) > 40} == set()
