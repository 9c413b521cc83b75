"""Copying a submission with all that belongs to it, thousands of times, as if each had walked by itself.

The rows are copied as the database holds them, so a new column needs nothing here. What must differ differs:
ids, numbers, codes and their hashes, people, titles, days; and every copied event is welded to the chain anew.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from peewee import AutoField, DateField, DateTimeField, ForeignKeyField

from pst.actions.audit import chain_key
from pst.models.audit import Event
from pst.models.base import Table, database
from pst.models.catalogue.catalogue import Activity
from pst.models.emails import Email
from pst.models.files import Attachment
from pst.models.letters.letters import Letter
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from pst.models.review.remarks import Remark
from pst.models.submissions.duties import Duty
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Pause, Revision, Submission
from pst.rules.audit import GENESIS, event_hash

BELONGING = (Pause, Revision, Duty, Remark, Evaluation, InternalNote, Message, Attachment, Letter, Activity, Email)
"""Tables whose rows belong to one submission."""

COPIED = (Submission, *BELONGING, Opinion, Event)
BATCH = 20_000
"""Rows collected before they are handed to the database."""

Way = Callable[[Any, "Copy"], Any]


@dataclass(frozen=True)
class Copy:
    """How one copy differs: words exchanged wherever they stand, columns set, days moved."""

    words: dict[str, str]
    columns: dict[type[Table], dict[str, Any]]
    days: timedelta
    ids: dict[tuple[type[Table], int], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Original:
    """The rows of one submission, table by table."""

    submission: Submission
    rows: list[tuple[type[Table], dict[str, Any]]]

    @classmethod
    def of(cls, submission: Submission) -> "Original":
        rows = [(Submission, row) for row in _raw(Submission, "id = ?", submission.id)]
        for table in BELONGING:
            rows += [(table, row) for row in _raw(table, "submission_id = ?", submission.id)]
        for sitting in [row["id"] for table, row in rows if table is Evaluation]:
            rows += [(Opinion, row) for row in _raw(Opinion, "evaluation_id = ?", sitting)]
        rows += [(Event, row) for row in _raw(Event, "noun = 'submission' AND key = ?", submission.number)]
        return cls(submission, rows)

    def first(self, table: type[Table]) -> dict[str, Any]:
        """The first row of this table; empty when there is none."""
        return next((row for kind, row in self.rows if kind is table), {})


class Copier:
    """Writes copies in batches; call `flush` at the end. Only inside `write()`."""

    def __init__(self) -> None:
        self.next_id = {table: _highest(table) + 1 for table in COPIED}
        last, self.key = Event.last(), chain_key()
        self.last_hash = last.hash if last else GENESIS
        self.columns = {table: [field.column_name for field in table._meta.sorted_fields] for table in COPIED}
        self.ways = {table: [_way(field) for field in table._meta.sorted_fields] for table in COPIED}
        self.waiting: dict[type[Table], list[tuple]] = {table: [] for table in COPIED}

    def write(self, original: Original, copy: Copy) -> int:
        """Write one copy; returns the id of its submission."""
        for table, row in original.rows:
            copy.ids[table, row["id"]] = self.next_id[table]
            self.next_id[table] += 1
        for table, row in original.rows:
            self.waiting[table].append(self._values(table, row, copy))
        if len(self.waiting[Event]) > BATCH:
            self.flush()
        return copy.ids[Submission, original.submission.id]

    def flush(self) -> None:
        """Hand over what was collected."""
        for table, rows in self.waiting.items():
            names = ", ".join(f'"{name}"' for name in self.columns[table])
            marks = ", ".join("?" * len(self.columns[table]))
            sql = f'INSERT INTO "{table._meta.table_name}" ({names}) VALUES ({marks})'
            database.connection().executemany(sql, rows)
            rows.clear()

    def _values(self, table: type[Table], row: dict[str, Any], copy: Copy) -> tuple:
        own = copy.columns.get(table, {})
        values = {
            name: own[name] if name in own else way(row[name], copy)
            for name, way in zip(self.columns[table], self.ways[table], strict=True)
        }
        if table is Event:
            self._weld(values)
        return tuple(values.values())

    def _weld(self, values: dict[str, Any]) -> None:
        """Stand this event on the one before it."""
        values["previous"] = self.last_hash
        words = {**values, "actor": values["actor_id"], "facts": json.loads(values["facts"])}
        values["hash"] = self.last_hash = event_hash({**words, "at": datetime.fromisoformat(values["at"])}, self.key)


def _way(field: Any) -> Way:
    """How a column of this kind is copied."""
    if isinstance(field, AutoField):
        return partial(_own_id, field.model)
    if isinstance(field, ForeignKeyField):
        return partial(_others_id, field.rel_model)
    if isinstance(field, DateTimeField):
        return lambda value, copy: value and _moved(datetime.fromisoformat(value), copy)
    if isinstance(field, DateField):
        return lambda value, copy: value and _moved(date.fromisoformat(value), copy)
    return _reworded


def _own_id(table: type[Table], value: int, copy: Copy) -> int:
    return copy.ids[table, value]


def _others_id(table: type[Table], value: Any, copy: Copy) -> Any:
    """The copy's row if it was copied along, else the row itself."""
    return copy.ids.get((table, value), value)


def _moved(value: Any, copy: Copy) -> str:
    return str(value + copy.days)


def _reworded(value: Any, copy: Copy) -> Any:
    if isinstance(value, str):
        for old, new in copy.words.items():
            if old in value:
                value = value.replace(old, new)
    return value


def _raw(table: type[Table], where: str, *values: Any) -> list[dict[str, Any]]:
    """Rows as the database holds them, in the order they were written."""
    found = database.execute_sql(f'SELECT * FROM "{table._meta.table_name}" WHERE {where} ORDER BY id', values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _highest(table: type[Table]) -> int:
    return database.execute_sql(f'SELECT COALESCE(MAX(id), 0) FROM "{table._meta.table_name}"').fetchone()[0]
