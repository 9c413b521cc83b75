"""The budgets, and the verdict on what was measured."""

from dataclasses import dataclass

LIST_TIMES, LIST_QUERIES, LIST_GROWTH = 14, 8, 1.3
CASE_TIMES, CASE_QUERIES = 20, 15
BLOCK_TIMES = 8
TRACKING_TIMES = 5
SEND_TIMES, SEND_COMMITS = 6, 3
"""What sending may cost: so many bare pages and so many durable commits."""

SEARCH_TIMES, LETTER_TIMES, RECOMPUTE_TIMES, START_TIMES, MINUTE_TIMES = 50, 40, 1000, 4, 20
"""Times a bare page; starting, times the start of a bare site."""

FLAT = 1.3
"""What "flat in rows" may grow from the smallest data set to the largest.

Measured on a machine that does other things.
"""

MEMORY_MB = 150
FIRST_VISIT_KIB, NEXT_PAGE_KIB = 100, 15
LOAD_MS = 300


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, what is allowed, and whether it holds."""

    what: str
    measured: str
    budget: str
    holds: bool
    queries: str = ""
    ms: str = ""
    ratio: str = ""


def against(what: str, taken: float, times: float, bare: float, unit: str = "ms") -> Row:
    """A time that may not exceed so many times a bare one of the same run."""
    return at_most(what, taken, round(times * bare, 2), unit, ratio=f"{taken / bare:.1f}")


def at_most(what: str, value: float, limit: float, unit: str, **more: str) -> Row:
    """A value that may not exceed its limit."""
    return Row(what, f"{value:.3g} {unit}".strip(), f"≤ {limit:g} {unit}".strip(), value <= limit, **more)
