"""Working through a list: from a case to the ones before and after it in the list it was opened from.

The list stands in the case's address as it was narrowed. It is remembered for the last cases of this browser as well,
because what is done with a case leads back to its page alone.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from flask import request, session, url_for

from pst.models.narrowing import Filter, Wanted
from pst.models.paging import Beside, Place, Sort
from pst.web.querying import ORDER, cleaned, in_order, read_wanted

IN_LIST = "daftar"
REMEMBERED = 5
LONGEST = 400


class Way(NamedTuple):
    """The addresses of the cases before and after this one, "" at the ends, and that of the list."""

    before: str
    after: str
    back: str


def way_into(filters: Mapping[str, Any]) -> str:
    """What the links of a list carry: `?daftar=…`, the list with these filters."""
    return "?" + urlencode({IN_LIST: urlencode(filters)})


def way_through(
    filters: Iterable[Filter],
    sorts: Iterable[Sort],
    beside: Callable[[Wanted, Place], Beside],
    case: Any,
    page: str,
    register: str,
) -> Way | None:
    """The way on from a case, whose page and register these endpoints are; None where no list led to it."""
    query = _list_of(case.number)
    if query is None:
        return None
    given = dict(parse_qsl(query))
    wanted = read_wanted(filters, lambda name: cleaned(given.get(name, "")))
    place = in_order(sorts, given.get(ORDER, ""))._replace(older_than=case.id)

    def address(row: Any) -> str:
        further: dict[str, Any] = {IN_LIST: query}
        return url_for(page, number=row.number, **further) if row else ""

    newer, older = beside(wanted, place)
    return Way(
        address(newer), address(older), f"{url_for(register)}?{urlencode(given)}" if given else url_for(register)
    )


def _list_of(number: str) -> str | None:
    """The list this case was opened from, as an address writes its filters."""
    remembered = [pair for pair in session.get("lists", ()) if pair[0] != number]
    known = dict(session.get("lists", ())).get(number)
    query = request.args.get(IN_LIST, known)
    if query is None or query == known:
        return known
    query = query[:LONGEST]
    session["lists"] = [*remembered[1 - REMEMBERED :], (number, query)]
    return query
