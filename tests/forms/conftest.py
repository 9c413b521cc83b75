"""A form as somebody sent it."""

import pytest
from werkzeug.datastructures import MultiDict


@pytest.fixture
def sent(app):
    """`sent(make, given)`: the form as somebody sent it, without its token; (errors, form)."""

    def send(make, given):
        pairs = [
            (key, each) for key, value in given.items() for each in (value if isinstance(value, list) else [value])
        ]
        with app.test_request_context(method="POST", data=MultiDict(pairs)):
            app.config["WTF_CSRF_ENABLED"] = False
            form = make()
            form.validate()
            return form.errors, form

    return send
