"""Likeness, and its reason in words."""

from pst.rules.catalogue.likeness import Design, likeness
from pst.rules.catalogue.measure import FITS, Measure, terms

MINE = Design("Survei Kepuasan Pasien", ("Umur", "Waktu tunggu", "Kebersihan ruang"), "Toho (Mempawah)", 2027)


def of(theirs: Design):
    return likeness(Measure(terms(MINE.title, {}), lambda word: 1, 100), MINE, theirs)


def test_the_same_is_wholly_alike_and_says_why():
    assert of(MINE) == (1.0, "pokok hampir sama, 3 dari 3 variabel sama, wilayah sama, tahun sama")


def test_variables_count_by_what_their_names_say():
    theirs = Design("Survei Kepuasan Pasien Rawat Inap", ("waktu tunggu pelayanan", "tarif"), "Jongkat", 2025)

    assert of(theirs).reason == "pokok hampir sama, 1 dari 3 variabel sama, tahun 2025"


def test_what_is_of_another_matter_is_not_alike():
    assert of(Design("Survei Kepuasan Penumpang")).score < of(Design("Kompilasi Pasien Puas")).score
    assert of(Design("Survei Harga Pangan", ("Harga",))).score < FITS
