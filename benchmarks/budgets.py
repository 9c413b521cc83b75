"""The budgets, and the verdict on what was measured."""

from dataclasses import dataclass

LIST_TIMES, LIST_QUERIES, LIST_GROWTH = 12, 8, 1.3
CASE_TIMES, CASE_QUERIES = 15, 15
BLOCK_TIMES = 6
TRACKING_TIMES = 4
FLAT = 1.3
"""What "flat in rows" may grow from the smallest data set to the largest.

Measured on a machine that does other things.
"""

SEARCH_MS, LETTER_MS, RECOMPUTE_MS = 50, 100, 1000
START_SECONDS, MEMORY_MB = 3, 150
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


def at_most(what: str, value: float, limit: float, unit: str, **more: str) -> Row:
    """A value that may not exceed its limit."""
    return Row(what, f"{value:.3g} {unit}".strip(), f"≤ {limit:g} {unit}".strip(), value <= limit, **more)
