"""Words cut down to stems, so that what is written and what is typed meet."""

from hypothesis import given
from hypothesis import strategies as st

from pst.rules.stems import LONGEST_WORD, QUERY_WORDS, stem, stems, words


def test_forms_of_a_word_share_their_stem():
    assert {stem(word) for word in ("pengumpulan", "dikumpulkan", "mengumpulkan", "kumpul")} == {"kumpul"}
    assert stems("Survei Kepuasan Masyarakat; melayani") == "survei puas masyarakat layan"


def test_what_is_no_indonesian_word_stays_as_it_is():
    assert stems("V-26.6104.001 Ngabang Ångström 東京") == "v 26 6104 001 ngabang ångström 東京"


def test_signs_only_part_words():
    assert words('NEAR("a" b)*_c-d') == ["near", "a", "b", "c", "d"]
    assert words("'\"--;()") == []


def test_a_pasted_page_and_an_endless_word_are_cut():
    assert (len(words("kata " * 5000, QUERY_WORDS)), len(words("x" * 5000)[0])) == (QUERY_WORDS, LONGEST_WORD)


@given(st.text())
def test_any_text_has_stems_and_they_are_words_again(text):
    assert all(part.isalnum() or words(part) for part in stems(text).split())
