"""The receipt for a letter fetched at the counter."""

from dataclasses import replace
from datetime import date, datetime

from pst.paper.frontdesk.handover import HandoverFacts, handover_pdf
from tests.paper.reading import pages_of
from tests.paper.sample_facts import OFFICE

FACTS = HandoverFacts(
    office=OFFICE,
    letter="B-155/61040/KS.200/03/2026",
    letter_day=date(2026, 3, 30),  # Senin
    title="Kompilasi Data Kasus Stunting Kabupaten Mempawah",
    submission="REK-6104-2026-0007",
    agency="Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Mempawah",
    visit="KUN-2026-0031",
    officer="Sinta Petugas",
    receiver="Rahmat Tamu",
    institution="Dinas Kesehatan Kabupaten Mempawah",
    handed_on=date(2026, 3, 31),
    made_at=datetime(2026, 3, 31, 2, 0),
)


def test_one_page_says_which_letter_changed_hands_when_and_between_whom():
    [page] = pages_of(handover_pdf(FACTS))

    said = [
        FACTS.letter,
        "30 Maret 2026",
        FACTS.title,
        FACTS.submission,
        FACTS.agency,
        FACTS.visit,
        FACTS.officer,
        FACTS.receiver,
        FACTS.institution,
        "Mempawah, 31 Maret 2026",
        "Yang menyerahkan",
        "Yang menerima",
    ]
    assert [text for text in said if text not in page] == []


def test_long_names_stay_on_the_page():
    long = replace(FACTS, title="Survei " * 60, receiver="Nama Panjang " * 9, institution="Dinas " * 20)

    assert len(pages_of(handover_pdf(long))) == 1


def test_the_same_facts_give_the_same_paper():
    assert handover_pdf(FACTS) == handover_pdf(FACTS)
