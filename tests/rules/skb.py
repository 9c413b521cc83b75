"""The days off of 2025–2027 as the joint decrees (SKB) list them, written down by hand, without a library."""

from datetime import date

NATIONAL = {
    2025: "1/1 27/1 29/1 29/3 31/3 1/4 18/4 20/4 1/5 12/5 29/5 1/6 6/6 27/6 17/8 5/9 25/12",
    2026: "1/1 16/1 17/2 19/3 21/3 22/3 3/4 5/4 1/5 14/5 27/5 31/5 1/6 16/6 17/8 25/8 25/12",
    2027: "1/1 5/1 6/2 8/3 10/3 11/3 26/3 28/3 1/5 6/5 17/5 20/5 1/6 6/6 15/8 17/8 25/12 26/12",
}
"""Day/month of each national holiday."""

COLLECTIVE = {
    2025: "28/1 28/3 2/4 3/4 4/4 7/4 13/5 30/5 9/6 18/8 26/12",
    2026: "16/2 18/3 20/3 23/3 24/3 15/5 28/5 24/12",
    2027: "5/2 9/3 12/3 15/3 25/3 18/5 19/5 24/12",
}
"""Day/month of each cuti bersama."""

WORKING_DAYS = {2025: 237, 2026: 240, 2027: 242}


def dates(lists: dict[int, str]) -> set[date]:
    """All days of these lists."""
    return {
        date(year, *reversed([int(part) for part in day.split("/")])) for year in lists for day in lists[year].split()
    }
