"""The copy of personal data on paper."""

from datetime import datetime

from pst.paper.personal import CopyFacts, SectionFacts, copy_pdf
from tests.paper.reading import words_of
from tests.paper.sample_facts import OFFICE

WHEN = datetime(2026, 11, 23, 9)


def test_each_kind_says_what_for_how_long_and_what_is_held_back():
    sections = [
        SectionFacts("Akun", "Mengenali.", "Selama dipakai.", ((("Nama", "Ratna"),),), withheld="Sidik kata sandi"),
        SectionFacts("Pesan", "Menjawab.", "Lima tahun.", ()),
        SectionFacts("Riwayat", "Bukti.", "Selamanya.", ((("Tindakan", "Masuk"),),), is_cut=True),
    ]

    said = words_of(copy_pdf(CopyFacts(OFFICE, "Ratna Pemohon", WHEN, WHEN, sections)))

    for words in ("Ratna", "Untuk: Mengenali.", "Sidik kata sandi", "Tidak ada.", "seluruhnya ada dalam berkas JSON"):
        assert words in said
