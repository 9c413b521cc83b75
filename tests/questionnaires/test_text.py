"""Text is made storable, or refused for characters nobody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst.questionnaires.text import BadText, bare_address, normalise, one_line, without_controls


def test_line_endings_accents_and_edges_get_one_spelling():
    assert normalise("  kafe\u0301\r\nbaris dua\rbaris tiga\t\n ") == "kafé\nbaris dua\nbaris tiga"


@pytest.mark.parametrize("hidden", ["\x00", "\x1b", "\x7f", "\x85", "\ud800"])
def test_hidden_characters_are_refused_and_can_be_taken_out(hidden):
    with pytest.raises(BadText, match="karakter tersembunyi"):
        normalise(f"surat{hidden}izin")

    assert without_controls(f"surat{hidden}izin") == "suratizin"


@pytest.mark.parametrize(
    "copied", ["\u202a0812 5555 0101\u202c", "0812\u200b 5555\u2060 0101\ufeff", "\xad0812 5555 0101\u3164"]
)
def test_unseen_signs_of_other_programs_are_left_out_of_one_line(copied):
    assert one_line(copied) == "0812 5555 0101"


@pytest.mark.parametrize("nothing", ["\u200b\u200b", "\u2800 \u3164", "\u202e\n\ufeff"])
def test_a_text_in_which_nothing_can_be_seen_is_blank(nothing):
    assert (normalise(nothing), one_line(nothing)) == ("", "")


@pytest.mark.parametrize("copied", ["<dinas@contoh.test>", "mailto:dinas@contoh.test", "<mailto:dinas@contoh.test>"])
def test_an_address_is_freed_from_what_was_copied_around_it(copied):
    assert bare_address(copied) == "dinas@contoh.test"


@given(st.text())
def test_what_is_left_without_controls_is_always_storable_and_stays_the_same(text):
    tidy = without_controls(text)

    assert normalise(tidy) == tidy
