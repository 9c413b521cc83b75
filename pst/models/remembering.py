"""Small tables that every page reads, kept near until something in the database changes."""

import threading
from collections.abc import Callable
from typing import TypeVar

from pst.models.base import database

Kept = TypeVar("Kept")


def remembered(name: str, make: Callable[[], Kept]) -> Kept:
    """What `make` reads, kept by this thread for as long as nothing in the database has changed.

    For small tables that every page reads. Inside a transaction it is read anew and not kept, since a rollback
    leaves no trace that could be seen here.
    """
    if database.in_transaction():
        return make()
    database.connect(reuse_if_open=True)
    connection = database.connection()
    seen = connection, connection.execute("PRAGMA data_version").fetchone(), connection.total_changes
    kept = _kept.__dict__
    if name not in kept or kept[name][0] != seen:
        kept[name] = seen, make()
    return kept[name][1]


_kept = threading.local()
