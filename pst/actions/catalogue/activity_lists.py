"""Filling the catalogue from lists that an office has: every row is taken once, with its doubts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pst.actions import audit
from pst.actions.catalogue.catalogue import index_activity
from pst.exchange.activity_lists import ListedActivity
from pst.models.accounts.users import User
from pst.models.base import Sequence, write
from pst.models.catalogue.catalogue import Activity

SAME = ("title", "agency", "year")


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
    known = {_key(*each) for each in Activity.select(*(getattr(Activity, name) for name in SAME)).tuples()}
    taken = Taken([], [], [])
    for row in rows:
        key = _key(row.title, row.agency, row.year)
        where = taken.untitled if not row.title else taken.known if key in known else taken.new
        where.append(row)
        known.add(key)
    return taken


def take_list(rows: Iterable[ListedActivity], actor: User | None, at: datetime) -> Taken:
    """Put the new ones into the catalogue, each with the words it was written with."""
    with write():
        taken = sorted_out(rows)
        for row in taken.new:
            facts = {name: value for name, value in vars(row).items() if name not in ("line", "doubts")}
            number = f"KAT-{Sequence.draw('catalogue'):05d}"
            activity = Activity.create(number=number, **facts, doubts="\n".join(row.doubts))
            index_activity(activity)
        counts = {name: len(getattr(taken, name)) for name in ("new", "known", "untitled")}
        audit.record("catalogue", "katalog", "import", actor, at, facts=counts)
    return taken


def _key(title: str, agency: str, year: int | None) -> tuple[str, str, int | None]:
    return " ".join(title.casefold().split()), " ".join(agency.casefold().split()), year
