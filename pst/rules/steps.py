"""What a step is, for every kind of case, and how a table of steps is read.

A submission, a complaint, a ticket: a case stands in a status, and a verb leads it on. Everything there is to say
about a verb stands in its row. Who somebody is towards a case, its *hats*, the case's own rules say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pst.rules.refusals import Refusal


@dataclass(frozen=True)
class Step:
    """One row: `verb` leads from any of `sources` to `target`, taken under any of the hats `takers`."""

    verb: str
    label: str
    """What its button says."""
    past: str
    """What the history says once it was taken."""
    sources: frozenset[str]
    target: str
    takers: frozenset[str]
    consequence: str = ""
    """What it does, told before it is taken; {…} is filled in by the page."""
    note: str = ""
    """What the note is called that it needs; a step without one needs none."""
    asks: tuple[tuple[str, str], ...] = ()
    """Fields of the form that its page shows beside the note, each with what is said when it is empty; "" may be."""
    note_told: bool = False
    """The note becomes a message to whoever waits for the office, and the history does not repeat it."""
    mail: str = ""
    """The kind of mail it sends."""
    tells: str = ""
    """The news of `rules/handovers.py` that it is for people of the office."""
    clock: str = ""
    """What it does to the days that are counted."""
    forward: bool = False
    """It leads on: its button is the first."""
    at_once: bool = False
    """One press takes it; every other step asks on a page of its own first."""
    ends: bool = False
    """It ends the case without what was asked for, and the page that asks warns of it."""
    private: bool = False
    """It stays inside the office: the other side's history leaves it out."""
    page: str = ""
    """The page on which it is taken, where that is another than the one that asks."""


AnyStep = TypeVar("AnyStep", bound=Step)


@dataclass(frozen=True)
class Stage:
    """One stop on the progress track that whoever waits for the office sees."""

    key: str
    label: str
    statuses: frozenset[str]


class StepRefused(Refusal):
    """The step cannot be taken; the message says why, in Indonesian, for the person who tried."""


class NoteMissing(StepRefused):
    """The step needs a note, and none was given."""

    field = "note"


def step(
    verb: str, label: str, past: str, sources: Iterable[str], target: str, takers: Iterable[str], **more: Any
) -> Step:
    """A row, written with lists."""
    return Step(verb, label, past, frozenset(sources), target, frozenset(takers), **more)


def open_steps(table: Sequence[AnyStep], status: str, hats: Iterable[str]) -> list[AnyStep]:
    """The steps that somebody with these hats may take now, in the order of the table."""
    mine = frozenset(hats)
    return [row for row in table if status in row.sources and row.takers & mine]


def find_step(table: Sequence[AnyStep], status: str, verb: str, hats: Iterable[str], what: str) -> AnyStep:
    """The step for `verb`, or `StepRefused` saying whether the verb, the moment or the person is wrong.

    `what` is the Indonesian for what the table is about, e.g. permohonan.
    """
    named = [row for row in table if row.verb == verb]
    if not named:
        raise StepRefused("Langkah itu tidak dikenal.")
    timely = [row for row in named if status in row.sources]
    if not timely:
        raise StepRefused(f"Langkah ini tidak dapat dilakukan lagi: keadaan {what} sudah berubah.")
    if not timely[0].takers & frozenset(hats):
        raise StepRefused("Langkah ini bukan wewenang Anda.")
    return timely[0]


def written_note(row: Step, note: str, missing: str) -> str:
    """The note without what surrounds it. Raises `NoteMissing`, in these words, where the step needs one."""
    if row.note and not note.strip():
        raise NoteMissing(missing)
    return note.strip()


def past_words(table: Iterable[Step]) -> dict[str, str]:
    """What the history says of each verb."""
    return {row.verb: row.past for row in table}
