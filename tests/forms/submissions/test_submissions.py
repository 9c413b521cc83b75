"""The small forms of the applicant's page."""

import pytest

from pst.forms.submissions.submissions import MessageForm, NoteForm, ResultsForm


@pytest.mark.parametrize(
    ("form", "given", "errors"),
    [
        (MessageForm, {"text": " Halo "}, {}),
        (MessageForm, {"text": "   "}, {"text": ["Tuliskan pesan Anda."]}),
        (NoteForm, {"note": ""}, {"note": ["Tuliskan alasannya."]}),
        (ResultsForm, {"link": "https://contoh.go.id/hasil", "note": ""}, {}),
        (ResultsForm, {"link": "contoh"}, {"link": ["Tuliskan alamat lengkap, misalnya https://…"]}),
    ],
)
def test_shape_is_checked_in_indonesian(sent, form, given, errors):
    assert sent(form, given)[0] == errors


def test_a_message_longer_than_a_page_is_refused(sent):
    assert list(sent(MessageForm, {"text": "x" * 4001})[0]) == ["text"]
