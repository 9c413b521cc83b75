"""Puts edits into a document we did not write, leaving everything else as its owner left it.

`base` is what we would write from what we read; `new` what we would write from the answers now. Where the two
agree nobody edited, and the original stays, with its rich text, its spacing and its absent keys.
"""

from typing import Any

MISSING = object()


def merged(original: Any, base: Any, new: Any) -> Any:
    """The original with every difference between `base` and `new` applied; the arguments are not changed."""
    if base == new:
        return original
    if isinstance(original, dict) and isinstance(base, dict) and isinstance(new, dict):
        return _merged_dicts(original, base, new)
    if isinstance(original, list) and isinstance(base, list) and isinstance(new, list) and len(original) == len(base):
        return _merged_rows(original, base, new)
    return new


def _merged_dicts(original: dict[str, Any], base: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    result = dict(original)
    for key in [*base, *(key for key in new if key not in base)]:
        value = merged(original.get(key, MISSING), base.get(key, MISSING), new.get(key, MISSING))
        if value is MISSING:
            result.pop(key, None)
        else:
            result[key] = value
    return result


def _merged_rows(original: list[Any], base: list[Any], new: list[Any]) -> list[Any]:
    """Rows that are still the same keep their originals wherever they moved; others are edited in place."""
    free = dict(enumerate(base))
    kept = [_take(row, free) for row in new]
    rows = []
    for place, (row, source) in enumerate(zip(new, kept, strict=True)):
        if source is None and place in free:
            del free[place]
            rows.append(merged(original[place], base[place], row))
        else:
            rows.append(row if source is None else original[source])
    return rows


def _take(row: Any, free: dict[int, Any]) -> int | None:
    """The place of the first unused base row equal to `row`, marked as used; None when there is none."""
    place = next((place for place, candidate in free.items() if candidate == row), None)
    if place is not None:
        del free[place]
    return place
