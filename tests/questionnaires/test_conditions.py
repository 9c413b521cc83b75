"""Conditions look at stored answers, of whatever shape."""

from hypothesis import given
from hypothesis import strategies as st

from pst.questionnaires.conditions import All, AnyOf, Is, Not

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def test_each_condition_holds_for_what_it_names():
    answers = {"cara": "survei", "sarana": ["papi", "mail"]}

    assert Is("cara", "survei").holds(answers)
    assert AnyOf("sarana", ("capi", "papi")).holds(answers)
    assert AnyOf("cara", ("survei",)).holds(answers)
    assert Not(Is("cara", "kompilasi")).holds(answers)
    assert All(Is("cara", "survei"), AnyOf("sarana", ("mail",))).holds(answers)


def test_each_condition_fails_for_anything_else():
    answers = {"cara": "kompilasi", "sarana": ["cawi"]}

    assert not Is("cara", "survei").holds(answers)
    assert not AnyOf("sarana", ("capi", "papi")).holds(answers)
    assert not Not(Is("cara", "kompilasi")).holds(answers)
    assert not All(Is("cara", "kompilasi"), AnyOf("sarana", ("papi",))).holds(answers)
    assert not Is("cara", "survei").holds({})


def test_a_condition_names_every_question_it_looks_at():
    assert All(Is("a", "x"), Not(AnyOf("b", ("y",)))).codes == {"a", "b"}


@given(JSON)
def test_odd_answers_never_raise(value):
    condition = All(Is("a", "x"), AnyOf("a", ("x", "y")), Not(Is("a", "z")))

    assert condition.holds({"a": value}) in (True, False)
