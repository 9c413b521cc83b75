"""What stands in an address after the question mark: filters and keys, read kindly, and written again."""

from collections.abc import Iterable
from typing import Any

from flask import request, url_for

from pst.models.paging import Page

LONGEST = 200
PAGE_KEYS = ("sesudah", "sebelum")
"""A key belongs to one page; whoever narrows or turns the page starts without it."""


def text_of(name: str) -> str:
    """A word or a few, trimmed and without control characters; "" when it is not there."""
    typed = "".join(sign for sign in request.args.get(name, "") if sign.isprintable())
    return " ".join(typed.split())[:LONGEST]


def number_of(name: str) -> int | None:
    """A whole number that a database can hold, or None; what is not one narrows nothing."""
    typed = request.args.get(name, "").strip()
    return int(typed) if typed.isdecimal() and typed.isascii() and len(typed) <= 9 else None


def key_of(name: str) -> int | None:
    """The key from which a page of a list begins; the newest page has none."""
    return number_of(name)


def with_query(endpoint: str, **changed: Any) -> str:
    """The address of `endpoint` with the filters of this page, changed so; None takes one out."""
    kept = {name: value for name, value in request.args.items() if value and name not in PAGE_KEYS}
    return url_for(endpoint, **{name: value for name, value in {**kept, **changed}.items() if value is not None})


def page_links(endpoint: str, page: Page) -> dict[str, Any]:
    """The addresses of the neighbouring pages of a list as its template asks for them; "" where there is none."""
    return {
        "newer": with_query(endpoint, sebelum=page.newer) if page.newer else "",
        "older": with_query(endpoint, sesudah=page.older) if page.older else "",
    }


def pairs(values: Iterable[object]) -> list[tuple[object, str]]:
    """Values as the options of a select that read as they are."""
    return [(value, str(value)) for value in values]
