"""What recommended activities mean by a variable, so that the next one can mean the same."""

from collections.abc import Iterator
from typing import NamedTuple

from pst.models.base import database
from pst.rules import stems
from pst.rules.catalogue.likeness import same_variable

MOST = 3
ACTIVITIES = 60
"""The newest activities with the words of the name that are looked into."""


class Definition(NamedTuple):
    """One definition, as the newest activity has it; `more` are the others that say the same.

    Unit and codes of the answers stand where its metadata (MS-Var) say them.
    """

    name: str
    concept: str
    definition: str
    unit: str
    classes: str
    title: str
    year: int | None
    more: int = 0

    @property
    def cells(self) -> dict[str, str]:
        """What a row takes over, as far as it is there."""
        cells = {"konsep": self.concept, "definisi": self.definition}
        cells |= {"satuan": self.unit, "klasifikasi_isian": self.classes}
        return {code: text for code, text in cells.items() if text}


def definitions_of(name: str) -> list[Definition]:
    """Definitions of variables that are called so: the nearest names first, then those that most activities use."""
    words = list(dict.fromkeys(stems.stems(name).split()))[: stems.QUERY_WORDS]
    if not words:
        return []
    found: dict[str, tuple[float, Definition]] = {}
    for each in _written(database.any_of(database.word(word, "stems") for word in words)):
        share, key = same_variable(name, each.name), each.definition.casefold()
        if share and key:
            before, first = found.get(key, (0.0, each._replace(more=-1)))
            found[key] = max(before, share), first._replace(more=first.more + 1)
    ranked = sorted(found.values(), key=lambda each: (each[0], each[1].more), reverse=True)
    return [definition for _, definition in ranked[:MOST]]


def _written(expression: str) -> Iterator[Definition]:
    """The variables of the newest activities in force that the index finds."""
    rows = _ROWS.format(found=database.match("activity_index"))
    for title, year, classes, *cells in database.execute_sql(rows, (expression, ACTIVITIES)):
        name, concept, definition, unit = (" ".join(str(cell or "").split()) for cell in cells)
        yield Definition(name, concept, definition, unit, (classes or "").strip(" -"), title, year)


_ROWS = """
    SELECT activity.title, activity.year, told.value ->> 'klasifikasi_isian', cells.value ->> 'nama',
        cells.value ->> 'konsep', cells.value ->> 'definisi', trim(told.value ->> 'satuan', ' -')
    FROM activity JOIN submission ON submission.id = activity.submission_id
        JOIN json_each(submission.answers, '$.variabel') AS cells ON cells.type = 'object'
        LEFT JOIN metadata ON metadata.submission_id = submission.id
        LEFT JOIN json_each(metadata.answers, '$.ms_var') AS told
            ON told.type = 'object' AND told.value ->> 'nama' = cells.value ->> 'nama'
    WHERE activity.in_force = 1 AND activity.id IN (
        SELECT rowid FROM activity_index WHERE {found} ORDER BY rowid DESC LIMIT ?)
    ORDER BY activity.id DESC"""
