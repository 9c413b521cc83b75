"""The hidden key `_once` of a form: sent twice it acts once, and both clicks lead to the same page."""

import hashlib
import threading
from collections import Counter
from contextlib import suppress
from io import BytesIO
from typing import cast

from flask import Response, g, request, session
from flask_login import current_user
from peewee import PeeweeException

from pst import clock
from pst.models import base
from pst.models.base import FormKey

ON_THE_SPOT = ""
"""The result of a form that was answered with a page or a fragment and led nowhere."""

TOKENS = ("csrf_token", "_once")
"""What a page carries beside what was typed; it differs where the same form is offered again."""

_in_hand: Counter[str] = Counter()
_counting = threading.Lock()
"""How many requests carry each key at this moment: one process serves the office, so none carries it elsewhere."""


def hold(writing: bool) -> None:
    """Hold the key of the form being sent ready for the first transaction."""
    g.form_key = _bound((request.form.get("_once") or "")[:64]) if writing else ""
    base.form_key.set(g.form_key or None)
    if g.form_key:
        with _counting:
            _in_hand[g.form_key] += 1


def release() -> None:
    """The request ends, answered or not, and its key is nothing to the next one on this thread."""
    base.form_key.set(None)
    if key := g.pop("form_key", ""):
        with _counting:
            _in_hand[key] -= 1
            if not _in_hand[key]:
                del _in_hand[key]


def is_being_answered(key: str) -> bool:
    """Another request with this form is still under way; asked by one that carries it too."""
    return _in_hand[key] > 1


def remember(response: Response) -> None:
    """A repeated form is led where the first one was. What was done is not undone by a database too busy for this."""
    if not g.get("form_key") or base.form_key.get() is not None:
        return  # only a request that used its key up has something to remember
    led_to = response.headers.get("Location") or response.headers.get("HX-Redirect") or ON_THE_SPOT
    # Only the day is kept: an hour could tell on a complainant.
    today = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    with suppress(PeeweeException):
        FormKey.remember(g.form_key, led_to, today)


def what_was_sent() -> bytes:
    """A digest of everything that was typed and chosen: another one means another form, though its page is the same."""
    digest = hashlib.blake2b(digest_size=24)
    for name, value in request.form.items(multi=True):
        if name not in TOKENS:
            digest.update(repr((name, value)).encode(errors="surrogatepass"))
    for name, file in request.files.items(multi=True):
        digest.update(repr((name, file.filename)).encode(errors="surrogatepass"))
        digest.update(hashlib.file_digest(cast(BytesIO, file.stream), "sha256").digest())
        file.stream.seek(0)
    return digest.digest()


def _bound(key: str) -> str:
    """The key bound to who sends what to where, so that it keeps nobody else's and no other form from acting.

    A person's key outlives the session, for the form may be offered again after signing in anew. Whoever stops a
    form, corrects it and sends it again has sent two.
    """
    if not key:
        return ""
    who = f"u{current_user.id}" if current_user.is_authenticated else session.get("csrf_token", "")
    written = "\n".join((who, request.path, key)).encode(errors="surrogatepass")
    return hashlib.blake2b(written + what_was_sent(), digest_size=24).hexdigest()
