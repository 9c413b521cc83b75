"""Who is asked, where and when: two activities meet where they ask the same people in one kecamatan in one month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pst.rules.catalogue.burden import ROUNDS_A_YEAR
from pst.rules.catalogue.design_checks.block_6 import burden_of
from pst.rules.catalogue.design_checks.design import Design, Span
from pst.rules.months import months_after

ASKING = {"wawancara", "mengisi_kuesioner_sendiri"}
"""Ways of collection by which somebody is asked (4.6); records and observation burden nobody."""
SAME_PEOPLE = {"individu": "orang", "rumah_tangga": "orang"}
"""Units of collection (4.8) that are the same people; every other is only like itself."""


@dataclass(frozen=True)
class Fieldwork:
    """One activity in the field; `districts` are codes of kecamatan, none for the whole regency."""

    spans: tuple[Span, ...]
    units: frozenset[str]
    districts: frozenset[str] = frozenset()
    respondents: int | None = None
    minutes: int | None = None
    rounds: int = 1

    @property
    def months(self) -> frozenset[date]:
        """The first days of the months it is out in."""
        return frozenset(month for span in self.spans for month in _months(span))


class Meeting(NamedTuple):
    """Where two meet: the months in order, and the kecamatan (none for all of them)."""

    months: tuple[date, ...]
    districts: frozenset[str]


def fieldwork_of(design: Design, districts: Iterable[str] = ()) -> Fieldwork | None:
    """What a design says of it; None where nobody is asked, or no day is known."""
    spans = tuple(design.spans("pengumpulan_data"))
    units = design.chosen("unit_pengumpulan_data")
    if not spans or not units or not design.chosen("metode_pengumpulan_data") & ASKING:
        return None
    burden = burden_of(design, ROUNDS_A_YEAR.get(design.text("frekuensi"), 1))
    return Fieldwork(spans, units, frozenset(districts), burden.respondents, burden.minutes, burden.rounds or 1)


def meeting(one: Fieldwork, other: Fieldwork) -> Meeting | None:
    """Where these two ask the same people, if they do."""
    months = sorted(one.months & other.months)
    if not months or not _people(one) & _people(other):
        return None
    shared = one.districts & other.districts
    if one.districts and other.districts and not shared:
        return None
    return Meeting(tuple(months), shared or one.districts or other.districts)


def _people(field: Fieldwork) -> frozenset[str]:
    return frozenset(SAME_PEOPLE.get(unit, unit) for unit in field.units)


def _months(span: Span) -> list[date]:
    first, last = (day.replace(day=1) for day in span)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [months_after(first, step) for step in range(min(count, MOST_MONTHS) + 1)]


MOST_MONTHS = 120
"""Of a longer collection only the first are looked at."""
