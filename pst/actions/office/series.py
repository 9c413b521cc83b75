"""Running numbers after a restore: none that was given since the backup is given again.

The letters' own series is not moved here: a person says how far the book went (`book_years.doubt`). Complaints draw
their numbers at random.
"""

import re
from datetime import datetime
from pathlib import Path

from pst.clock import local
from pst.models.audit import NEWEST
from pst.models.base import Sequence, database
from pst.models.engines.sqlite import Unreadable, rows_of

YEARLY = re.compile(r"(submission-.+|visit|box-form|box-opening)-\d{4}")
LASTING = ("catalogue", "box-batch")
LEAP = 1000
"""More than an office gives of any number between two backups, even where the newest ones are lost."""


def go_on(before: Path | None, at: datetime) -> str:
    """Move every series on: to where the data that was replaced had come, or, where that is lost, by a leap.

    Returns what there is to say of it, in Indonesian. Only inside `write()`.
    """
    given = _given_since(before) if before else None
    if given is not None:
        for name, last in given.items():
            Sequence.reach(name, last)
        return ""
    drawn = {row.name: row.last for row in Sequence.select()}
    stems = {found[1] for name in drawn if (found := YEARLY.fullmatch(name))}
    this_year = {f"{stem}-{local(at).year}" for stem in stems}
    for name in {name for name in drawn if name in LASTING or YEARLY.fullmatch(name)} | this_year:
        Sequence.reach(name, drawn.get(name, 0) + LEAP)
    return f"Nomor permohonan, kunjungan, katalog, dan kotak saran dilanjutkan {LEAP} lebih tinggi."


def _given_since(before: Path) -> dict[str, int] | None:
    """The series of this database but the letters'; None unless it can be read and holds all that was put back."""
    newest = database.execute_sql(NEWEST).fetchone()
    try:
        if not newest or not rows_of(before, "SELECT 1 FROM event WHERE id = ? AND hash = ?", newest, still=False):
            return None
        return dict(rows_of(before, "SELECT name, last FROM sequence WHERE name NOT LIKE 'letter-%'", still=False))
    except Unreadable:
        return None
