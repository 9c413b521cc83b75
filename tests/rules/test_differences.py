"""Two versions of a text, in pieces: nothing is lost, and only what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from pst.rules.differences import word_pieces


def joined(pieces):
    return "".join(text for _, text in pieces)


def test_only_the_words_that_differ_are_marked():
    old, new = word_pieces("Survei harga pasar", "Survei harga beras di pasar")

    assert old == [(False, "Survei harga "), (False, "pasar")]
    assert new == [(False, "Survei harga "), (True, "beras di "), (False, "pasar")]


def test_words_that_changed_in_a_row_are_one_piece():
    assert word_pieces("Survei A", "Sensus B besar") == ([(True, "Survei A")], [(True, "Sensus B besar")])


def test_other_spacing_is_no_difference():
    assert word_pieces("satu  dua", "satu\ndua") == ([(False, "satu  dua")], [(False, "satu\ndua")])


def test_equal_texts_have_no_marks():
    assert word_pieces("sama saja", "sama saja") == ([(False, "sama saja")], [(False, "sama saja")])


def test_a_text_too_long_to_compare_is_shown_whole():
    old, new = "kata " * 4000, "lain " * 4000

    assert word_pieces(old, new) == ([(True, old)], [(True, new)])


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_pieces_give_both_texts_back(old, new):
    left, right = word_pieces(old, new)

    assert (joined(left), joined(right)) == (old, new)


@given(st.text(max_size=200), st.text(max_size=200))
def test_what_is_not_marked_is_the_same_on_both_sides(old, new):
    left, right = word_pieces(old, new)

    same = [joined(piece for piece in side if not piece[0]).split() for side in (left, right)]
    assert same[0] == same[1]
