"""Every character a person can paste becomes one that our paper font has."""

from pathlib import Path

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from pst.paper.glyphs import PRINTABLE, printable
from pst.paper.sheet import FONT_FOLDER, FONTS


def test_fonts_have_exactly_the_letters_we_count_on():
    for file in FONTS.values():
        known = {chr(code) for code in TTFont(Path(FONT_FOLDER, file)).getBestCmap()}

        assert PRINTABLE - known == set()


@given(st.text(st.characters(codec="utf-8")))
def test_printed_text_needs_no_other_letter(text):
    assert set(printable(text)) <= PRINTABLE | {"\n"}


@given(st.text(sorted(PRINTABLE)))
def test_text_we_can_print_stays(text):
    assert printable(printable(text)) == printable(text)
    assert len(printable(text)) <= len(text)


def test_signs_are_spelt_out_and_unknown_scripts_named():
    assert printable("n ≥ 30 → “cukup”, α = 5 %, e\u0301, 数") == "n >= 30 -> “cukup”, alfa = 5 %, é, [U+6570]"
    assert printable("ﬁnal\u200b\u00ad ﹣ ①") == "final - 1"
