"""The holidays a new office starts with: the joint decrees (SKB) of 2025–2027, from the `holidays` library.

After that the table belongs to the officers: a later decree can still change religious dates, as in 2025.
"""

from collections.abc import Iterable
from datetime import date

from pst.rules.calendar import Holiday, Kind

DECREES = {
    2025: "SKB 1017/2024, 2/2024, 2/2024",
    2026: "SKB 1497/2025, 2/2025, 5/2025",
    2027: "SKB 1205/2026, 3/2026, 2/2026",
}
"""By year: numbers of the Ministers of Religious Affairs, of Manpower, of Administrative Reform."""

LATER_DECREES = {date(2025, 8, 18): "SKB 933/2025, 1/2025, 3/2025"}
"""Days added by a decree that changed the year's first one (here of 7 August 2025)."""

CATEGORIES: tuple[tuple[str, Kind], ...] = (("public", "national"), ("government", "collective"))
"""The library's word and ours, in the order in which they are asked."""


def seed_holidays(years: Iterable[int] = (2025, 2026, 2027)) -> list[Holiday]:
    """National holidays and cuti bersama of these years with their decree, by day.

    The library's dates were compared with the decrees of 2025–2027 day for day and need no correction; a year
    without a decree here comes without one, and may rest on estimates.
    """
    from holidays import country_holidays  # its import reads every country's calendar: slow, and needed once

    found: dict[date, Holiday] = {}
    for category, kind in CATEGORIES:
        listed = country_holidays(
            "ID", years=list(years), categories=(category,), language="id", islamic_show_estimated=False
        )
        for day, name in listed.items():
            found.setdefault(day, Holiday(day, name, kind, decree=_decree(day)))
    return [found[day] for day in sorted(found)]


def _decree(day: date) -> str:
    return LATER_DECREES.get(day) or DECREES.get(day.year, "")
