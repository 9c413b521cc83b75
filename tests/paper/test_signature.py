"""The place for the signature."""

from dataclasses import replace
from datetime import datetime

from pst.paper.sheet import Sheet
from pst.paper.signature import SignatoryFacts, draw_signature
from tests.paper.reading import words_of

WHO = SignatoryFacts("Plh. Kepala,", "Dewi Rekaan", "Pembina", "19800101")


def signed(person):
    sheet = Sheet("Contoh", datetime(2026, 3, 2))  # Senin
    draw_signature(sheet, person, 10.5)
    return words_of(sheet.bytes())


def test_title_name_rank_and_nip_stand_in_this_order_and_what_is_not_known_is_left_out():
    assert signed(WHO).startswith("Plh. Kepala, Dewi Rekaan Pembina NIP 19800101")
    assert signed(replace(WHO, rank="", nip="")).startswith("Plh. Kepala, Dewi Rekaan Halaman")
