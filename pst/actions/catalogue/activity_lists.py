"""Filling the catalogue from lists that an office has: every row is taken once, with its doubts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from pst.actions import audit
from pst.actions.catalogue.catalogue import index_activity, next_number
from pst.exchange.activity_lists import ListedActivity
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.catalogue.catalogue import Activity

SAME = ("title", "agency", "year")
SAME_AS = "Mungkin sama dengan "
"""How a doubt begins that names another activity."""


@dataclass(frozen=True)
class Taken:
    """What a list gives the catalogue: rows that are new, those it has already, those that no one could find."""

    new: list[ListedActivity]
    known: list[ListedActivity]
    untitled: list[ListedActivity]

    @property
    def doubtful(self) -> list[ListedActivity]:
        return [row for row in self.new if row.doubts]


def sorted_out(rows: Iterable[ListedActivity]) -> Taken:
    """What would be taken, looked at beforehand; of rows that say the same the first is new."""
    named = (Activity.number, *(getattr(Activity, name) for name in SAME))
    seen: dict[str, list[tuple[str, Key]]] = {}
    for number, *each in Activity.select(*named).order_by(Activity.id).tuples():
        key = _key(*each)
        seen.setdefault(key.title, []).append((number, key))
    taken = Taken([], [], [])
    for row in rows:
        key = _key(row.title, row.agency, row.year)
        before = seen.setdefault(key.title, [])
        if not row.title:
            taken.untitled.append(row)
        elif any(other == key for _, other in before):
            taken.known.append(row)
        else:
            perhaps = [f"{SAME_AS}{place}." for place, other in before if _may_be(key, other)]
            taken.new.append(replace(row, doubts=(*row.doubts, *perhaps[:1])))
        before.append((f"baris {row.line}", key))
    return taken


def take_list(rows: Iterable[ListedActivity], actor: User | None, at: datetime) -> Taken:
    """Put the new ones into the catalogue, each with the words it was written with."""
    with write():
        taken = sorted_out(rows)
        numbers: dict[str, str] = {}
        for row in taken.new:
            facts = {name: value for name, value in vars(row).items() if name not in ("line", "doubts")}
            number = next_number()
            numbers[f"{SAME_AS}baris {row.line}."] = f"{SAME_AS}{number}."
            doubts = "\n".join(numbers.get(doubt, doubt) for doubt in row.doubts)
            activity = Activity.create(number=number, **facts, doubts=doubts)
            index_activity(activity)
        counts = {name: len(getattr(taken, name)) for name in ("new", "known", "untitled")}
        audit.record("catalogue", "katalog", "import", actor, at, facts=counts)
    return taken


class Key(NamedTuple):
    """What an activity is known by."""

    title: str
    agency: str
    year: int | None


def _key(title: str, agency: str, year: int | None) -> Key:
    return Key(" ".join(title.casefold().split()), " ".join(agency.casefold().split()), year)


def _may_be(one: Key, other: Key) -> bool:
    """The same title, and nothing that parts them: what one does not say may be what the other says."""
    parted = [(one.agency, other.agency), (one.year, other.year)]
    return all(not mine or not theirs or mine == theirs for mine, theirs in parted)
