"""Forms of the letter: shape only, and what was typed by the names the action knows."""

from werkzeug.datastructures import MultiDict

from pst.actions.letters.draft import FIELDS
from pst.forms.letters.letters import DraftForm, ReplaceForm, RevokeForm, SendBackForm


def filled(app, form, **given):
    """The form as somebody sent it, without its token."""
    with app.test_request_context(method="POST", data=given):
        shown = form(formdata=MultiDict(given), meta={"csrf": False})
        return shown.validate(), shown


def test_the_draft_form_asks_exactly_what_the_action_knows(app):
    _, form = filled(app, DraftForm, outcome="ditolak", recipient="Camat Toho")

    assert set(form.fields) == {*FIELDS, "outcome"}
    assert (form.fields["outcome"], form.fields["recipient"], form.fields["conditions"]) == (
        "ditolak",
        "Camat Toho",
        "",
    )


def test_an_outcome_not_chosen_is_left_as_it_was(app):
    sound, form = filled(app, DraftForm, recipient="Camat Toho")

    assert (sound, "outcome" in form.fields) == (True, False)


def test_odd_and_endless_input_is_refused(app):
    for given in ({"outcome": "mungkin"}, {"letter_number": "9" * 81}, {"conditions": "x" * 8001}, {"diam": "x"}):
        assert not filled(app, DraftForm, **given)[0], given


def test_reasons_are_asked_for(app):
    assert [filled(app, form)[1].errors for form in (SendBackForm, RevokeForm)] == [
        {"note": ["Tuliskan apa yang perlu diperbaiki."]},
        {"reason": ["Tuliskan alasannya; pemohon membacanya."]},
    ]
    sound, form = filled(app, ReplaceForm, reason="Salah.", place="Toho")
    assert (sound, "reason" in form.fields) == (True, False)
