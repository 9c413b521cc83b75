"""How alike two activities are, by the measure of searches, and why, in words for applicants and officers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pst.rules import stems
from pst.rules.catalogue.measure import Measure, Text, is_telling, spellings

TITLE, VARIABLES = 0.65, 0.35
"""What the subject and the variables weigh, where both sides name variables."""
FORWARD = 0.85
"""Of the title: how much of mine is theirs; the rest is how much of theirs is mine."""
SAME_VARIABLE = 0.6
"""The share of words by which two names of variables mean the same."""
NEAR_TITLE = 0.85

CHOICES = {
    "theirs": "Data kegiatan itu kami pakai",
    "coordinate": "Kami berkoordinasi dengan penyelenggaranya",
    "needed": "Kegiatan kami tetap diperlukan",
}
"""What an applicant may say of an activity that is alike, as the OMB of the United States asks it."""
IN_LETTERS = {
    "theirs": "memakai data kegiatan tersebut",
    "coordinate": "berkoordinasi dengan penyelenggaranya",
    "needed": "tetap memerlukan kegiatan ini",
}
NO_REASON = "Tuliskan mengapa kegiatan ini tetap diperlukan; petugas dan surat menyebutnya."


class Design(NamedTuple):
    """What is known of an activity while it is planned, or long after."""

    title: str
    variables: tuple[str, ...] = ()
    region: str = ""
    year: int | None = None
    agency: str = ""


class Likeness(NamedTuple):
    """From 0 to 1, and the reason in words."""

    score: float
    reason: str


def said_in_words(choice: str, why: str, words: Mapping[str, str] = CHOICES) -> str:
    """What was said of one that is alike, as a line."""
    plain = " ".join(why.split()).rstrip(".")
    return f"{words[choice]}: {plain}" if plain else words[choice]


def likeness(wanted: Measure, mine: Design, theirs: Design) -> Likeness:
    """How far `theirs` is what I plan; `wanted` is the measure of my title."""
    title = _title(wanted, theirs)
    same = _same(mine.variables, theirs.variables)
    both = mine.variables and theirs.variables
    score = TITLE * title + VARIABLES * same / len(mine.variables) if both else title
    reasons = (
        "pokok hampir sama" if title >= NEAR_TITLE else "pokok mirip",
        f"{same} dari {len(mine.variables)} variabel sama" if both else "",
        _place(mine.region, theirs.region),
        _year(mine.year, theirs.year),
    )
    return Likeness(round(min(score, 1.0), 3), ", ".join(filter(None, reasons)))


def _title(wanted: Measure, theirs: Design) -> float:
    words = spellings(theirs.title)
    every = words.union(spellings(f"{theirs.agency} {theirs.region}"), *map(_words, theirs.variables))
    forward = min(1.0, wanted.cover(Text(words, every)))
    telling = [word for word in stems.stems(theirs.title).split() if is_telling(word)]
    return FORWARD * forward + (1 - FORWARD) * sum(word in wanted.asked for word in telling) / max(1, len(telling))


def same_variable(one: str, other: str) -> float:
    """How much two names of variables say the same, by their words; 0 where that is too little."""
    share = _share(_words(one), _words(other))
    return share if share >= SAME_VARIABLE else 0.0


def _same(mine: Iterable[str], theirs: Iterable[str]) -> int:
    others = [_words(each) for each in theirs]
    return sum(any(_share(_words(each), other) >= SAME_VARIABLE for other in others) for each in mine)


def _words(name: str) -> frozenset[str]:
    found = frozenset(stems.stems(name).split())
    return frozenset(filter(is_telling, found)) or found


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _place(mine: str, theirs: str) -> str:
    shared = _words(mine) & _words(theirs)
    return "wilayah sama" if mine and shared and shared >= _words(mine) else ""


def _year(mine: int | None, theirs: int | None) -> str:
    return "" if not theirs else "tahun sama" if mine == theirs else f"tahun {theirs}"
