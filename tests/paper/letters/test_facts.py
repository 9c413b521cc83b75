"""What follows from a letter's facts."""

from tests.paper.sample_facts import DRAFT, LETTER, REFUSAL


def test_letter_without_a_number_is_a_draft():
    assert [facts.is_draft for facts in (LETTER, REFUSAL, DRAFT)] == [False, False, True]


def test_only_layak_approves():
    assert [facts.is_approval for facts in (LETTER, REFUSAL, DRAFT)] == [True, False, True]
