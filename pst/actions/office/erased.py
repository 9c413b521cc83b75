"""Whom a restore must not bring back: erasures are told beside the backups, and carried out again after one.

A backup keeps what was erased after it was made, until it is itself cleared away. So each erasure stands, by its
number alone, in a list in the folder of the backups; and the data that a restore replaced knows its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from pst.actions.complaints.identities import forget_identity
from pst.actions.files import FileStore
from pst.actions.frontdesk.visits import forget_visitor
from pst.actions.office import erasures
from pst.disk import write_whole
from pst.models.accounts.users import User
from pst.models.audit import NEWEST
from pst.models.base import database
from pst.models.complaints.complaints import Complaint
from pst.models.engines.sqlite import Unreadable, rows_of
from pst.models.frontdesk.visits import Visit, Visitor
from pst.rules.personal import ERASED_HOST

LIST = "erased.txt"
ERASURES = """
    SELECT noun, key, at FROM event WHERE id > ? AND (noun, verb) IN
        (VALUES ('account', 'erase'), ('visit', 'forget'), ('complaint', 'forget_identity')) ORDER BY id"""
LINE = re.compile(r"(account|visit|complaint) (\S+) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?)")
A_WHILE = 500
"""Events after which the list says anew how far the history was read, though none of them erased anything."""

Erased = tuple[str, str, datetime]
"""What was erased: its kind, its number, when."""


def tell(folder: Path) -> int:
    """Bring the list in this folder of backups up to date with the history; how many it did not have."""
    seen, told = _read(folder / LIST)
    newest = (database.execute_sql(NEWEST).fetchone() or (0,))[0]
    since = seen if seen <= newest else 0  # a history that was put back begins anew
    found = set(_erased(database.execute_sql(ERASURES, (since,)))) - told
    if found or not 0 <= newest - seen < A_WHILE:
        lines = (f"{noun} {key} {at.isoformat()}" for noun, key, at in sorted(told | found))
        write_whole(folder / LIST, "\n".join([str(newest), *lines, ""]).encode())
    return len(found)


def told_in(folder: Path) -> set[Erased]:
    """What the list in this folder has; to be read before a restore, which may move the folder aside."""
    return _read(folder / LIST)[1]


def erase_again(told: set[Erased], before: Path | None, at: datetime, store: FileStore) -> int:
    """Carry out again what was told, or what the replaced database has as erased; how many there were.

    Raises nothing for a database that cannot be read: a lost disk is why there are restores.
    """
    told = told | (_told_by(before) if before else set())
    return sum([AGAIN[noun](key, erased_at, at, store) for noun, key, erased_at in sorted(told)])


def _account(key: str, erased_at: datetime, at: datetime, store: FileStore) -> bool:
    """A later account that got the same number is another person's."""
    user = User.with_id(int(key)) if key.isdigit() else None
    if user is None or user.created_at >= erased_at or user.email.endswith(f"@{ERASED_HOST}"):
        return False
    erasures.carry_out_again(user, at, store)
    return True


def _visit(key: str, erased_at: datetime, at: datetime, store: FileStore) -> bool:
    visit = Visit.select(Visit, Visitor).join(Visitor).where(Visit.number == key).first()
    if visit is None:
        return False
    forget_visitor(visit.visitor, None, at)
    return True


def _complaint(key: str, erased_at: datetime, at: datetime, store: FileStore) -> bool:
    complaint = Complaint.get_or_none(Complaint.number == key)
    return complaint is not None and forget_identity(complaint, at)


AGAIN: dict[str, Callable[[str, datetime, datetime, FileStore], bool]] = {
    "account": _account,
    "visit": _visit,
    "complaint": _complaint,
}


def _read(place: Path) -> tuple[int, set[Erased]]:
    """How far the history was read, and what was erased; nothing where there is no list yet.

    Raises `OSError` for one that cannot be read: taken for none, it would be written anew without what only it knows.
    """
    if not place.exists():
        return 0, set()
    seen, *lines = place.read_text(encoding="utf-8", errors="replace").split("\n")
    told = (found.groups() for line in lines if (found := LINE.fullmatch(line)))
    return int(seen) if seen.isdecimal() else 0, set(_erased(told))


def _told_by(before: Path) -> set[Erased]:
    with suppress(Unreadable):
        return set(_erased(rows_of(before, ERASURES, (0,), still=False)))
    return set()


def _erased(rows: Iterable[Iterable[str]]) -> Iterator[Erased]:
    return ((noun, key, datetime.fromisoformat(at)) for noun, key, at in rows)
