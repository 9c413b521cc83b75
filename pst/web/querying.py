"""What stands in an address after the question mark: filters and keys, read kindly, and written again."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import request, url_for
from flask_login import current_user

from pst import clock
from pst.forms.base import key_in
from pst.models.narrowing import LONGEST, Filter, Wanted
from pst.models.paging import TOP, Page, Place, Sort

OLDER_THAN, NEWER_THAN = "sebelum", "sesudah"
"""A key belongs to one page; whoever narrows or turns the page starts without it."""
ORDER, FALLING = "urut", "-"
"""How an address asks for another order, and for it from the end."""


def text_of(name: str) -> str:
    """A word or a few: whatever separates them becomes one space, and what cannot be seen is left out."""
    return cleaned(request.args.get(name, ""))


def cleaned(typed: str) -> str:
    """The same of a text that was read already."""
    words = typed.split()
    seen = ("".join(sign for sign in word if sign.isprintable()) for word in words)
    return " ".join(filter(None, seen))[:LONGEST]


def read_wanted(filters: Iterable[Filter], text: Callable[[str], str]) -> Wanted:
    """What is asked of a list with these filters, and who asks; `text` reads the value of each by its name."""
    read = {each.name: each.read(text(each.name)) for each in filters}
    return Wanted(current_user, clock.today(), {name: value for name, value in read.items() if value is not None})


def filters_asked() -> dict[str, str]:
    """The filters of this page, as its address has them."""
    return {name: value for name, value in request.args.items() if value and name not in (OLDER_THAN, NEWER_THAN)}


def number_of(name: str) -> int | None:
    """A whole number that a database can hold, or None; what is not one narrows nothing."""
    typed = request.args.get(name, "").strip()
    return int(typed) if typed.isdecimal() and typed.isascii() and len(typed) <= 9 else None


def month_asked() -> date:
    """The first day of the month in the address, within this century so that others lie around it; else this one."""
    asked = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text_of("bulan"), re.ASCII)
    return date(int(asked[1]), int(asked[2]), 1) if asked else clock.today().replace(day=1)


def place_asked(sorts: Iterable[Sort] = ()) -> Place:
    """Where the page of a list begins, and which of these orders it has; the first page has no key."""
    older, newer = (key_in(request.args.get(name, "").strip()) for name in (OLDER_THAN, NEWER_THAN))
    return in_order(sorts, text_of(ORDER))._replace(older_than=older, newer_than=newer)


def in_order(sorts: Iterable[Sort], asked: str) -> Place:
    """The top of a list in the order that an address asks for; what is not understood asks for the list's own."""
    sort = next((sort for sort in sorts if sort.name == asked.removeprefix(FALLING)), None)
    return Place(sort=sort, rising=not asked.startswith(FALLING)) if sort else TOP


def with_query(endpoint: str, **changed: Any) -> str:
    """The address of `endpoint` with the filters of this page, changed so; None takes one out."""
    given = {**filters_asked(), **changed}
    return url_for(endpoint, **{name: value for name, value in given.items() if value is not None})


def page_links(endpoint: str, page: Page) -> dict[str, str]:
    """The addresses of the neighbouring pages of a list as its template asks for them; "" where there is none."""
    return {
        "newer": with_query(endpoint, **{NEWER_THAN: page.newer}) if page.newer else "",
        "older": with_query(endpoint, **{OLDER_THAN: page.older}) if page.older else "",
    }
