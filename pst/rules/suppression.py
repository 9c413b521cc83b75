"""Small cells: counts so low that they would point at a person are not published, nor can they be worked out."""

from collections.abc import Mapping

SUPPRESSED = None
"""What stands in place of a number that is not shown."""


def suppress(counts: Mapping[str, int], floor: int) -> dict[str, int | None]:
    """The counts with those from 1 to `floor` - 1 left out.

    Where one alone would be left out, the smallest other that is not zero goes too: beside a total, one missing
    number is no secret. If there is none to join it, the total must not be shown: see `total_of`.
    """
    hidden = {key for key, count in counts.items() if 0 < count < floor}
    if len(hidden) == 1:
        others = sorted((count, key) for key, count in counts.items() if key not in hidden and count)
        hidden |= {key for _, key in others[:1]}
    return {key: SUPPRESSED if key in hidden else count for key, count in counts.items()}


def total_of(counts: Mapping[str, int], floor: int) -> int | None:
    """The sum, unless it is small itself."""
    total = sum(counts.values())
    return SUPPRESSED if 0 < total < floor else total


def shown(count: int | None, floor: int) -> str:
    """The number as it is printed; a suppressed one says that it is."""
    return f"< {floor} / disamarkan" if count is SUPPRESSED else str(count)
