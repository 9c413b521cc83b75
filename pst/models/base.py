"""The database itself: how it is opened, how it is written to, and what every table has in common."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path
from typing import Any

from peewee import (
    CharField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    IntegrityError,
    JSONField,
    Model,
    Node,
    OperationalError,
    SqliteDatabase,
    TextField,
    Value,
)
from peewee import ForeignKeyAccessor as _Accessor

PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "synchronous": "full",  # what a person was told is saved survives a power cut
    "cache_size": -4_000,  # KiB for each thread that answers; the system keeps the file near besides
}

database = SqliteDatabase(None, pragmas=PRAGMAS)


def open_database(path: Path) -> None:
    """Point every table at this file, made if missing; closes what was open before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not database.is_closed():
        database.close()
    database.init(str(path))


class AlreadyDone(Exception):
    """The form behind this request was carried out before, under this `key`."""

    def __init__(self, key: str):
        super().__init__(key)
        self.key = key


form_key: ContextVar[str | None] = ContextVar("form_key", default=None)
"""The idempotency key of the form being answered; used up by the first `write()` of the request."""


@contextmanager
def write() -> Iterator[None]:
    """One action's changes: all of them on disk, or none.

    BEGIN IMMEDIATE takes the write lock at once, so what is read inside cannot change before it is written.
    The first transaction of a request also records the form's key: a repeated form raises `AlreadyDone`.
    """
    outermost = not database.in_transaction()
    if outermost:
        database.connect(reuse_if_open=True)
        database.execute_sql("PRAGMA query_only = 0")
    with _turn() if outermost else nullcontext(), database.atomic("IMMEDIATE"):
        if outermost:
            _use_up_form_key()
        yield


@contextmanager
def bookkeeping() -> Iterator[None]:
    """What even a page that is only looked at may write: that somebody looked, that a session is alive."""
    database.connect(reuse_if_open=True)
    (was_read_only,) = database.execute_sql("PRAGMA query_only").fetchone()
    read_only(False)
    try:
        with nullcontext() if database.in_transaction() else _turn(), database.atomic("IMMEDIATE"):
            yield
    finally:
        read_only(bool(was_read_only))


@contextmanager
def unhurried() -> Iterator[None]:
    """A single statement whose loss in a power cut nobody would miss: the disk is not waited for.

    It is kept whole or not at all like everything else, and reaches the disk with the next `write()`.
    """
    assert not database.in_transaction(), "what a transaction is worth is not changed in its midst"
    database.execute_sql("PRAGMA synchronous = normal")
    try:
        yield
    finally:
        database.execute_sql(f"PRAGMA synchronous = {PRAGMAS['synchronous']}")


_writing = threading.Lock()
PATIENCE = 30
"""Seconds a writer of this process waits for its turn."""


@contextmanager
def _turn() -> Iterator[None]:
    """Writers of this process queue for the lock in here.

    SQLite lets them poll instead, a lottery that somebody can lose until `busy_timeout` is over.
    """
    if not _writing.acquire(timeout=PATIENCE):
        raise OperationalError("database is locked")
    try:
        yield
    finally:
        _writing.release()


def read_only(on: bool) -> None:
    """Forbid (or allow) writes on this thread's connection; a page that is only looked at changes nothing."""
    database.connect(reuse_if_open=True)
    database.execute_sql(f"PRAGMA query_only = {int(on)}")


class Prepared:
    """A reading query that pages ask again and again; its SQL is written once, the first time it is asked.

    `build` is given a stand-in for each value and returns the query, so it may compare values but not look at them.
    The values are handed in as the database holds them: numbers, texts, days, moments. Only for what nearly every
    page asks: writing the SQL of a join of thirty columns takes 0.5 ms, asking it 0.1.
    """

    def __init__(self, build: Callable[..., Any]):
        self._build = build
        self._written: tuple[Any, str, list[Any]] | None = None
        self._make: Callable[[tuple], Any] | None = None

    def all(self, *given: Any) -> list[Any]:
        """All rows, for these values."""
        query, sql, values = self._written or self._write(len(given))
        cursor = database.execute_sql(sql, [given[v.place] if isinstance(v, _Place) else v for v in values])
        rows = cursor.fetchall()
        make = self._make or self._learn(query, cursor)
        return [make(row) for row in rows]

    def first(self, *given: Any) -> Any:
        """The only row there can be, or None."""
        return next(iter(self.all(*given)), None)

    def _write(self, how_many: int) -> tuple[Any, str, list[Any]]:
        query = self._build(*(Value(_Place(number), converter=False) for number in range(how_many)))
        self._written = query, *query.sql()
        return self._written

    def _learn(self, query: Any, cursor: Any) -> Callable[[tuple], Any]:
        """What turns a row into an object: which column belongs where is found out once too."""
        reader = query._get_cursor_wrapper(cursor)
        reader.initialize()
        reader.cursor = None
        self._make = reader.process_row
        return self._make


class _Place:
    """Where a value of a prepared query will stand."""

    def __init__(self, place: int):
        self.place = place


def _use_up_form_key() -> None:
    key = form_key.get()
    if key is None:
        return
    try:
        FormKey.create(key=key)
    except IntegrityError:
        raise AlreadyDone(key) from None
    form_key.set(None)


class HiddenFetch(Exception):
    """A row behind a foreign key was fetched one by one; name it in the query's join instead."""


class StrictAccessor(_Accessor):
    """Refuses, while tests run, the hidden query that makes lists slow (measured: 14 ms against 0.76)."""

    armed = False

    def get_rel_instance(self, instance):
        if self.armed and self.name not in instance.__rel__ and instance.__data__.get(self.name) is not None:
            raise HiddenFetch(f"{type(instance).__name__}.{self.name} was not joined")
        return super().get_rel_instance(instance)


class Ref(ForeignKeyField):
    """A foreign key whose row must have been joined by the query that found its owner."""

    accessor_class = StrictAccessor


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Json(JSONField):
    """A JSON value kept as compact readable text."""

    def __init__(self, **more):
        super().__init__(dumps=_compact, **more)


class Table(Model):
    """What every table has in common: the one database, snake_case names."""

    class Meta:
        database = database
        legacy_table_names = False

    @classmethod
    def create(cls, **values):
        """A new row, as peewee makes it; but its way to the SQL costs more than the row itself."""
        row = cls(**values)
        row._populate_unsaved_relations(row.__data__)
        columns, marks, bound = [], [], list[Any]()
        for name, value in row.__data__.items():
            field = cls._meta.fields[name]
            stored = field.db_value(value)
            is_sql = isinstance(stored, Node)
            mark, given = database.get_sql_context().sql(stored).query() if is_sql else ("?", [stored])
            columns.append(f'"{field.column_name}"')
            marks.append(mark)
            bound += given
        into = f'"{cls._meta.table_name}" ({", ".join(columns)})'
        cursor = database.execute_sql(f"INSERT INTO {into} VALUES ({', '.join(marks)})", bound)
        if cls._meta.auto_increment:
            row._pk = cursor.lastrowid
        row._dirty.clear()
        return row

    @classmethod
    def names_by_id(cls, ids: Iterable[int]) -> dict[int, str]:
        """The names of these rows, of a table that has them; ids without a row are left out."""
        return dict(cls.select(cls.id, cls.name).where(cls.id.in_(list(ids))).tuples())


class FormKey(Table):
    """A form that has been carried out, so that a double click acts once."""

    key = CharField(primary_key=True, max_length=64)
    result = TextField(null=True)
    at = DateTimeField(null=True)

    @classmethod
    def result_of(cls, key: str) -> str | None:
        """Where the form led, "" nowhere; None while its first answer is still on its way."""
        return cls.get_by_id(key).result

    @classmethod
    def remember(cls, key: str, result: str, at: datetime) -> None:
        """Keep where the form led."""
        with unhurried():
            cls.update(result=result, at=at).where(cls.key == key).execute()


class Sequence(Table):
    """The last number drawn in a series, e.g. letters of 2026."""

    name = CharField(primary_key=True, max_length=80)
    last = IntegerField()

    @classmethod
    def draw(cls, name: str) -> int:
        """The next number of the series, starting at 1. Only inside `write()`."""
        ((number,),) = database.execute_sql(_DRAW, (name,)).fetchall()
        return number

    @classmethod
    def reach(cls, name: str, number: int) -> None:
        """A number was given by hand: the series goes on after the highest. Only inside `write()`."""
        row = cls.get_or_none(cls.name == name)
        if row is None or row.last < number:
            cls.replace(name=name, last=number).execute()


_DRAW = (
    'INSERT INTO "sequence" ("name", "last") VALUES (?, 1) '
    'ON CONFLICT ("name") DO UPDATE SET "last" = "last" + 1 RETURNING "last"'
)
