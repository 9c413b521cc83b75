"""The hidden key `_once` of a form: a double click acts once, and both clicks lead to the same page."""

import hashlib
import time
from contextlib import suppress

from flask import Response, g, redirect, request, session
from flask_login import current_user
from peewee import PeeweeException
from werkzeug.wrappers import Response as BaseResponse

from pst import clock
from pst.models import base
from pst.models.base import AlreadyDone, FormKey
from pst.web.access import page_before
from pst.web.fragments import wants_fragment

PATIENCE = 40
"""Twentieths of a second that the second click waits for the first one's answer."""

ON_THE_SPOT = ""
"""The result of a form that was answered with a page or a fragment and led nowhere."""


def hold(writing: bool) -> None:
    """Hold the key of the form being sent ready for the first transaction."""
    g.form_key = _bound((request.form.get("_once") or "")[:64]) if writing else ""
    base.form_key.set(g.form_key or None)


def remember(response: Response) -> None:
    """A repeated form is led where the first one was. What was done is not undone by a database too busy for this."""
    if not g.get("form_key") or base.form_key.get() is not None:
        return  # only a request that used its key up has something to remember
    led_to = response.headers.get("Location") or response.headers.get("HX-Redirect") or ON_THE_SPOT
    # Only the day is kept: an hour could tell on a complainant.
    today = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with suppress(PeeweeException):
        FormKey.remember(g.form_key, led_to, today)


def let_go(error: BaseException | None) -> None:
    """The next request on this thread has a form of its own."""
    base.form_key.set(None)


def show_first_answer(error: AlreadyDone) -> BaseResponse:
    """The same form again: show where the first one led, as soon as its answer is known."""
    url = _result(error.key) or page_before() or "/"
    if wants_fragment():
        return Response(status=204, headers={"HX-Redirect": url, "Vary": "HX-Request"})
    return redirect(url, 303)


def _bound(key: str) -> str:
    """The key bound to who sends the form and where to, so that it keeps nobody else's and no other form from acting.

    A person's key outlives the session, for the form may be offered again after signing in anew.
    """
    if not key:
        return ""
    who = f"u{current_user.id}" if current_user.is_authenticated else session.get("csrf_token", "")
    written = "\n".join((who, request.path, key)).encode(errors="surrogatepass")
    return hashlib.blake2b(written, digest_size=24).hexdigest()


def _result(key: str) -> str:
    for _ in range(PATIENCE):
        if (result := FormKey.result_of(key)) is not None:
            return result
        time.sleep(0.05)
    return ON_THE_SPOT
