"""Answers: a whole page or the fragment htmx asked for; a redirect or the fragment that changed."""

from typing import Any

from flask import Response, flash, make_response, redirect, render_template, session
from flask_htmx import HTMX

htmx = HTMX()


def wants_fragment() -> bool:
    """htmx asked for a piece; a boosted link or a step back in history wants the page."""
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def page_or_fragment(page: str, fragment: str, /, status: int = 200, **context: Any) -> Response:
    """Show the page, or only its fragment when htmx asked; both from the same context."""
    answer = make_response(render_template(fragment if wants_fragment() else page, **context), status)
    answer.vary.add("HX-Request")
    return answer


def fragment_or_redirect(fragment: str, url: str, message: str = "", **context: Any) -> Response:
    """After something was done: the changed fragment for htmx, else back to the page (303)."""
    if wants_fragment():
        answer = make_response(render_template(fragment, said=message, **context))
        answer.vary.add("HX-Request")
        return answer
    return saved(url, message)


def saved(url: str, message: str = "", number: str = "", code: str = "") -> Response:
    """Something is stored: say so on the next page, for people (a notice) and machines (`data-result`)."""
    if message:
        flash(message, "success")
    session["outcome"] = {"result": "saved", "result_number": number, "result_code": code}
    return led_to(url)


def refused(template: str, status: int = 422, **context: Any) -> Response:
    """The page again with what was typed and what is wrong with it.

    It is a whole page also for htmx, which would else put it into the place of the fragment that asked.
    """
    answer = make_response(render_template(template, result="refused", **context), status)
    if wants_fragment():
        answer.headers.update({"HX-Retarget": "body", "HX-Reswap": "innerHTML show:top"})
    answer.vary.add("HX-Request")
    return answer


def told(url: str, message: str) -> Response:
    """Nothing was done, and this is why; shown on the page that tells how things stand now."""
    flash(message, "warning")
    return led_to(url)


def led_to(url: str) -> Response:
    """Go on at this page: htmx opens it, every other browser follows the redirect."""
    answer = make_response(redirect(url, 303))
    if wants_fragment():
        answer = Response(status=204, headers={"HX-Redirect": url})
        del answer.headers["Content-Type"]  # there is no content that could be of a kind
    answer.vary.add("HX-Request")
    return answer
