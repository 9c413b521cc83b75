"""On which sites passkeys work, and when a counter says that a key was copied."""

import pytest

from pst.rules.accounts.passkeys import Place, is_copy, place_of


@pytest.mark.parametrize(
    ("site", "tls", "place"),
    [
        ("https://PST.mempawah.go.id/", True, Place("https://pst.mempawah.go.id", "pst.mempawah.go.id")),
        ("https://pst.lan:8443", True, Place("https://pst.lan:8443", "pst.lan")),
        ("https://pst.lan:443", True, Place("https://pst.lan", "pst.lan")),
        ("https://pst.lan", False, None),
        ("https://10.0.0.5", True, None),
        ("http://pst.lan", True, None),
        ("http://localhost:8000", False, Place("http://localhost:8000", "localhost")),
        ("http://127.0.0.1:8000", False, None),
    ],
)
def test_over_tls_and_under_a_name(site, tls, place):
    assert place_of(site, tls) == place


def test_a_count_goes_up_or_stays_at_nought():
    seen = {pair: is_copy(*pair) for pair in [(0, 0), (0, 1), (4, 5), (5, 5), (5, 4), (5, 0)]}
    assert [pair for pair, copied in seen.items() if copied] == [(5, 5), (5, 4), (5, 0)]
