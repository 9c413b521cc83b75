"""Pages found by key: the next begins where this one ended, so the last costs as little as the first."""

from typing import Any, NamedTuple

PAGE = 25
"""Rows of one page."""


class Page(NamedTuple):
    """Rows newest first, and the keys from which the neighbouring pages begin (None: there is none)."""

    rows: list[Any]
    newer: int | None
    older: int | None


def page_by_key(query, key, after: int | None = None, before: int | None = None, size: int = PAGE) -> Page:
    """One page of `query`: what comes after (is older than) a key, before (is newer than) it, or the newest.

    The rows are named tuples with `id`; `key` is the column they are ordered by.
    """
    if before is not None:
        return _newer_page(query.where(key > before).order_by(key), size)
    narrowed = query.where(key < after) if after is not None else query
    rows = list(narrowed.order_by(key.desc()).limit(size + 1).namedtuples())
    shown = rows[:size]
    newer = shown[0].id if shown and after is not None else None
    return Page(shown, newer, shown[-1].id if len(rows) > size else None)


def page_of_ids(ids: list[int], after: int | None = None, before: int | None = None, size: int = PAGE) -> Page:
    """The same over ids that stand in their order already, as a search leaves them; rows are the ids."""
    start = ids.index(after) + 1 if after in ids else 0
    if before in ids:
        start = max(0, ids.index(before) - size)
    shown = ids[start : start + size]
    older = shown[-1] if start + size < len(ids) else None
    return Page(shown, shown[0] if shown and start else None, older)


def _newer_page(query, size: int) -> Page:
    rows = list(query.limit(size + 1).namedtuples())
    shown = rows[:size][::-1]
    if not shown:
        return Page([], None, None)
    return Page(shown, shown[0].id if len(rows) > size else None, shown[-1].id)
