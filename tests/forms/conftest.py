"""A form as somebody sent it."""

from contextlib import ExitStack

import pytest
from werkzeug.datastructures import MultiDict


@pytest.fixture
def sent(app):
    """`sent(make, given)`: the form as somebody sent it, without its token; (errors, form). Its files stay open."""
    requests = ExitStack()

    def send(make, given):
        pairs = [
            (key, each) for key, value in given.items() for each in (value if isinstance(value, list) else [value])
        ]
        app.config["WTF_CSRF_ENABLED"] = False
        requests.enter_context(app.test_request_context(method="POST", data=MultiDict(pairs)))
        form = make()
        form.validate()
        return form.errors, form

    with requests:
        yield send
