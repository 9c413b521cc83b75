"""The small forms of the applicant's page."""

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.submissions.submissions import MessageForm, NoteForm, ResultsForm


@pytest.fixture(autouse=True)
def _request(app):
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context(method="POST"):
        yield


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
def test_shape_is_checked_in_indonesian(form, given, errors):
    filled = form(MultiDict(given))

    assert (filled.validate(), filled.errors) == (not errors, errors)


def test_a_message_longer_than_a_page_is_refused():
    assert not MessageForm(MultiDict({"text": "x" * 4001})).validate()
