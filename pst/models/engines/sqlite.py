"""SQLite: one file in the folder of the instance, and everything that is said to it in its own words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from peewee import SQL, SqliteDatabase

PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "secure_delete": 1,  # what is erased is overwritten, not left lying in free pages
    "synchronous": "full",  # what a person was told is saved survives a power cut
    "cache_size": -4_000,  # KiB for each thread that answers; the system keeps the file near besides
}

SETTLE = "INSERT INTO {0} ({0}) VALUES ('optimize')"

Unreadable = sqlite3.Error
"""What a file that is no database, or a broken one, raises."""


class Sqlite(SqliteDatabase):
    """The open database of an office: what its tables ask beyond what Peewee can say."""

    @property
    def folder(self) -> Path:
        """Where the database lies, with what belongs beside it."""
        return Path(self.database).parent

    def open_at(self, path: Path) -> None:
        """Point at this file, made if missing; closes what was open before."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):  # somebody else's file is theirs to guard
            path.touch(mode=0o600)
            path.chmod(0o600)  # SQLite gives its other files the same
        if not self.is_closed():
            self.close()
        self.init(str(path))

    def writing(self) -> Any:
        """A transaction that has the write lock from its first moment."""
        return self.atomic("IMMEDIATE")

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """Inside, a transaction does not wait for the disk."""
        self.execute_sql("PRAGMA synchronous = normal")
        try:
            yield
        finally:
            self.execute_sql(f"PRAGMA synchronous = {PRAGMAS['synchronous']}")

    def forbid_writes(self, on: bool) -> None:
        """Forbid (or allow) writes on this thread's connection."""
        self.connect(reuse_if_open=True)
        self.execute_sql(f"PRAGMA query_only = {int(on)}")

    def forbids_writes(self) -> bool:
        """Whether this thread's connection may only be read from."""
        self.connect(reuse_if_open=True)
        return bool(self.execute_sql("PRAGMA query_only").fetchone()[0])

    def create_words(self, index: Any) -> None:
        """Make the table of an index of words: in any case, with or without accents, quick for short beginnings."""
        columns = ", ".join(f'"{name}"' for name in index.columns())
        options = "prefix='2 3', tokenize=\"unicode61 remove_diacritics 2\""
        self.execute_sql(f'CREATE VIRTUAL TABLE "{index._meta.table_name}" USING fts5 ({columns}, {options})')

    def put_words(self, index: Any, row_id: int, words: dict[str, str]) -> None:
        """Write the words by which a row is found, over those there were."""
        index.replace(rowid=row_id, **words).execute()

    @staticmethod
    def word(word: str, *columns: str, begins: bool = False) -> str:
        """The expression that finds a word, in these columns only if any are named; or what begins so.

        It is quoted, so nothing a person types can be read as an operator of the search.
        """
        within = f"{{{' '.join(columns)}}} : " if columns else ""
        return f'{within}"{word}"{"*" if begins else ""}'

    @staticmethod
    def all_of(parts: Iterable[str]) -> str:
        """The expression that finds what has all of these."""
        return f"({' AND '.join(parts)})"

    @staticmethod
    def any_of(parts: Iterable[str]) -> str:
        """The expression that finds what has one of these."""
        return f"({' OR '.join(parts)})"

    @staticmethod
    def match(table: str) -> str:
        """The condition, in words of SQL, that a row of this index is found by the expression at its mark."""
        return f"{table} MATCH ?"

    def matching(self, index: Any, expression: str) -> Any:
        """The same for a query that Peewee builds."""
        return SQL(self.match(index._meta.table_name), (expression,))

    def only_one(self, name: str) -> AbstractContextManager[bool]:
        """Whether it is our turn at what goes by this name; while it is, nobody else's."""
        return only_one(self.folder / f"{name}.lock")

    def settle(self, table: str) -> None:
        """Make one part of what came one after another into an index of words."""
        self.execute_sql(SETTLE.format(table))

    def empty_log(self) -> None:
        """Put what the write-ahead log holds into the database and cut the log off: it keeps the order of writes."""
        self.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def copy_to(self, place: Path, settled: str) -> None:
        """Copy everything into a new database in this file, as it stands at one moment, while others write; of this
        index the order of words is not kept.
        """
        with closing(sqlite3.connect(self.database)) as source, closing(sqlite3.connect(place)) as copy:
            source.backup(copy)
            copy.execute(SETTLE.format(settled))
            copy.commit()
            copy.execute("PRAGMA journal_mode = DELETE")

    @staticmethod
    def is_full(error: Exception) -> bool:
        """Whether it was the disk that had no room left."""
        return "disk is full" in str(error)


def rows_of(file: Path, sql: str, facts: Sequence[Any] = (), still: bool = True) -> list[tuple]:
    """What a database that nobody has open answers. Where it lies `still`, nothing is left beside it."""
    where = f"{file.resolve().as_uri()}?mode=ro{'&immutable=1' if still else ''}"
    with closing(sqlite3.connect(where, uri=True)) as found:
        return found.execute(sql, facts).fetchall()


def is_sound(file: Path) -> bool:
    """Whether the database opens, holds together, and is one of ours."""
    try:
        rows_of(file, "SELECT 1 FROM event LIMIT 1")
        return rows_of(file, "PRAGMA quick_check") == [("ok",)]
    except sqlite3.Error:
        return False


def is_served(file: Path) -> bool:
    """Whether somebody has this database open: it cannot leave WAL then. A broken one is nobody's."""
    try:
        with closing(sqlite3.connect(file, timeout=1)) as probe:
            probe.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        return "locked" in str(error)
    except sqlite3.Error:
        return False
    return False


def holds_tables(file: Path) -> bool:
    """Whether anything was ever kept in this database; one that cannot be read counts as somebody's."""
    if not file.exists():
        return False
    try:
        return bool(rows_of(file, "SELECT 1 FROM sqlite_master LIMIT 1", still=False))
    except sqlite3.DatabaseError:
        return True


@contextmanager
def only_one(lock_file: Path) -> Iterator[bool]:
    """Whether it is our turn; while it is, nobody else's on this machine.

    SQLite's lock on a file of its own: the system takes it back however the process ends.
    """
    with closing(sqlite3.connect(lock_file, timeout=0, isolation_level=None)) as lock:
        yield _locked(lock)


def _locked(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True
