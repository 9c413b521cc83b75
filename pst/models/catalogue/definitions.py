"""What recommended activities mean by a variable, so that the next one can mean the same."""

from typing import NamedTuple

from pst.models.base import database
from pst.rules import stems
from pst.rules.catalogue.likeness import same_variable

MOST = 3
ACTIVITIES = 60
"""The newest activities with the words of the name that are looked into."""


class Definition(NamedTuple):
    """One definition, as the newest activity has it; `more` are the others that say the same."""

    name: str
    concept: str
    definition: str
    title: str
    year: int | None
    more: int

    @property
    def cells(self) -> dict[str, str]:
        """What a row takes over: the concept where there is one."""
        cells = {"konsep": self.concept, "definisi": self.definition}
        return {code: text for code, text in cells.items() if text}


def definitions_of(name: str) -> list[Definition]:
    """Definitions of variables that are called so: the nearest names first, then those that most activities use."""
    words = list(dict.fromkeys(stems.stems(name).split()))[: stems.QUERY_WORDS]
    if not words:
        return []
    found: dict[str, tuple[float, Definition]] = {}
    for title, year, *row in database.execute_sql(
        _ROWS, (" OR ".join(f'stems : "{word}"' for word in words), ACTIVITIES)
    ):
        called, concept, definition = (" ".join(str(cell or "").split()) for cell in row)
        share, key = same_variable(name, called), definition.casefold()
        if not share or not definition:
            continue
        if key in found:
            before, first = found[key]
            found[key] = max(before, share), first._replace(more=first.more + 1)
        else:
            found[key] = share, Definition(called, concept, definition, title, year, 0)
    ranked = sorted(found.values(), key=lambda each: (each[0], each[1].more), reverse=True)
    return [definition for _, definition in ranked[:MOST]]


_ROWS = """
    SELECT activity.title, activity.year, cells.value ->> 'nama', cells.value ->> 'konsep', cells.value ->> 'definisi'
    FROM activity JOIN submission ON submission.id = activity.submission_id
        JOIN json_each(submission.answers, '$.variabel') AS cells ON cells.type = 'object'
    WHERE activity.in_force = 1 AND activity.id IN (
        SELECT rowid FROM activity_index WHERE activity_index MATCH ? ORDER BY rowid DESC LIMIT ?)
    ORDER BY activity.id DESC"""
