"""The measure of searches and of likeness."""

from hypothesis import given
from hypothesis import strategies as st

from pst.rules import stems
from pst.rules.catalogue.everyday import meanings
from pst.rules.catalogue.measure import FITS, Measure, Text, Way, slips, terms, with_guesses

SAME = meanings("dinkes = dinas kesehatan\nskm = survei kepuasan masyarakat")


def text(title: str, more: str = "") -> Text:
    stemmed = [*stems.words(title), *stems.stems(title).split()]
    return Text(set(stemmed), {*stemmed, *stems.stems(more).split()})


def fit(typed: str, title: str, more: str = "") -> float:
    return Measure(terms(typed, SAME), lambda word: 1, 100).cover(text(title, more))


def test_superfluous_words_go_and_known_phrases_are_one_thing():
    assert [term.ways[0].words for term in terms("saya mau data dinas kesehatan tentang gizi", SAME)] == [
        ("data",),
        ("dinas", "sehat"),
        ("gizi",),
    ]
    assert terms("dan", SAME) == terms("DAN", SAME) != []


def test_an_abbreviation_is_what_it_stands_for_in_both_directions():
    assert fit("SKM dinkes", "Survei Kepuasan Masyarakat Dinas Kesehatan") > 0.99
    assert fit("survei kepuasan masyarakat", "SKM Dinkes") > 0.99


def test_what_is_covered_counts_by_its_weight():
    assert fit("survei gizi", "Survei Nelayan") < FITS < fit("survei gizi", "Kompilasi Gizi")
    assert fit("gizi", "Survei Gizi") > fit("gizi", "Survei Balita", "gizi") > FITS


def test_of_equals_the_barer_title_is_first():
    assert fit("gizi", "Survei Gizi") > fit("gizi", "Survei Gizi dan Kesehatan Balita")


def test_a_guess_counts_a_little_less():
    (term,) = terms("gzi", {})
    guessed = with_guesses(term, ["gizi"])

    assert guessed.ways == (Way(("gzi",)), Way(("gizi",), 0.85))
    assert 0.8 < Measure([guessed], lambda word: word == "gizi", 100).cover(text("Survei Gizi")) < 1


def test_one_slip_of_the_hand():
    assert {"apung", "apugn", "apun", "apungg"} <= slips("apng") | slips("apung") | slips("apugn")
    assert "apung" in slips("apng") & slips("appung") & slips("apumg") & slips("apugn")
    assert slips("abc") == slips("2025") == set()


@given(st.text(), st.text())
def test_anything_can_be_measured(typed, title):
    assert 0 <= Measure(terms(typed, SAME), lambda word: 0, 0).cover(text(title)) <= 1.06
