"""Who is asked, where and when: two activities meet where they ask the same people at one place in one month.

A place is a kecamatan, or a village of one: the code of a village begins with that of its kecamatan.
"""

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
    """One activity in the field; `places` are codes of kecamatan and villages, none for the whole regency."""

    spans: tuple[Span, ...]
    units: frozenset[str]
    places: frozenset[str] = frozenset()
    respondents: int | None = None
    minutes: int | None = None
    rounds: int = 1

    @property
    def months(self) -> frozenset[date]:
        """The first days of the months it is out in."""
        return frozenset(month for span in self.spans for month in _months(span))


class Meeting(NamedTuple):
    """Where two meet: the months in order, and the places (none for the whole regency)."""

    months: tuple[date, ...]
    places: frozenset[str]


def fieldwork_of(design: Design, places: Iterable[str] = ()) -> Fieldwork | None:
    """What a design says of it; None where nobody is asked, or no day is known."""
    spans = tuple(design.spans("pengumpulan_data"))
    units = design.chosen("unit_pengumpulan_data")
    if not spans or not units or not design.chosen("metode_pengumpulan_data") & ASKING:
        return None
    burden = burden_of(design, ROUNDS_A_YEAR.get(design.text("frekuensi"), 1))
    return Fieldwork(spans, units, frozenset(places), burden.respondents, burden.minutes, burden.rounds or 1)


def meeting(one: Fieldwork, other: Fieldwork) -> Meeting | None:
    """Where these two ask the same people, if they do."""
    months = sorted(one.months & other.months)
    if not months or not _people(one) & _people(other):
        return None
    shared = shared_places(one.places, other.places)
    return None if shared is None else Meeting(tuple(months), shared)


def shared_places(some: frozenset[str], others: frozenset[str]) -> frozenset[str] | None:
    """Where both are, as narrowly as it is known; none for the whole regency, None where they are apart."""
    if not some or not others:
        return some or others
    both = (some, others), (others, some)
    return frozenset(code for these, those in both for code in these if {code, district_of(code)} & those) or None


def district_of(code: str) -> str:
    """The kecamatan that a place is or lies in."""
    return code.partition("-")[0]


def places_kept(districts: Iterable[str], villages: Iterable[str]) -> list[str]:
    """What was chosen, in order: a kecamatan of which villages are chosen is only these villages."""
    chosen = frozenset(districts)
    inside = [code for code in villages if district_of(code) in chosen]
    return sorted([*(chosen - {district_of(code) for code in inside}), *inside])


def _people(field: Fieldwork) -> frozenset[str]:
    return frozenset(SAME_PEOPLE.get(unit, unit) for unit in field.units)


def _months(span: Span) -> list[date]:
    first, last = (day.replace(day=1) for day in span)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [months_after(first, step) for step in range(min(count, MOST_MONTHS) + 1)]


MOST_MONTHS = 120
"""Of a longer collection only the first are looked at."""
