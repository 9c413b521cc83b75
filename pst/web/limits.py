"""How often one address may try what can be guessed or flooded."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import wraps
from math import ceil
from typing import Any

from flask import Flask, Response, make_response, request
from flask_limiter import Limiter, RateLimitExceeded
from flask_limiter.util import get_remote_address
from limits import RateLimitItem, parse_many
from werkzeug.exceptions import HTTPException, TooManyRequests

from pst import clock
from pst.config import Config
from pst.web.errors import error_page

# The office shares one address, so these are generous; accounts and codes are counted in the database as well.
STRICT = {
    "guess": "30 per minute;300 per hour",
    "flood": "60 per minute;600 per hour",
    "number": "10 per minute;120 per hour",
    "usual": "1200 per minute",
}
RELAXED = {name: "100000 per minute" for name in STRICT}


View = Callable[..., Any]


class Limits(Limiter):
    """The counter of tries, and how many of each kind this instance allows."""

    words: dict[str, str] = STRICT
    misses: Sequence[RateLimitItem] = ()


limiter = Limits(get_remote_address, storage_uri="memory://", headers_enabled=False)


def limit(kind: str) -> Callable[[View], View]:
    """Decorator: this view may be tried only so often from one address; `kind` is a key of `STRICT`."""
    return limiter.limit(lambda: limiter.words[kind], methods=["POST"] if kind == "flood" else None)


def limit_misses(view: View, who: Callable[[], str] = get_remote_address) -> View:
    """Decorator: only tries that came to nothing count, so whoever has the code or the password is never held up.

    `who` says by what they are counted.

    Asks the counter itself: pages that everybody opens by code should not look for their limits anew each time.
    """

    @wraps(view)
    def limited(*given: Any, **named: Any) -> Response:
        tries = (who(), request.endpoint or "")
        for misses in limiter.misses:
            if not limiter.limiter.test(misses, *tries):
                until = limiter.limiter.get_window_stats(misses, *tries).reset_time
                raise TooManyRequests(retry_after=seconds_to(datetime.fromtimestamp(until, UTC)))
        try:
            answer = make_response(view(*given, **named))
        except HTTPException as error:
            _count_miss(tries, error.get_response().status_code)
            raise
        _count_miss(tries, answer.status_code)
        return answer

    return limited


def has_room(kind: str, who: str) -> bool:
    """May this be done once more by whoever it is counted by? `kind` is a key of `STRICT`."""
    return all(limiter.limiter.test(allowed, kind, who) for allowed in parse_many(limiter.words[kind]))


def count(kind: str, who: str) -> None:
    """It was done once more."""
    for allowed in parse_many(limiter.words[kind]):
        limiter.limiter.hit(allowed, kind, who)


def _count_miss(tries: tuple[str, str], status: int) -> None:
    if status >= 400:
        for misses in limiter.misses:
            limiter.limiter.hit(misses, *tries)


def register(app: Flask, config: Config) -> None:
    """Set the limits this instance asked for."""
    allow(config.rate_limits)
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _tell_when)


def seconds_to(until: datetime) -> int:
    """How long until the next try is heard, as `Retry-After` tells programs; `until` is UTC."""
    return max(1, ceil((until.replace(tzinfo=None) - clock.now()).total_seconds()))


def _tell_when(error: RateLimitExceeded) -> Response:
    answer, reached = error_page(429), limiter.current_limit
    answer.retry_after = seconds_to(datetime.fromtimestamp(reached.reset_at if reached else 0, UTC))
    return answer


def allow(how: str) -> None:
    """From now on as many tries as are `strict` or `relaxed`."""
    limiter.words = RELAXED if how == "relaxed" else STRICT
    limiter.misses = parse_many(limiter.words["guess"])
