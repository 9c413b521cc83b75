"""Pages found by key: the next begins where this one ended, so the last costs as little as the first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from peewee import SQL, Field, Function, ModelSelect, fn

PAGE = 25
"""Rows of one page."""


@dataclass(frozen=True)
class Sort:
    """A way to order a register besides its own: its name in addresses, and the heading that asks for it.

    `by` is what an index begins with and never NULL, so that a page is found in it; None is the register's own order.
    """

    name: str
    label: str
    by: Any = None
    rising: bool = True
    """Which way it goes at the first press."""


class Place(NamedTuple):
    """Where a page of a list begins: after the row of one key, or before that of another; without both at the top.

    Without a `sort` the rows stand in the list's own order, the newest above.
    """

    older_than: int | None = None
    newer_than: int | None = None
    sort: Sort | None = None
    rising: bool = False


TOP = Place()


class Page(NamedTuple):
    """Rows in their order, and the keys from which the neighbouring pages begin (None: there is none)."""

    rows: list[Any]
    newer: int | None
    older: int | None


def filled(column: Any, instead: str) -> Function:
    """A column to order by that may be empty, with what stands for nothing there."""
    return fn.COALESCE(column, SQL(instead)).coerce(False)


def in_letters(column: Any) -> Function:
    """Words to order by, whatever capitals they were written with."""
    return fn.LOWER(column)


def indexed(table: Any, sorts: Iterable[Sort], *before: Field) -> None:
    """Give these orders of a table their indexes; `before` is what many of its rows have alike when they are asked for.

    SQLite ends every index with the id.
    """
    named = "_".join(["by", *(column.name for column in before)])
    for sort in sorts:
        if sort.by is not None:
            table.add_index(table.index(*before, sort.by, name=f"{table._meta.table_name}_{named}_{sort.name}"))


def page_by_key(
    query: ModelSelect, key: Field, place: Place = TOP, size: int = PAGE, order: Field | None = None
) -> Page:
    """One page of `query`, whose rows are named tuples with `id`; `key` is the column they are ordered by.

    Where another column comes before it in the list's own order, this is the `order`.
    """
    back = place.newer_than is not None and place.older_than is None
    rows = list(_onward(query, key, place, order, back).limit(size + 1).namedtuples())
    shown = rows[:size][::-1] if back else rows[:size]
    if not shown:
        return Page([], None, None)
    more = len(rows) > size
    newer = more if back else place.older_than is not None
    return Page(shown, shown[0].id if newer else None, shown[-1].id if more or back else None)


class Beside(NamedTuple):
    """The rows right above and right below another in a list; None at its ends."""

    newer: Any
    older: Any


def beside(query: ModelSelect, key: Field, place: Place) -> Beside:
    """What stands beside the row that `place` is older than, whether or not that one is in the list (any more)."""
    turned = place._replace(older_than=None, newer_than=place.older_than)
    sides = (_onward(query, key, turned, None, back=True), _onward(query, key, place, None, back=False))
    return Beside(*(next(iter(side.limit(1).namedtuples()), None) for side in sides))


def _onward(query: ModelSelect, key: Field, place: Place, order: Field | None, back: bool) -> ModelSelect:
    """The rows on one side of a place, as one walks away from it."""
    by = order if place.sort is None or place.sort.by is None else place.sort.by
    begin = place.newer_than if back else place.older_than
    rising = place.rising != back
    found = query if begin is None else query.where(_beyond(query.model, by, key, begin, rising))
    columns = [key] if by is None else [by, key]
    return found.order_by(*(column.asc() if rising else column.desc() for column in columns))


def _beyond(table: Any, by: Any, key: Field, begin: int, rising: bool) -> Any:
    """The rows behind the one of this key; the first bound alone is what the index is walked from."""
    beyond = key > begin if rising else key < begin
    if by is None:
        return beyond
    value = table.select(by).where(table.id == begin)
    from_there, further = (by >= value, by > value) if rising else (by <= value, by < value)
    return from_there & (further | beyond)


def page_of_ids(ids: list[int], place: Place = TOP, size: int = PAGE) -> Page:
    """The same over ids that stand in their order already, as a search leaves them; rows are the ids."""
    start = ids.index(place.older_than) + 1 if place.older_than in ids else 0
    if place.newer_than in ids:
        start = max(0, ids.index(place.newer_than) - size)
    shown = ids[start : start + size]
    older = shown[-1] if start + size < len(ids) else None
    return Page(shown, shown[0] if shown and start else None, older)
