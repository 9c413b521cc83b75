"""The minutes: who opened the box, before whom, how many sheets; nothing of what they say."""

from dataclasses import replace

import pytest

from pst.paper.complaints.box_minutes import OPEN_MARK, minutes_pdf
from tests.paper.reading import pages_of, words_of
from tests.paper.sample_complaints import MINUTES


def test_the_minutes_tell_when_before_whom_and_how_many_on_one_page():
    pages = pages_of(minutes_pdf(MINUTES))

    assert len(pages) == 1
    for words in (
        "Nomor BAK-2026-001",
        "Senin, 23 November 2026 pukul 09.00 WIB",
        "disaksikan oleh Mira Umpama dan Oki Umpama",
        "10 (sepuluh) lembar",
        "6 (enam) lembar",
        "3 (tiga) lembar",
        "1 (satu) lembar",
        "Catatan: Kunci kotak diganti.",
        "Yang membuka",
        "Saksi pertama",
        "Saksi kedua",
    ):
        assert words in pages[0]


def test_an_empty_box_is_said_to_be_empty():
    paper = words_of(minutes_pdf(replace(MINUTES, found=0, coded=0, plain=0, void=0, note="")))

    assert "Kotak itu kosong." in paper and "Catatan:" not in paper


@pytest.mark.parametrize(("closed", "marked"), [(MINUTES.closed, False), (None, True)])
def test_minutes_of_an_opening_that_is_not_closed_are_marked(closed, marked):
    paper = words_of(minutes_pdf(replace(MINUTES, closed=closed)))

    assert (OPEN_MARK in paper, "belum ditutup" in paper, "jumlahnya sesuai" in paper) == (marked, marked, not marked)


def test_long_names_and_a_long_note_stay_on_paper():
    name = "Raden Ayu Siti Nurhaliza Kusumawardhani Umpama, S.Tr.Stat., M.Stat."
    pages = pages_of(minutes_pdf(replace(MINUTES, witnesses=(name, name), note="Segel diganti. " * 60)))

    assert len(pages) <= 2 and " ".join(pages).count("Kusumawardhani") == 4
