"""Writing a file so that it is there whole after a power cut, or not at all."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path


def write_whole(place: Path, content: bytes, at: datetime | None = None, mode: int = 0o666) -> None:
    """Write beside the place, flush to disk, rename into place, flush the folder.

    The file bears the time `at` (naive UTC), if it is given. Where writing fails, as on a full disk, what stood there
    before still stands and nothing else stays behind.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    half = place.with_name(f".{place.name}.{os.getpid()}.{id(content)}")
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if at is not None:
            os.utime(half, (at.replace(tzinfo=UTC).timestamp(),) * 2)
        os.replace(half, place)
    except OSError:
        half.unlink(missing_ok=True)
        raise
    flush(place.parent)


@contextmanager
def only_one(lock_file: Path) -> Iterator[bool]:
    """Whether it is our turn; while it is, nobody else's on this machine.

    SQLite's lock on a file of its own: the system takes it back however the process ends.
    """
    with closing(sqlite3.connect(lock_file, timeout=0, isolation_level=None)) as lock:
        yield _locked(lock)


def flush(place: Path) -> None:
    """Have the disk hold what was written to this file or folder."""
    if os.name != "posix":
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _locked(lock: sqlite3.Connection) -> bool:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True
