"""What narrows a register. A filter is said once: its name in addresses, its label, its control, the rows it keeps.

Pages draw the controls, read the address and write it again from these descriptions; queries are narrowed by them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from peewee import SQL, Select, fn

from pst.models.base import database
from pst.rules.dates import read_date

LONGEST = 200
"""Signs of a search that are looked at."""


@dataclass(frozen=True)
class Wanted:
    """What somebody asks of a register: who asks, on which day, and the filters that were set, by name."""

    user: Any = None
    today: date = date.min
    filters: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        """The value of a filter; None where it was not set."""
        return self.filters.get(name)

    @property
    def is_empty(self) -> bool:
        return not self.filters


Keeps = Callable[[Any, Wanted], Any]
"""From the value of a filter and who asks: the condition that rows satisfy."""


def equals(column: Any) -> Keeps:
    """Rows that have exactly this value."""
    return lambda value, wanted: column == value


def one_of(column: Any, values: Iterable[Any], also: str = "", given: Iterable[Any] = ()) -> Any:
    """Rows that have one of a few values, each found by the index that begins with the column; and those whose ids
    another query finds, with what is `given` to it.

    As one list of values they would be read out of the whole table wherever the database has statistics: those know
    how many rows a state has on average, and not that nearly all are finished.
    """
    sought = tuple(values)
    one = f'SELECT "id" FROM "{column.model._meta.table_name}" WHERE "{column.column_name}" = ?'
    queries = [one] * len(sought) + [also] * bool(also)
    return column.model.id.in_(SQL(f"({' UNION ALL '.join(queries)})", (*sought, *given)))


@dataclass(frozen=True)
class Filter:
    """One way to narrow a register. Without `keeps` the register's own query looks for it, as for words."""

    name: str
    label: str
    keeps: Keeps | None = None

    control: ClassVar[str]
    """Which control of kit/registers.html draws it."""

    def read(self, typed: str) -> Any:
        """The value that stands in an address; None for what is not understood, which narrows nothing."""
        raise NotImplementedError

    def options(self) -> Iterable[tuple[Any, str]]:
        """What may be chosen, for a control that offers a choice."""
        return ()


class Words(Filter):
    """Words of any kind."""

    control = "words"

    def read(self, typed: str) -> str | None:
        return typed[:LONGEST].strip() or None


class Search(Words):
    """The words a register is searched by; there is one such filter, and it is the first."""

    control = "search"


class Flag(Filter):
    """On or off."""

    control = "flag"

    def read(self, typed: str) -> bool | None:
        return True if typed else None


class Day(Filter):
    """A day of the calendar."""

    control = "day"

    def read(self, typed: str) -> date | None:
        return read_date(typed)


@dataclass(frozen=True)
class Choice(Filter):
    """One of a few codes."""

    labels: Mapping[str, str] = field(default_factory=dict)
    every: str = "Semua"
    """What choosing none of them is called."""

    control = "choice"

    def read(self, typed: str) -> str | None:
        return typed if typed in self.labels else None

    def options(self) -> Iterable[tuple[Any, str]]:
        return [(str(code), label) for code, label in self.labels.items()]


@dataclass(frozen=True)
class Number(Filter):
    """A year, or the key of a row: one of those that `choices` finds now, but an older one narrows as well."""

    choices: Callable[[], Iterable[tuple[int, str]]] = tuple
    every: str = "Semua"

    control = "choice"

    def read(self, typed: str) -> int | None:
        return int(typed) if typed.isdecimal() and typed.isascii() and len(typed) <= 9 else None

    def options(self) -> Iterable[tuple[Any, str]]:
        return self.choices()


def narrowed(query: Any, filters: Iterable[Filter], wanted: Wanted) -> Any:
    """The query with the condition of every filter that was set."""
    found = conditions(filters, wanted)
    return query.where(*found) if found else query


def conditions(filters: Iterable[Filter], wanted: Wanted) -> list[Any]:
    """The conditions themselves, for queries of another shape."""
    asked = [(each.keeps, wanted[each.name]) for each in filters]
    return [keeps(value, wanted) for keeps, value in asked if keeps is not None and value is not None]


def years_of(column: Any, *where: Any, most: int = 40) -> list[tuple[int, str]]:
    """The years between the first and the last of a column, newest first and no more than so many, to choose from."""
    table = column.model
    bounds = [
        table.select(bound(column)).where(*where) if where else table.select(bound(column))
        for bound in (fn.MIN, fn.MAX)
    ]
    ((earliest, latest),) = Select([], bounds).bind(database).tuples()
    return [(year, str(year)) for year in range(latest, max(earliest, latest - most) - 1, -1)] if latest else []
