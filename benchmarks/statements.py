"""Which statements a page sends to the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from pst.models.base import database

SHADOW = re.compile(r"_index_(?:data|idx|content|docsize|config)\b")
"""Tables a full-text index keeps for itself; what it reads there belongs to the one search that asked."""

QUERY = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b", re.IGNORECASE)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Every statement of this thread's connection while the block runs, in its order."""
    heard: list[str] = []
    database.connect(reuse_if_open=True)
    connection = database.connection()
    connection.set_trace_callback(heard.append)
    try:
        yield heard
    finally:
        connection.set_trace_callback(None)


def queries(heard: list[str]) -> list[str]:
    """Those that read or write rows: no pragma, no transaction, nothing a full-text index asks itself."""
    return [statement for statement in heard if QUERY.match(statement) and not SHADOW.search(statement)]


def commits(heard: list[str]) -> int:
    """How many transactions were made durable; what `bookkeeping` keeps waits for no disk."""
    waits, made = True, 0
    for statement in heard:
        plain = statement.strip().upper()
        if plain.startswith("PRAGMA SYNCHRONOUS"):
            waits = "NORMAL" not in plain
        made += waits and plain.startswith("COMMIT")
    return made
