"""Reading a table of steps: which of its rows somebody may take now, and why another may not be taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pst.rules.refusals import Refusal


class Row(Protocol):
    """One row: `verb` may be taken from any of the statuses `sources` by any of `takers`."""

    @property
    def verb(self) -> str: ...
    @property
    def sources(self) -> frozenset: ...
    @property
    def takers(self) -> frozenset: ...


AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True)
class Stage:
    """One stop on the progress track that whoever waits for the office sees."""

    key: str
    label: str
    statuses: frozenset[str]


class StepRefused(Refusal):
    """The step cannot be taken; the message says why, in Indonesian, for the person who tried."""


def open_rows(table: Sequence[AnyRow], status: str, takers: Iterable[str]) -> list[AnyRow]:
    """The rows that may be taken now, in the order of the table."""
    mine = frozenset(takers)
    return [row for row in table if status in row.sources and row.takers & mine]


def find_row(table: Sequence[AnyRow], status: str, verb: str, takers: Iterable[str], what: str) -> AnyRow:
    """The row for `verb`, or `StepRefused` saying whether the verb, the moment or the person is wrong.

    `what` is the Indonesian for what the table is about, e.g. permohonan.
    """
    named = [row for row in table if row.verb == verb]
    if not named:
        raise StepRefused("Langkah itu tidak dikenal.")
    timely = [row for row in named if status in row.sources]
    if not timely:
        raise StepRefused(f"Langkah ini tidak dapat dilakukan lagi: keadaan {what} sudah berubah.")
    if not timely[0].takers & frozenset(takers):
        raise StepRefused("Langkah ini bukan wewenang Anda.")
    return timely[0]
