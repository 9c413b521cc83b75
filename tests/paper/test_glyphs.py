"""Every character a person can paste becomes one that our paper font has."""

from pathlib import Path
from unicodedata import normalize

from fontTools.ttLib import TTFont
from hypothesis import example, given
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
@example("\u00c8\u0323")  # composed otherwise than the face has it
@example("\u00c5\u0323")
def test_text_we_can_print_stays(text):
    assert printable(printable(text)) == printable(text)
    assert len(printable(text)) <= len(text)
    assert normalize("NFC", printable(text)) == normalize("NFC", text)


def test_a_letter_with_two_marks_is_put_together_again():
    assert printable("\u0102\u0300") == "\u0102\u0300"


def test_the_signs_of_the_trade_print_as_they_are():
    trade = "x̄ p̂ ŷ Σ λ χ² Δ ∞ ≤ ≥ ≠ ≈ √ ∑ ∏ ∫ ∂ ∈ ∩ ∪ → ± × ÷ − ½ µ σ θ Ω ✓ †"

    assert printable(trade) == trade


def test_signs_the_face_lacks_are_spelt_and_other_scripts_named():
    spelt = "α = 5 ‰, 10⁶, e\u0301, 数 ☑ ☐ ﬁnal\u200b\u00ad ﹣ ①"

    assert printable(spelt) == "α = 5  per mil, 10^6, é, [U+6570] [✓] [ ] final - 1"


def test_a_mark_never_vanishes():
    assert [printable(text) for text in ("ẋ", "v\u20d7", "a\u0951")] == ["x (titik atas)", "v (vektor)", "a[U+0951]"]


def test_a_shape_that_was_only_chosen_leaves_no_trace():
    assert printable("✓\ufe0e") == "✓"
