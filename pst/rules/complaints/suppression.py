"""Small cells: counts so low that they would point at a person are not published, nor can they be worked out."""

from collections.abc import Mapping

SUPPRESSED = None
"""What stands in place of a number that is not shown."""


def suppress(counts: Mapping[str, int], floor: int) -> dict[str, int | None]:
    """The counts with those from 1 to `floor` - 1 left out.

    Beside a total, one missing number is no secret, and neither are two that must be one each: the smallest others
    that are not zero join them until at least two are left out, and together they reach the floor. If there is none
    to join, the total must not be shown: see `total_of`.
    """
    hidden = {key for key, count in counts.items() if 0 < count < floor}
    others = sorted((count, key) for key, count in counts.items() if count and key not in hidden)
    while hidden and others and (len(hidden) < 2 or sum(counts[key] for key in hidden) < floor):
        hidden.add(others.pop(0)[1])
    return {key: SUPPRESSED if key in hidden else count for key, count in counts.items()}


def total_of(counts: Mapping[str, int], floor: int) -> int | None:
    """The sum, unless it is small itself."""
    total = sum(counts.values())
    return SUPPRESSED if 0 < total < floor else total


def printed(count: int | None, floor: int) -> str:
    """The number as it is printed; a suppressed one says that it is."""
    return f"< {floor} / disamarkan" if count is SUPPRESSED else str(count)
