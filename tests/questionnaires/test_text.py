"""Text is made storable, or refused for characters nobody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.questionnaires.text import BadText, normalise, without_controls


def test_line_endings_accents_and_edges_get_one_spelling():
    assert normalise("  kafe\u0301\r\nbaris dua\rbaris tiga\t\n ") == "kafé\nbaris dua\nbaris tiga"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"])
def test_hidden_characters_are_refused_and_can_be_taken_out(hidden):
    with pytest.raises(BadText, match="karakter tersembunyi"):
        normalise(f"surat{hidden}izin")

    assert without_controls(f"surat{hidden}izin") == "suratizin"


@given(st.text())
def test_what_is_left_without_controls_is_always_storable_and_stays_the_same(text):
    tidy = without_controls(text)

    assert normalise(tidy) == tidy
