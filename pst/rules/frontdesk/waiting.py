"""How long people wait and are served: measured from the times a ticket keeps, never asked."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

ROUNDED_TO = 5
"""Minutes an estimate is rounded up to: nobody should read a precision into it that it does not have."""

ENOUGH = 3
"""So many served visitors make a better guess than the office's usual minutes."""


@dataclass(frozen=True)
class Times:
    """Summary of durations in minutes; None where nothing was measured."""

    count: int
    median: float | None
    p90: float | None


def times_of(durations: Sequence[timedelta]) -> Times:
    """Number, median and 90th percentile (nearest rank: the smallest value that nine of ten do not exceed)."""
    minutes = sorted(duration.total_seconds() / 60 for duration in durations)
    if not minutes:
        return Times(0, None, None)
    rank = math.ceil(0.9 * len(minutes))
    return Times(len(minutes), round(median(minutes), 1), round(minutes[rank - 1], 1))


def expected_wait(ahead: int, served_today: Sequence[timedelta], counters: int, usual_minutes: int) -> int:
    """Minutes until a person with `ahead` others before them is called, rounded up to five.

    Each takes the median of today's serving times, or the office's usual minutes while fewer than three were
    served; the counters at work share them.
    """
    today = times_of(served_today)
    each = today.median if today.count >= ENOUGH and today.median is not None else usual_minutes
    minutes = ahead * each / max(counters, 1)
    return math.ceil(minutes / ROUNDED_TO) * ROUNDED_TO
