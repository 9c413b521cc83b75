"""A form on its page comes again with what was typed, whatever is refused."""

from datetime import datetime

import pytest
from flask import Flask, Response
from jinja2 import DictLoader
from werkzeug.exceptions import HTTPException
from wtforms import StringField
from wtforms.validators import InputRequired

from pst.actions.attempts import TooManyTries
from pst.forms.base import Form
from pst.rules.refusals import Refusal
from pst.web.form_pages import FormPage


class NameForm(Form):
    name = StringField("Nama", [InputRequired("Isi nama.")])


@pytest.fixture
def sending(app: Flask, monkeypatch: pytest.MonkeyPatch):
    """`sending(name, error)`: the form is sent, what is done with it raises; what the answer says of the form."""
    app.config["WTF_CSRF_ENABLED"] = False

    def drawn(template: str, status: int, form: Form, **context) -> Response:
        words = f"{template}: {form.name.data} {form.name.errors} {form.form_errors} {context}"
        return Response(words, status)

    monkeypatch.setattr("pst.web.form_pages.refused", drawn)

    def send(name: str, error: Exception | None = None) -> str:
        with app.test_request_context(method="POST", data={"name": name}):
            try:
                with FormPage("page.html", NameForm(), lambda: {"now": 1}) as form:
                    if error:
                        raise error
                    return f"done with {form.name.data}"
            except HTTPException as answer:
                assert answer.response is not None
                assert answer.response.status_code == (429 if isinstance(error, TooManyTries) else 422)
                return answer.response.get_data(as_text=True)

    return send


def test_what_is_in_order_is_done(sending):
    assert sending("Dinas") == "done with Dinas"


def test_a_form_that_is_not_in_order_comes_again(sending):
    assert sending("") == "page.html:  ['Isi nama.'] [] {'now': 1}"


def test_a_refusal_is_said_at_its_field_or_above_the_form_and_the_words_stay(sending):
    assert [sending("Dinas", Refusal("Sudah ada.", field)) for field in ("name", "")] == [
        "page.html: Dinas ['Sudah ada.'] [] {'now': 1}",
        "page.html: Dinas [] ['Sudah ada.'] {'now': 1}",
    ]


def test_whoever_tries_too_often_reads_when_to_try_again(sending):
    assert sending("Dinas", TooManyTries(datetime(2026, 11, 23, 2))).startswith("page.html: Dinas")


def test_one_of_several_forms_comes_again_under_its_own_name(app, monkeypatch):
    monkeypatch.setitem(app.jinja_env.globals, "word_of", lambda form: form.name.data)
    monkeypatch.setattr(app, "jinja_loader", DictLoader({"page.html": "{{ word_of(agency) }} {{ other }}"}))
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context(method="POST", data={"name": "Dinas"}):
        page = FormPage("page.html", NameForm(), lambda: {"agency": "empty", "other": 1}, "agency")

        assert page.again().get_data(as_text=True) == "Dinas 1"


def test_what_is_no_refusal_is_not_hidden(sending):
    with pytest.raises(ZeroDivisionError):
        sending("Dinas", ZeroDivisionError())
