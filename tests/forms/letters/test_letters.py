"""Forms of the letter: shape only, and what was typed by the names the action knows."""

from pst.actions.letters.draft import FIELDS
from pst.forms.letters.letters import DraftForm, ReplaceForm, RevokeForm, SendBackForm


def test_the_draft_form_asks_exactly_what_the_action_knows(sent):
    _, form = sent(DraftForm, {"outcome": "ditolak", "recipient": "Camat Toho"})

    assert set(form.fields) == {*FIELDS, "outcome"}
    assert (form.fields["outcome"], form.fields["recipient"], form.fields["conditions"]) == (
        "ditolak",
        "Camat Toho",
        "",
    )


def test_an_outcome_not_chosen_is_left_as_it_was(sent):
    errors, form = sent(DraftForm, {"recipient": "Camat Toho"})

    assert (errors, "outcome" in form.fields) == ({}, False)


def test_odd_and_endless_input_is_refused(sent):
    for given in ({"outcome": "mungkin"}, {"letter_number": "9" * 81}, {"conditions": "x" * 8001}, {"diam": "x"}):
        assert sent(DraftForm, given)[0], given


def test_reasons_are_asked_for(sent):
    assert sent(SendBackForm, {})[0] == {"note": ["Tuliskan apa yang perlu diperbaiki."]}
    assert sent(RevokeForm, {})[0] == {"reason": ["Tuliskan alasannya; pemohon membacanya."]}
    errors, form = sent(ReplaceForm, {"reason": "Salah.", "place": "Toho"})
    assert (errors, "reason" in form.fields) == ({}, False)
