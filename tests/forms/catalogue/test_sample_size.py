"""Numbers as people type them."""

import pytest

from pst.forms.catalogue.sample_size import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.200", 1200),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("0.125", 0.125),
        ("52.310", 52310),
        ("5%", None),
        ("1e9", None),
        ("", None),
    ],
)
def test_points_part_thousands_and_commas_decimals(text, number):
    assert read_number(text) == number
