"""What is said of the way a letter was signed."""

import pytest

from pst.rules.letters.signing import way_label


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
