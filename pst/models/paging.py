"""Pages found by key: the next begins where this one ended, so the last costs as little as the first."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from peewee import Field, ModelSelect, Tuple

PAGE = 25
"""Rows of one page."""


class Place(NamedTuple):
    """Where a page of a list begins: below the row of one key, or above that of another; without both at the top."""

    older_than: int | None = None
    newer_than: int | None = None


TOP = Place()


class Page(NamedTuple):
    """Rows newest first, and the keys from which the neighbouring pages begin (None: there is none)."""

    rows: list[Any]
    newer: int | None
    older: int | None


def page_by_key(
    query: ModelSelect, key: Field, place: Place = TOP, size: int = PAGE, order: Sequence[Field] = ()
) -> Page:
    """One page of `query`, whose rows are named tuples with `id`; `key` is the column they are ordered by.

    Where other columns come before it, these are the `order`.
    """
    columns = (*order, key)
    standing = Tuple(*columns) if order else key
    if place.newer_than is not None and place.older_than is None:
        return _newer_page(query.where(standing > _at(columns, place.newer_than)).order_by(*columns), size)
    narrowed = query.where(standing < _at(columns, place.older_than)) if place.older_than is not None else query
    rows = list(narrowed.order_by(*(column.desc() for column in columns)).limit(size + 1).namedtuples())
    shown = rows[:size]
    newer = shown[0].id if shown and place.older_than is not None else None
    return Page(shown, newer, shown[-1].id if len(rows) > size else None)


class Beside(NamedTuple):
    """The rows right above and right below another in a list; None at its ends."""

    newer: Any
    older: Any


def beside(query: ModelSelect, key: Field, place: int) -> Beside:
    """What stands beside the row of this key, whether or not that one is in the list (any more)."""
    newer, older = query.where(key > place).order_by(key), query.where(key < place).order_by(key.desc())
    return Beside(*(next(iter(side.limit(1).namedtuples()), None) for side in (newer, older)))


def _at(columns: Sequence[Field], key: int) -> int | ModelSelect:
    """What these columns hold in the row of this key."""
    if len(columns) == 1:
        return key
    table = columns[-1].model.alias("named")
    return table.select(*(getattr(table, column.name) for column in columns)).where(table.id == key)


def page_of_ids(ids: list[int], place: Place = TOP, size: int = PAGE) -> Page:
    """The same over ids that stand in their order already, as a search leaves them; rows are the ids."""
    start = ids.index(place.older_than) + 1 if place.older_than in ids else 0
    if place.newer_than in ids:
        start = max(0, ids.index(place.newer_than) - size)
    shown = ids[start : start + size]
    older = shown[-1] if start + size < len(ids) else None
    return Page(shown, shown[0] if shown and start else None, older)


def _newer_page(query: ModelSelect, size: int) -> Page:
    rows = list(query.limit(size + 1).namedtuples())
    shown = rows[:size][::-1]
    if not shown:
        return Page([], None, None)
    return Page(shown, shown[0].id if len(rows) > size else None, shown[-1].id)
