"""`python -m benchmarks`: measure, print the table, end with 1 when a budget is broken."""

import argparse
import sys
from dataclasses import replace

from benchmarks import budgets, desk, jobs, pages, serving, stock, workbooks
from benchmarks.table import show, thousands
from pst import create_app

SIZES, LARGEST = (1_000, 10_000), 100_000
SHORT_LOAD, WHOLE_LOAD = 40, 300
"""Seconds of mixed load: enough to see it bear, and what the budget speaks of."""

PARTS = ("pages", "search", "jobs", "desk", "workbooks", "serving")


def main() -> int:
    asked = _arguments()
    sizes = asked.sizes or [*SIZES, *([LARGEST] if asked.full else [])]
    sets = {}
    for size in sizes:
        print(f"data contoh {thousands(size)} permohonan …", flush=True)
        sets[size] = stock.made(size)
    app = create_app(sets[min(sizes)])
    rows: list[budgets.Row] = []
    if "pages" in asked.parts:
        rows += pages.measure_pages(app, sets, asked.rounds, samples=5)
        with stock.with_statistics(sets.values()):
            again = pages.measure_pages(app, sets, asked.rounds, samples=5)
        rows += [replace(row, what=f"{row.what}, sesudah ANALYZE") for row in again]
    if "search" in asked.parts:
        rows += pages.measure_searches(app, sets, asked.rounds)
    if "jobs" in asked.parts:
        rows += jobs.measure_jobs(app, sets[sorted(sizes)[min(1, len(sizes) - 1)]], samples=15)
    if "desk" in asked.parts:
        rows += desk.measure_desk(app, sets[min(sizes)], sizes, samples=15)
    if "workbooks" in asked.parts:
        rows += workbooks.measure_workbooks()
    if "serving" in asked.parts:
        rows += serving.measure_serving(
            sets[max(sizes)], asked.load_seconds or (WHOLE_LOAD if asked.full else SHORT_LOAD)
        )
    print(show(rows))
    return 0 if all(row.holds for row in rows) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--full", action="store_true", help="also 100,000 submissions, and five minutes of load")
    parser.add_argument("--sizes", type=int, nargs="+", help="sizes of the archives instead of 1000 10000")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="only these parts")
    parser.add_argument("--rounds", type=int, default=7, help="rounds through all pages and data sets")
    parser.add_argument(
        "--load-seconds", type=int, help="how long the mixed load lasts instead of 40 (300 with --full)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
