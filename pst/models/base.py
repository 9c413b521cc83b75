"""The database itself: how it is opened, how it is written to, and what every table has in common."""

import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path
from secrets import randbelow
from types import SimpleNamespace
from typing import Any, Self

from peewee import (
    CharField,
    DateTimeField,
    ForeignKeyAccessor,
    ForeignKeyField,
    IntegerField,
    IntegrityError,
    JSONField,
    Model,
    OperationalError,
    PeeweeException,
    TextField,
)
from playhouse.shortcuts import model_to_dict

from pst.clock import day_of
from pst.models.engines.sqlite import PRAGMAS, Sqlite

log = logging.getLogger("pst")

database = Sqlite(None, pragmas=PRAGMAS)


def open_database(path: Path) -> None:
    """Point every table at this file, made if missing; closes what was open before."""
    database.open_at(path)


class AlreadyDone(Exception):
    """The form behind this request was carried out before, under this `key`."""

    def __init__(self, key: str):
        super().__init__(key)
        self.key = key


form_key: ContextVar[str | None] = ContextVar("form_key", default=None)
"""The idempotency key of the form being answered; used up by the first `write()` of the request."""


class Reading(RuntimeError):
    """A page that is only looked at wanted to change something: a mistake in the program."""


@contextmanager
def write() -> Iterator[None]:
    """One action's changes: all of them on disk, or none. Refuses where `read_only` is on.

    The write lock is taken at once, so what is read inside cannot change before it is written.
    The first transaction of a request also records the form's key: a repeated form raises `AlreadyDone`.
    """
    if database.in_transaction():
        with database.atomic():
            yield
        return
    if database.forbids_writes():
        raise Reading("what a page only looked at may write goes through bookkeeping()")
    with _turn():
        with database.writing():
            _use_up_form_key()
            yield
        for follow in after_write:
            _try(follow)


after_write: list[Callable[[], None]] = []
"""What follows each action's changes once they are on disk, before the next writer's turn."""


def _try(follow: Callable[[], None]) -> None:
    """What was kept is kept: a disk that takes no more makes nobody believe that it was not."""
    try:
        follow()
    except (OSError, PeeweeException):
        log.exception("after a write")


@contextmanager
def bookkeeping() -> Iterator[None]:
    """What even a page that is only looked at may write: that somebody looked, that a session is alive.

    The disk is not waited for, since nobody would miss it after a power cut: it is kept whole or not at all, and
    reaches the disk with the next `write()`.
    """
    if database.in_transaction():
        yield
        return
    was_read_only = database.forbids_writes()
    read_only(False)
    try:
        with database.unhurried(), _turn(), database.writing():
            yield
    finally:
        read_only(was_read_only)


def read_only(on: bool) -> None:
    """Forbid (or allow) writes on this thread's connection; a page that is only looked at changes nothing."""
    database.forbid_writes(on)


_writing = threading.Lock()
PATIENCE = 10
"""Seconds a writer of this process waits for its turn, before somebody is told that the office is busy."""


@contextmanager
def _turn() -> Iterator[None]:
    """Writers of this process queue for the lock in here.

    SQLite lets them poll instead, a lottery that somebody can lose until its patience is over.
    """
    if not _writing.acquire(timeout=PATIENCE):
        raise OperationalError("database is locked")
    try:
        yield
    finally:
        _writing.release()


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


class JoinedAccessor(ForeignKeyAccessor):
    """Refuses, while tests run, the hidden query that makes lists slow (measured: 14 ms against 0.76)."""

    refuses = False

    def get_rel_instance(self, instance: Model) -> Any:
        found = super().get_rel_instance(instance)
        if found is None or isinstance(found, self.rel_model):
            return found
        if self.refuses:
            raise HiddenFetch(f"{type(instance).__name__}.{self.name} was not joined")
        return self.rel_model.get(self.field.rel_field == found)


class Ref(ForeignKeyField):
    """A foreign key whose row must have been joined by the query that found its owner."""

    accessor_class = JoinedAccessor

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, lazy_load=False, **more)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Json(JSONField):
    """A JSON value kept as compact readable text."""

    def __init__(self, **more: Any) -> None:
        super().__init__(dumps=_compact, **more)


OF_A_DAY = 1_000_000
"""Numbers that rows of one day are drawn from."""


class Table(Model):
    """What every table has in common: the one database, snake_case names."""

    class Meta:
        database = database
        legacy_table_names = False

    def values(self) -> dict[str, Any]:
        """What each column holds; of a foreign key the key."""
        return model_to_dict(self, recurse=False)

    @classmethod
    def put(cls, **values: Any) -> None:
        """Write this row, over the one that has its key if there is one."""
        key = cls._meta.primary_key
        others = [name for name in values if name != key.name]
        cls.insert(**values).on_conflict(conflict_target=[key], preserve=others).execute()

    @classmethod
    def one(cls, sql: str, *facts: Any) -> Self | None:
        """The first row of a query written out, for what so many pages ask that building it anew would be felt."""
        return next(iter(cls.raw(sql, *facts)), None)

    @classmethod
    def many(cls, sql: str, *facts: Any) -> list[Any]:
        """All rows of a query written out, each with its columns by name.

        Named tuples would need a class made anew for every question, which costs more than asking it.
        """
        return list(cls.raw(sql, *facts).objects(SimpleNamespace))

    @classmethod
    def in_order(cls) -> Any:
        """Every row, oldest first, of a table whose rows have ids."""
        return cls.select().order_by(cls.id)

    @classmethod
    def with_id(cls, row_id: int | None) -> Any:
        """The row of this id; None where there is none, or no id."""
        return cls.get_or_none(cls.id == row_id) if row_id is not None else None

    @classmethod
    def free_id(cls, at: datetime) -> int:
        """A number for a new row that tells its day and nothing finer: drawn among those of the day.

        A running one would tell a complainant's hour by the rows before and after. Only inside `write()`.
        """
        while True:
            drawn = day_of(at).toordinal() * OF_A_DAY + randbelow(OF_A_DAY)
            if cls.with_id(drawn) is None:
                return drawn

    @classmethod
    def names_by_id(cls, ids: Iterable[int]) -> dict[int, str]:
        """The names of these rows, of a table that has them; ids without a row are left out."""
        return dict(cls.select(cls.id, cls.name).where(cls.id.in_(list(ids))).tuples())


class FormKey(Table):
    """A form that has been carried out, so that a double click acts once. Rows lie in the order of their keys."""

    key = CharField(primary_key=True, max_length=64)
    result = TextField(null=True)
    at = DateTimeField(null=True)

    class Meta:
        without_rowid = True

    @classmethod
    def result_of(cls, key: str) -> str | None:
        """Where the form led, "" nowhere; None while its first answer is still on its way."""
        return cls.get_by_id(key).result

    @classmethod
    def try_writing(cls) -> None:
        """Write a row and take it out again: a disk that can only be read answers every question and keeps nothing."""
        with bookkeeping():
            cls.insert(key="readyz").on_conflict_ignore().execute()
            cls.delete().where(cls.key == "readyz").execute()

    @classmethod
    def remember(cls, key: str, result: str, at: datetime) -> None:
        """Keep where the form led."""
        with bookkeeping():
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
    def last_of(cls, name: str) -> int:
        """The last number drawn; 0 before the first."""
        row = cls.get_or_none(cls.name == name)
        return row.last if row else 0

    @classmethod
    def reach(cls, name: str, number: int) -> None:
        """A number was given by hand: the series goes on after the highest. Only inside `write()`."""
        if cls.last_of(name) < number:
            cls.put(name=name, last=number)


_DRAW = (
    'INSERT INTO "sequence" ("name", "last") VALUES (?, 1) '
    'ON CONFLICT ("name") DO UPDATE SET "last" = "sequence"."last" + 1 RETURNING "last"'
)
