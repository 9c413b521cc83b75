"""How often one address may try what can be guessed or flooded."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import wraps
from math import ceil
from typing import Any, NoReturn

from flask import Response, make_response, request
from flask_limiter.util import get_remote_address
from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import HTTPException, TooManyRequests

from pst import clock
from pst.config import Config

# The office shares one address, so these are generous; accounts and codes are counted in the database as well.
STRICT = {
    "guess": "30 per minute;300 per hour",
    "flood": "60 per minute;600 per hour",
    "number": "10 per minute;120 per hour",
    "usual": "1200 per minute",
}
RELAXED = {name: "100000 per minute" for name in STRICT}


View = Callable[..., Any]


class Limits(FixedWindowRateLimiter):
    """The counter of tries, and how many of each kind this instance allows."""

    words: dict[str, str] = STRICT
    misses: Sequence[RateLimitItem] = ()

    def reset(self) -> None:
        """Forget all tries."""
        self.storage.reset()


limiter = Limits(MemoryStorage())
"""Asked by the views that are limited alone, so that no other page pays for it."""


def limit(kind: str) -> Callable[[View], View]:
    """Decorator: this view may be tried only so often from one address; `kind` is a key of `STRICT`.

    What only floods may be looked at as often as anybody likes.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def limited(*given: Any, **named: Any) -> Any:
            if kind != "flood" or request.method == "POST":
                tries = ("every", get_remote_address(), request.endpoint or "")
                for allowed in parse_many(limiter.words[kind]):
                    if not limiter.hit(allowed, *tries):
                        _refuse(allowed, tries)
            return view(*given, **named)

        return limited

    return mark


def limit_misses(view: View, who: Callable[[], str] = get_remote_address) -> View:
    """Decorator: only tries that came to nothing count, so whoever has the code or the password is never held up.

    `who` says by what they are counted.
    """

    @wraps(view)
    def limited(*given: Any, **named: Any) -> Response:
        tries = (who(), request.endpoint or "")
        for misses in limiter.misses:
            if not limiter.test(misses, *tries):
                _refuse(misses, tries)
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
    return all(limiter.test(allowed, kind, who) for allowed in parse_many(limiter.words[kind]))


def count(kind: str, who: str) -> None:
    """It was done once more."""
    for allowed in parse_many(limiter.words[kind]):
        limiter.hit(allowed, kind, who)


def _count_miss(tries: tuple[str, str], status: int) -> None:
    if status >= 400:
        for misses in limiter.misses:
            limiter.hit(misses, *tries)


def _refuse(allowed: RateLimitItem, tries: tuple[str, ...]) -> NoReturn:
    """Say when the next try is heard."""
    until = limiter.get_window_stats(allowed, *tries).reset_time
    raise TooManyRequests(retry_after=seconds_to(datetime.fromtimestamp(until, UTC)))


def register(config: Config) -> None:
    """Set the limits this instance asked for, and begin to count."""
    allow(config.rate_limits)
    limiter.reset()


def seconds_to(until: datetime) -> int:
    """How long until the next try is heard, as `Retry-After` tells programs; `until` is UTC."""
    return max(1, ceil((until.replace(tzinfo=None) - clock.now()).total_seconds()))


def allow(how: str) -> None:
    """From now on as many tries as are `strict` or `relaxed`."""
    limiter.words = RELAXED if how == "relaxed" else STRICT
    limiter.misses = parse_many(limiter.words["guess"])
