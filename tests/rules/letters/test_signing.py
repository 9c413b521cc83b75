"""What is said of the way a letter was signed."""

import pytest

from pst.rules.letters.signing import is_same_person, way_label


@pytest.mark.parametrize(
    ("state", "way", "said"),
    [
        ("waiting", None, "Menunggu tanda tangan"),
        ("void", None, "–"),
        ("issued", "electronic", "Tanda tangan elektronik"),
        ("revoked", "scan", "Tanda tangan pena (pindaian)"),
        ("issued", None, "Tanpa tanda tangan pada sistem ini"),
    ],
)
def test_a_letter_says_how_it_was_signed_or_that_it_waits(state, way, said):
    assert way_label(state, way) == said


@pytest.mark.parametrize(
    ("certificate", "name", "same"),
    [
        ("DEWI KEPALA", "Dr. Dewi Kepala, S.Si., M.M.", True),
        ("Dewi Kepala, S.Si", "Dewi Kepala", True),
        ("Dewi Petugas", "Dewi Kepala", False),
        ("", "Dewi Kepala", False),
    ],
)
def test_a_certificate_is_the_signatorys_where_the_words_of_the_name_are(certificate, name, same):
    assert is_same_person(certificate, name) is same
