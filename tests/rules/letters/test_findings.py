"""What a verdict may not stand over."""

import pytest

from pst.rules.letters.findings import is_in_the_way


@pytest.mark.parametrize(
    ("severity", "state", "outcome", "waits"),
    [
        ("must", "noted", "layak", True),
        ("must", "noted", "ditolak", True),  # nobody told the applicant
        ("must", "open", "", True),
        ("must", "open", "layak", True),
        ("must", "answered", "bersyarat", True),
        ("must", "open", "ditolak", False),  # what was asked for and not done may be the reason
        ("must", "settled", "layak", False),
        ("must", "dropped", "layak", False),
        ("advice", "noted", "layak", False),
        ("advice", "open", "layak", False),
    ],
)
def test_what_must_be_mended_is_finished_with_before_the_verdict(severity, state, outcome, waits):
    assert is_in_the_way(severity, state, outcome) is waits
